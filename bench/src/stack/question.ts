import { around } from '../compare.ts';

/** How many shifts are asked for. */
export const lengths = around(50, 20);

/** What the whole stack is asked: a page of shifts, with names that two services know. */
export const operation = `query Shifts($first: Int!) {
  shifts(first: $first) {
    nodes { id startsAt endsAt status facility { name } agent { person { name } } }
  }
}`;

/** The same of PostGraphile's graph of the same tables. */
export const postgraphileOperation = `query Shifts($first: Int!) {
  shifts: allShifts(first: $first, orderBy: [STARTS_AT_ASC, PRIMARY_KEY_ASC]) {
    nodes {
      id: rowId startsAt endsAt status
      facility: facilityByFacilityId { name }
      agent: agentByAgentId { person: peoplePersonByPersonId { name } }
    }
  }
}`;

/** The same in one statement. */
export const statement = `
  select shift.id, starts_at as "startsAt", ends_at as "endsAt", status,
         facility.name as facility, agent.id as agent, person.name as person
    from staffing.shift
    join staffing.facility on facility.id = shift.facility_id
    left join staffing.agent on agent.id = shift.agent_id
    left join people.person on person.id = agent.person_id
   order by starts_at, shift.id limit $1`;

/** An answer with instants and statuses in one spelling. */
export function normalised(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
    if (key === 'startsAt' || key === 'endsAt') return new Date(value as string).toISOString();
    if (key === 'status') return String(value).toUpperCase();
    return value;
  });
}
