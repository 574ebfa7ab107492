import { dashboard } from '../dashboard.ts';
import { lines, rows } from '../panel.ts';

const of = 'service=~"$service"';

/** The processes, how full they are, and what is wrong now. */
export const services = dashboard({
  name: 'services',
  title: 'Services',
  description: 'What runs, how full it is, and what is wrong now.',
  choice: { label: 'service', metric: 'up' },
  parts: {
    Now: [
      rows({
        title: 'Alerts',
        description: 'What fires now; docs/alerts.md tells what to do.',
        unit: 'short',
        queries: { alerts: 'sum by (alertname, severity, service) (ALERTS{alertstate="firing"})' },
        width: 12,
      }),
      lines({
        title: 'Tasks that answer',
        description: 'Of each service, those whose /metrics Prometheus can read.',
        unit: 'short',
        queries: { '{{service}}': `sum by (service) (up{${of}})` },
      }),
    ],
    Processes: [
      lines({
        title: 'Processor',
        description: 'At 1, the one thread of a task is used up.',
        unit: 'percentunit',
        concern: { from: 0.9 },
        queries: { '{{service}}, {{instance}}': `rate(process_cpu_seconds_total{${of}}[$__rate_interval])` },
      }),
      lines({
        title: 'How late the event loop is',
        description: 'Everybody who asks that task waits so much longer.',
        unit: 's',
        concern: { from: 0.25 },
        queries: { '{{service}}, {{instance}}': `nodejs_eventloop_lag_p99_seconds{${of}}` },
      }),
      lines({
        title: 'Memory',
        description: 'Of what the task has; at all of it, it is killed.',
        unit: 'percentunit',
        concern: { from: 0.85 },
        queries: {
          '{{service}}, {{instance}}': `process_resident_memory_bytes{${of}} / on (service, instance) guildhall_process_memory_limit_bytes`,
        },
      }),
      lines({
        title: 'Memory of JavaScript',
        description: 'A line that only climbs is a leak.',
        unit: 'bytes',
        queries: { '{{service}}, {{instance}}': `nodejs_heap_size_used_bytes{${of}}` },
      }),
      lines({
        title: 'Time that garbage collection takes',
        description: 'Seconds in a second.',
        unit: 'percentunit',
        queries: {
          '{{service}}': `sum by (service) (rate(nodejs_gc_duration_seconds_sum{${of}}[$__rate_interval]))`,
        },
      }),
      lines({
        title: 'How long tasks have run',
        description: 'A line that falls to 0 again and again is a service that starts again and again.',
        unit: 's',
        queries: { '{{service}}, {{instance}}': `time() - process_start_time_seconds{${of}}` },
      }),
    ],
    'From outside': [
      lines({
        title: 'Reached',
        description: 'Whether the addresses that people use answer, asked every minute through the balancer.',
        unit: 'short',
        queries: { '{{instance}}': 'probe_success' },
      }),
      lines({
        title: 'Days until certificates end',
        description: 'They are renewed 60 days before.',
        unit: 'd',
        concern: { from: 21, isFloor: true },
        queries: { '{{instance}}': '(probe_ssl_earliest_cert_expiry - time()) / 86400' },
      }),
    ],
  },
});
