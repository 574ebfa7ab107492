import { dashboard } from '../dashboard.ts';
import { figure, lines } from '../panel.ts';

const requests = 'guildhall_web_request_seconds';
const calls = 'guildhall_web_graph_call_seconds';
/** Files of the app cost nothing, and there are many: pages are what people wait for. */
const pages = 'route=~"$route", route!="/_next"';

/** What people ask of the web app, how it is answered, and what it asks of the graph. */
export const web = dashboard({
  name: 'web',
  title: 'The web app',
  description: 'Which pages people ask for, how long they wait, and what the app gets of the graph.',
  choice: { label: 'route', metric: `${requests}_count` },
  parts: {
    'What is promised': [
      figure({
        title: 'Answered without a failure, a day',
        description: 'Of all requests, those that did not fail on our side. 99.9 % are promised.',
        unit: 'percentunit',
        concern: { from: 0.999, isFloor: true },
        queries: { answered: '1 - guildhall:web_failed:ratio1d' },
      }),
      lines({
        title: 'How fast the budget burns',
        description:
          'At 1 the budget of 30 days is used up in 30 days. At 14.4 over an hour, somebody is woken.',
        unit: 'none',
        concern: { from: 1 },
        queries: {
          'failures, 1 h': 'guildhall:web_failed:ratio1h / 0.001',
          'failures, 1 d': 'guildhall:web_failed:ratio1d / 0.001',
        },
      }),
    ],
    Pages: [
      lines({
        title: 'Requests by what became of them',
        description:
          'Refused: the address or the role is wrong. Failed: it is on our side. Abandoned: the browser had gone.',
        unit: 'reqps',
        stacked: true,
        queries: { '{{outcome}}': `sum by (outcome) (rate(${requests}_count{${pages}}[$__rate_interval]))` },
      }),
      lines({
        title: 'How long pages take',
        description: 'At the server; the way to the browser comes on top.',
        unit: 's',
        concern: { from: 1 },
        queries: Object.fromEntries(
          [0.5, 0.9, 0.99].map((share) => [
            `${share * 100} % take at most`,
            `histogram_quantile(${share}, sum by (le) (rate(${requests}_bucket{outcome="answered", ${pages}}[$__rate_interval])))`,
          ]),
        ),
      }),
      lines({
        title: 'The ten pages asked for most',
        description: 'By their places in the app, whatever stands in the address.',
        unit: 'reqps',
        queries: {
          '{{route}}': `topk(10, sum by (route) (rate(${requests}_count{${pages}}[$__rate_interval])))`,
        },
      }),
      lines({
        title: 'The ten slowest pages',
        description: 'How long at most 99 of 100 of their answers take.',
        unit: 's',
        concern: { from: 1 },
        queries: {
          '{{route}}': `topk(10, histogram_quantile(0.99, sum by (route, le) (rate(${requests}_bucket{outcome="answered", ${pages}}[$__rate_interval]))))`,
        },
      }),
      lines({
        title: 'Pages that fail',
        description: 'Each in the log, with the id that the person saw.',
        unit: 'reqps',
        queries: {
          '{{route}}, {{method}}': `sum by (route, method) (rate(${requests}_count{outcome="failed", ${pages}}[$__rate_interval]))`,
        },
      }),
    ],
    'The graph, as pages see it': [
      lines({
        title: 'Calls by what a page made of the answer',
        description: 'Data: it is shown. Unavailable: a service or the gateway does not answer.',
        unit: 'reqps',
        stacked: true,
        queries: { '{{outcome}}': `sum by (outcome) (rate(${calls}_count[$__rate_interval]))` },
      }),
      lines({
        title: 'How long calls take',
        description: 'A page makes several, some one after the other.',
        unit: 's',
        concern: { from: 1 },
        queries: Object.fromEntries(
          [0.5, 0.99].map((share) => [
            `${share * 100} % take at most`,
            `histogram_quantile(${share}, sum by (le) (rate(${calls}_bucket[$__rate_interval])))`,
          ]),
        ),
      }),
    ],
  },
});
