/** What the services of the graph are for people, by the names that the graph gives them. */
const names: Readonly<Record<string, string>> = {
  people: 'People',
  staffing: 'Shifts and facilities',
  workshops: 'Workshops',
};

/** The name of a service for people. */
export const nameOfService = (service: string): string => names[service] ?? service;
