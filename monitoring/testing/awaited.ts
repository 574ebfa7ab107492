/**
 * What rules and dashboards name and nothing exports yet, by the labels that it will have. An entry goes when its
 * metric is there: a test says so.
 */
export const awaited: Readonly<Record<string, readonly string[]>> = {
  // The workers of domains: how many jobs are `due`, `running`, `scheduled` for later or `dead`, given up;
  guildhall_jobs: ['service', 'state'],
  // for how long the oldest that is due has been; runs that were done and that failed; and how long they took.
  guildhall_oldest_due_job_seconds: ['service'],
  guildhall_jobs_done_total: ['service', 'task'],
  guildhall_jobs_failed_total: ['service', 'task'],
  guildhall_job_seconds_count: ['service', 'task'],
  guildhall_job_seconds_bucket: ['service', 'task', 'le'],
  // Seats of published workshops that begin within so many days: `confirmed`, `offered` or `free`.
  guildhall_workshops_coming_seats: ['service', 'state', 'days'],
};
