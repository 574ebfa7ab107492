import { dashboard } from '../dashboard.ts';
import { figure, lines } from '../panel.ts';

/** The jobs that domains leave for later. */
export const worker = dashboard({
  name: 'worker',
  title: 'The worker',
  description: 'The jobs that domains leave for later: how many, how late, and what became of them.',
  parts: {
    'The queue': [
      figure({
        title: 'The oldest job that is due',
        description: 'How long it has been. After five minutes somebody is woken.',
        unit: 's',
        concern: { from: 60 },
        queries: { '{{service}}': 'max by (service) (guildhall_oldest_due_job_seconds)' },
      }),
      figure({
        title: 'Given up',
        description: 'Jobs that have failed as often as they may: somebody has to look at them.',
        unit: 'short',
        concern: { from: 1 },
        queries: { '{{service}}': 'max by (service) (guildhall_jobs{state="dead"})' },
      }),
      lines({
        title: 'Jobs in the queue',
        description: 'Due: to be done now. Running: being done. Scheduled: not yet. Dead: given up.',
        unit: 'short',
        queries: { '{{service}}, {{state}}': 'max by (service, state) (guildhall_jobs)' },
      }),
      lines({
        title: 'How late the oldest is',
        description: 'A line that climbs is a worker that stands still.',
        unit: 's',
        concern: { from: 300 },
        queries: { '{{service}}': 'max by (service) (guildhall_oldest_due_job_seconds)' },
      }),
    ],
    'What is done': [
      lines({
        title: 'Jobs, by what became of them',
        description: 'A job that failed is tried again, later each time.',
        unit: 'ops',
        queries: {
          '{{task}}, done': 'sum by (task) (rate(guildhall_jobs_done_total[$__rate_interval]))',
          '{{task}}, failed': 'sum by (task) (rate(guildhall_jobs_failed_total[$__rate_interval]))',
        },
      }),
      lines({
        title: 'How long jobs take',
        description: 'At most, for 99 of 100.',
        unit: 's',
        queries: {
          '{{task}}':
            'histogram_quantile(0.99, sum by (task, le) (rate(guildhall_job_seconds_bucket[$__rate_interval])))',
        },
      }),
    ],
  },
});
