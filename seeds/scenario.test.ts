import { expect, test } from 'vitest';
import { accounts } from './accounts.ts';
import { buildContact, buildPerson, peopleScenario } from './people.ts';
import { buildFacility, buildShift, staffingScenario } from './staffing.ts';
import { zonedInstant } from './zonedInstant.ts';

const monday = new Date('2026-06-01T00:00:00Z');
const scenario = (scale: number) => {
  const people = peopleScenario(scale);
  return { people, staffing: staffingScenario(scale, people, monday) };
};

test('a scenario is the same on every run', () => {
  expect(scenario(1)).toEqual(scenario(1));
  expect(accounts.agent.personId).toBe('de640aba-8f5f-5db6-a6ab-6054a24ef4aa');
});

test.each([0.1, 1, 2])(
  'at scale %d there are that many times 20 facilities, 200 agents, 3,000 shifts',
  (scale) => {
    const { people, staffing } = scenario(scale);
    expect(staffing.facilities).toHaveLength(20 * scale);
    expect(staffing.agents).toHaveLength(200 * scale);
    expect(staffing.shifts).toHaveLength(3_000 * scale);
    expect(people.organisations).toHaveLength(1 + 20 * scale);
  },
);

test('a larger scale keeps the people and places of a smaller one', () => {
  const small = scenario(1);
  const large = scenario(2);
  const nameOf = new Map(large.people.persons.map(({ id, name }) => [id, name]));
  for (const { id, name } of small.people.persons) expect(nameOf.get(id)).toBe(name);
  expect(large.staffing.facilities.slice(0, 20)).toEqual(small.staffing.facilities);
});

test.each([0, -1, NaN, Infinity])('a scale of %d is refused', (scale) => {
  expect(() => peopleScenario(scale)).toThrow('it must be a number above 0');
});

test.each([0.1, 1, 3])(
  'at scale %d no agent has overlapping shifts, counting cancelled ones too',
  (scale) => {
    const lastEnd = new Map<string, Date>();
    for (const { agentId, startsAt, endsAt } of scenario(scale).staffing.shifts) {
      if (!agentId) continue;
      expect(+startsAt).toBeGreaterThanOrEqual(+(lastEnd.get(agentId) ?? 0));
      lastEnd.set(agentId, endsAt);
    }
  },
);

test('agents are qualified for what they work, rested, within the hours of a week, and now and then away', () => {
  const { shifts, qualifications, agents } = scenario(1).staffing;
  const worked = shifts.filter(({ agentId, status }) => agentId && status !== 'cancelled');
  const ends = new Map<string, number>();
  const weeks = new Map<string, number>();
  const days = new Map<string, number[]>();
  for (const { agentId, qualification, startsAt, endsAt, breakMinutes } of worked) {
    const holds = qualifications.some(
      (held) =>
        held.agentId === agentId &&
        (held.code === qualification || held.code.startsWith(`${qualification}.`)) &&
        (!held.expiresOn || new Date(held.expiresOn) > endsAt),
    );
    expect(holds).toBe(true);
    expect(+startsAt - (ends.get(agentId!) ?? 0)).toBeGreaterThanOrEqual(12 * 3_600_000);
    ends.set(agentId!, +endsAt);
    const week = `${agentId} ${Math.floor((+startsAt / 86_400_000 + 3) / 7)}`;
    weeks.set(week, (weeks.get(week) ?? 0) + (+endsAt - +startsAt) / 60_000 - breakMinutes!);
    days.set(agentId!, [...(days.get(agentId!) ?? []), +startsAt / 86_400_000]);
  }
  expect(Math.max(...weeks.values())).toBeLessThanOrEqual(48 * 60);
  const longestGap = (list: number[]) => Math.max(...list.slice(1).map((each, n) => each - list[n]!));
  expect([...days.values()].filter((list) => longestGap(list) > 7).length).toBeGreaterThan(agents.length / 2);
});

test('rotas look like rotas: nights, quieter weekends, gaps, blocked slots, cancellations, swaps', () => {
  const { shifts } = scenario(1).staffing;
  const share = (which: (shift: (typeof shifts)[number]) => boolean) =>
    shifts.filter(which).length / shifts.length;
  expect(share(({ qualification }) => qualification === 'care.night')).toBeGreaterThan(0.2);
  const onWeekends = share(({ startsAt }) => [0, 6].includes(startsAt.getUTCDay()));
  expect(onWeekends).toBeGreaterThan(0.15);
  expect(onWeekends).toBeLessThan(0.27); // two days of seven are 0.29
  expect(share(({ status, kind }) => status === 'open' && kind === 'work')).toBeGreaterThan(0.1);
  expect(share(({ kind }) => kind === 'placeholder')).toBeGreaterThan(0.003);
  expect(share(({ status }) => status === 'cancelled')).toBeGreaterThan(0.04);
  expect(share(({ status }) => status === 'cancelled')).toBeLessThan(0.15);
  expect(share(({ offeredAt }) => offeredAt != null)).toBeGreaterThan(0.002);
  expect(share(({ rateMinor }) => rateMinor != null)).toBeGreaterThan(0.1);
});

test('past shifts are completed or cancelled, coming ones open, assigned or cancelled', () => {
  const { shifts } = scenario(1).staffing;
  const statuses = (past: boolean) =>
    [...new Set(shifts.filter(({ endsAt }) => endsAt <= monday === past).map(({ status }) => status))].sort();
  expect(statuses(true)).toEqual(['cancelled', 'completed']);
  expect(statuses(false)).toEqual(['assigned', 'cancelled', 'open']);
});

test('shifts start by the clocks of their place, wherever it is and whatever the season', () => {
  for (const month of ['2026-01-05', '2026-06-01']) {
    const people = peopleScenario(1);
    const { facilities, shifts } = staffingScenario(1, people, new Date(`${month}T00:00:00Z`));
    const zones = new Map(facilities.map(({ id, timeZone }) => [id, timeZone]));
    expect(new Set(zones.values()).size).toBeGreaterThan(3);
    const wall = shifts.map(({ facilityId, startsAt }) =>
      startsAt.toLocaleTimeString('en-GB', { timeZone: zones.get(facilityId), timeStyle: 'short' }),
    );
    expect([...new Set(wall)].sort()).toEqual(['07:00', '07:30', '13:00', '14:30', '19:30', '21:30']);
  }
});

test('a time of day is found on the days when clocks change', () => {
  const spring = new Date('2026-03-29T00:00:00Z');
  expect(zonedInstant(spring, 30, 'Europe/London').toISOString()).toBe('2026-03-29T00:30:00.000Z');
  expect(zonedInstant(spring, 180, 'Europe/London').toISOString()).toBe('2026-03-29T02:00:00.000Z');
  const autumn = new Date('2026-10-25T00:00:00Z');
  expect(zonedInstant(autumn, 180, 'Europe/London').toISOString()).toBe('2026-10-25T03:00:00.000Z');
});

test('addresses and numbers reach nobody', () => {
  const { contacts } = scenario(1).people;
  for (const { email, phone } of contacts) {
    expect(email).toMatch(/^[a-z]+(\.[a-z]+)*\.\d+@example\.org$/);
    expect(phone).toMatch(/^\+44 7700 900\d{3}$/);
  }
  expect(new Set(contacts.map(({ email }) => email)).size).toBe(contacts.length);
  expect(buildContact(buildPerson({ name: '李' }), 7).email).toBe('person.7@example.org');
});

test('what the factories make fits together and can be overridden', () => {
  const facility = buildFacility({ name: 'Rose House' });
  expect(facility.name).toBe('Rose House');
  const shift = buildShift(facility, { agentId: accounts.agent.personId });
  expect(shift).toMatchObject({ facilityId: facility.id, status: 'assigned' });
  expect(buildShift(facility)).toMatchObject({ agentId: null, status: 'open' });
  expect(buildFacility().id).not.toBe(facility.id);
});
