import { dashboard } from '../dashboard.ts';
import { figure, lines, rows } from '../panel.ts';

const requests = 'guildhall_gateway_request_seconds';
const chosen = 'operation=~"$operation"';

/** What is asked of the graph, by operation and by subgraph, and what is promised of it. */
export const graph = dashboard({
  name: 'graph',
  title: 'The graph',
  description: 'What clients ask, how it is answered, and which subgraph it takes how long.',
  choice: { label: 'operation', metric: `${requests}_count` },
  parts: {
    'What is promised': [
      figure({
        title: 'Answered without a failure, 3 days',
        description: 'Of all operations, those that did not fail on our side. 99.9 % are promised.',
        unit: 'percentunit',
        concern: { from: 0.999, isFloor: true },
        queries: { available: '1 - guildhall:graph_failed:ratio3d' },
      }),
      figure({
        title: 'Answered within a second, 3 days',
        description: 'Of the operations that were answered. 99 % are promised.',
        unit: 'percentunit',
        concern: { from: 0.99, isFloor: true },
        queries: { fast: '1 - guildhall:graph_slow:ratio3d' },
      }),
      lines({
        title: 'How fast the budgets burn',
        description:
          'At 1 the budget of 30 days is used up in 30 days. At 14.4 over an hour, or at 6 over six, somebody is woken.',
        unit: 'none',
        concern: { from: 1 },
        queries: {
          'failures, 1 h': 'guildhall:graph_failed:ratio1h / 0.001',
          'failures, 6 h': 'guildhall:graph_failed:ratio6h / 0.001',
          'slow answers, 1 h': 'guildhall:graph_slow:ratio1h / 0.01',
          'slow answers, 6 h': 'guildhall:graph_slow:ratio6h / 0.01',
        },
      }),
    ],
    Operations: [
      lines({
        title: 'Operations by what became of them',
        description:
          'Refused: the caller has to ask differently. Failed: it is on our side. Abandoned: the client had gone.',
        unit: 'reqps',
        stacked: true,
        queries: { '{{outcome}}': `sum by (outcome) (rate(${requests}_count{${chosen}}[$__rate_interval]))` },
      }),
      lines({
        title: 'How long answers take',
        description: 'Of operations that were answered, at the gateway.',
        unit: 's',
        concern: { from: 1 },
        queries: Object.fromEntries(
          [0.5, 0.9, 0.99].map((share) => [
            `${share * 100} % take at most`,
            `histogram_quantile(${share}, sum by (le) (rate(${requests}_bucket{outcome="answered", ${chosen}}[$__rate_interval])))`,
          ]),
        ),
      }),
      lines({
        title: 'The ten operations asked for most',
        description: 'By the names that clients give them; after 200 names, the rest is "other".',
        unit: 'reqps',
        queries: {
          '{{operation}}': `topk(10, sum by (operation) (rate(${requests}_count{${chosen}}[$__rate_interval])))`,
        },
      }),
      lines({
        title: 'The ten slowest operations',
        description: 'How long at most 99 of 100 of their answers take.',
        unit: 's',
        concern: { from: 1 },
        queries: {
          '{{operation}}': `topk(10, histogram_quantile(0.99, sum by (operation, le) (rate(${requests}_bucket{outcome="answered", ${chosen}}[$__rate_interval]))))`,
        },
      }),
      rows(
        {
          title: 'Operations in the time that is shown',
          description: 'Each by its name. Sort by what you look for.',
          unit: 'short',
          queries: {
            asked: `sum by (operation) (increase(${requests}_count{${chosen}}[$__range]))`,
            'on average': `sum by (operation) (increase(${requests}_sum{${chosen}}[$__range])) / sum by (operation) (increase(${requests}_count{${chosen}}[$__range]))`,
            '99 % take at most': `histogram_quantile(0.99, sum by (operation, le) (rate(${requests}_bucket{${chosen}}[$__range])))`,
            failed: `sum by (operation) (increase(${requests}_count{outcome="failed", ${chosen}}[$__range]))`,
            refused: `sum by (operation) (increase(${requests}_count{outcome="refused", ${chosen}}[$__range]))`,
          },
        },
        { 'on average': 's', '99 % take at most': 's' },
      ),
    ],
    Subgraphs: [
      lines({
        title: 'Calls of subgraphs',
        description: 'What the gateway asks of each; one operation takes several.',
        unit: 'reqps',
        queries: { '{{subgraph}}': 'sum by (subgraph) (guildhall:subgraph_calls:rate5m)' },
        more: {
          title: 'The database of ${__field.labels.subgraph}',
          url: '/d/guildhall-database?var-service=${__field.labels.subgraph}&${__url_time_range}',
        },
      }),
      lines({
        title: 'How long subgraphs take',
        description: 'At most, for 99 of 100 calls, as the gateway sees it.',
        unit: 's',
        queries: {
          '{{subgraph}}':
            'histogram_quantile(0.99, sum by (subgraph, le) (rate(guildhall_gateway_subgraph_seconds_bucket[$__rate_interval])))',
        },
      }),
      lines({
        title: 'Calls that are not answered',
        description:
          'Unavailable: it does not answer. Resting: it has not answered several times, and is spared for a while. Failed: it answered something that is no answer.',
        unit: 'percentunit',
        concern: { from: 0.01 },
        queries: {
          '{{subgraph}}, {{outcome}}':
            'guildhall:subgraph_calls:rate5m{outcome!="answered"} / on (subgraph) group_left () (sum by (subgraph) (guildhall:subgraph_calls:rate5m) > 0)',
        },
      }),
      lines({
        title: 'Connections to subgraphs',
        description: 'Calls that wait for a connection are calls too many.',
        unit: 'short',
        queries: {
          '{{subgraph}}, {{state}}': 'sum by (subgraph, state) (guildhall_gateway_subgraph_connections)',
        },
      }),
    ],
    'Refusals and errors': [
      lines({
        title: 'Refused, by reason',
        description: 'The code of the error, or the setting of the limit that was gone over.',
        unit: 'reqps',
        stacked: true,
        queries: { '{{reason}}': 'guildhall:refused:rate5m' },
      }),
      lines({
        title: 'Errors in answers, by code',
        description: 'Each one counts: an answer may have several.',
        unit: 'short',
        queries: { '{{code}}': 'sum by (code) (rate(guildhall_gateway_errors_total[$__rate_interval]))' },
      }),
    ],
  },
});
