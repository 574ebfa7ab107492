import { dashboard } from '../dashboard.ts';
import { lines } from '../panel.ts';

const of = 'service=~"$service"';

/** What services ask of PostgreSQL. */
export const database = dashboard({
  name: 'database',
  title: 'The database',
  description:
    'What services ask of PostgreSQL, and whether they get at it. Its own disk, memory and processors are at CloudWatch.',
  choice: { label: 'service', metric: 'guildhall_database_connections' },
  parts: {
    Connections: [
      lines({
        title: 'Connections in use',
        description: 'Of those that each task may have.',
        unit: 'percentunit',
        concern: { from: 0.9 },
        queries: {
          '{{service}}, {{instance}}': `guildhall_database_connections{state="busy", ${of}} / on (service, instance) guildhall_database_connections_max`,
        },
      }),
      lines({
        title: 'Queries that wait for a connection',
        description: 'All tasks of a service together. It should be 0.',
        unit: 'short',
        concern: { from: 1 },
        queries: {
          '{{service}}': `sum by (service) (guildhall_database_connections{state="waiting", ${of}})`,
        },
      }),
      lines({
        title: 'Open connections',
        description: 'All services together must stay below max_connections of PostgreSQL.',
        unit: 'short',
        stacked: true,
        queries: {
          '{{service}}, {{state}}': `sum by (service, state) (guildhall_database_connections{state!="waiting", ${of}})`,
        },
      }),
    ],
    Statements: [
      lines({
        title: 'Statements',
        description: 'How many SQL statements services run.',
        unit: 'ops',
        queries: {
          '{{service}}': `sum by (service) (rate(guildhall_statement_seconds_count{${of}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'How long statements take',
        description: 'At most, for 99 of 100; waiting for a connection is not counted.',
        unit: 's',
        concern: { from: 0.5 },
        queries: {
          '{{service}}': `histogram_quantile(0.99, sum by (service, le) (rate(guildhall_statement_seconds_bucket{${of}}[$__rate_interval])))`,
        },
      }),
      lines({
        title: 'Time that statements take together',
        description: 'Seconds of statements in a second: how many run at once on average.',
        unit: 'short',
        stacked: true,
        queries: {
          '{{service}}': `sum by (service) (rate(guildhall_statement_seconds_sum{${of}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'Statements for one request',
        description:
          'At most, for 99 of 100 requests to a subgraph. It grows with the depth of operations, never with their rows.',
        unit: 'short',
        queries: {
          '{{service}}': `histogram_quantile(0.99, sum by (service, le) (rate(guildhall_request_statements_bucket{${of}}[$__rate_interval])))`,
        },
      }),
    ],
    Subgraphs: [
      lines({
        title: 'How long operations take in their subgraph',
        description: 'The ten slowest: at most, for 99 of 100.',
        unit: 's',
        queries: {
          '{{service}}: {{operation}}': `topk(10, histogram_quantile(0.99, sum by (service, operation, le) (rate(guildhall_operation_seconds_bucket{${of}}[$__rate_interval]))))`,
        },
      }),
      lines({
        title: 'Errors, by code',
        description: 'UPSTREAM_UNAVAILABLE is a database that does not answer.',
        unit: 'short',
        queries: {
          '{{service}}: {{code}}': `sum by (service, code) (rate(guildhall_errors_total{${of}}[$__rate_interval]))`,
        },
      }),
    ],
  },
});
