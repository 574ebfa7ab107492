import type { Prisma } from '@guildhall/prisma/staffing';
import { madeAt, type Pick, picksFor } from './generator.ts';
import { areas, counties, houses, kindsOfHouse, placesAbroad, streets } from './names.ts';
import { buildOrganisation, buildPerson, type PeopleScenario } from './people.ts';
import { houseOf, patterns, planShifts } from './rota.ts';
import { seedId } from './seedId.ts';
import { size } from './size.ts';
import type { Agent, Facility, Qualification, Shift } from './staffingRows.ts';
import { zonedInstant } from './zonedInstant.ts';

/** The rows of the domain `staffing`. */
export interface StaffingScenario {
  facilities: Facility[];
  agents: Agent[];
  agentPrivates: Prisma.AgentPrivateCreateManyInput[];
  qualifications: Qualification[];
  preferences: Prisma.FacilityPreferenceCreateManyInput[];
  shifts: Shift[];
  rotaTemplates: (Prisma.RotaTemplateCreateManyInput & { id: string })[];
  rotaSlots: Prisma.RotaSlotCreateManyInput[];
  flags: Prisma.FlagCreateManyInput[];
}

const day = 24 * 60 * 60_000;

let built = 0;

/** A facility; a new one at each call, the same ones in each process. */
export function buildFacility(overrides: Partial<Facility> = {}): Facility {
  const n = built++;
  return {
    id: seedId('built facility', n),
    organisationId: overrides.organisationId ?? buildOrganisation().id,
    ...describeFacility(n),
    ...madeAt(n),
    ...overrides,
  };
}

/** An agent; a new one at each call, the same ones in each process. */
export function buildAgent(overrides: Partial<Agent> = {}): Agent {
  const n = built++;
  const personId = overrides.personId ?? buildPerson().id;
  return { id: seedId('built agent', n), personId, ...madeAt(n), ...overrides };
}

/** An open day shift of eight hours; a new one at each call, each on a day of its own. */
export function buildShift(facility: Facility, overrides: Partial<Shift> = {}): Shift {
  const n = built++;
  const startsAt = overrides.startsAt ?? zonedInstant(new Date(n * day), 7 * 60, facility.timeZone);
  return {
    id: seedId('built shift', n),
    facilityId: facility.id,
    agentId: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 8 * 60 * 60_000),
    status: overrides.agentId ? 'assigned' : 'open',
    ...madeAt(n),
    ...overrides,
  };
}

/**
 * The facilities of the organisations, the agents among the people with what they hold and prefer, weeks of past
 * and of coming shifts by the clocks of each place, the templates they come from, and a few flags.
 *
 * @param scale 1 makes 3,000 shifts.
 * @param people The people's scenario at that scale.
 * @param monday The UTC midnight of a Monday: shifts that end before it are past.
 */
export function staffingScenario(scale: number, people: PeopleScenario, monday: Date): StaffingScenario {
  const facilities = people.organisations
    .filter(({ kind }) => kind === 'facility')
    .map(({ id: organisationId }, n) =>
      buildFacility({ id: seedId('facility', n), organisationId, ...describeFacility(n), ...madeAt(n) }),
    );
  const agents = people.memberships
    .filter(({ role }) => role === 'agent')
    .map(({ personId }, n) =>
      buildAgent({ id: seedId('agent', n), personId, homeArea: picksFor('area', n)(areas), ...madeAt(n) }),
    );
  const perFacility = Math.ceil(agents.length / facilities.length);
  const homeOf = (n: number) => Math.floor(n / perFacility);
  const qualifications = agents.flatMap((agent, n) => qualificationsOf(agent, n, homeOf(n), monday));
  const templates = facilities.map(templateOf);
  const shifts = planShifts(size(3_000, scale), { facilities, agents, qualifications, monday });
  return {
    facilities,
    agents,
    agentPrivates: agents.map((agent, n) => privateOf(agent, n, facilities[homeOf(n)]!)),
    qualifications,
    preferences: agents.flatMap((agent, n) => preferencesOf(agent, n, facilities, homeOf(n))),
    shifts,
    rotaTemplates: templates.map(({ template }) => template),
    rotaSlots: templates.flatMap(({ slots }) => slots),
    flags: flagsOf(size(12, scale), people, shifts, monday),
  };
}

function privateOf({ id: agentId }: Agent, n: number, home: Facility) {
  const pick = picksFor('agent private', n);
  return {
    agentId,
    phone: `+44 7700 900${String((n + 500) % 1000).padStart(3, '0')}`,
    hourlyRateMinor: pick([1_350, 1_480, 1_620, 1_850, 2_150, 2_480]),
    hourlyRateCurrency: home.timeZone.startsWith('Europe/London') ? 'GBP' : 'EUR',
    ...madeAt(n),
  };
}

/** What the work at home takes; for some a second string to the bow, which may have run out or be about to. */
function qualificationsOf({ id: agentId }: Agent, n: number, home: number, monday: Date): Qualification[] {
  const pick = picksFor('qualification', n);
  const codes =
    houseOf(home) === 'hospital'
      ? pick([
          ['nursing.registered'],
          ['nursing.registered', 'nursing.registered.theatre'],
          ['nursing.registered.intensive', 'nursing.associate'],
        ])
      : pick([
          ['care.assistant', 'care.night'],
          ['care.senior', 'care.assistant', 'care.night'],
          ['care.senior.medication', 'care.assistant', 'care.night'],
        ]);
  const extra = pick(['support.driving.minibus', 'support.kitchen', 'nursing.associate', null, null, null]);
  const endsIn = (days: number) => new Date(monday.getTime() + days * day);
  return [
    ...codes.map((code) => ({ agentId, code, expiresOn: pick([null, endsIn(400), endsIn(800)]) })),
    ...(extra && !codes.includes(extra)
      ? [{ agentId, code: extra, expiresOn: pick([endsIn(-40), endsIn(12), endsIn(300)]) }]
      : []),
  ].map((row) => ({ ...row, ...madeAt(n) }));
}

function preferencesOf({ id: agentId }: Agent, n: number, facilities: Facility[], home: number) {
  const pick = picksFor('preference', n);
  const other = pick(facilities);
  const said = [
    {
      facility: facilities[home]!,
      preference: 'preferred',
      reason: pick(['Near home', 'A good team', null]),
    },
    ...(other.id === facilities[home]!.id
      ? []
      : [
          pick([
            {
              facility: other,
              preference: 'avoid',
              reason: pick(['Too far by bus', 'Shifts run over', null]),
            },
            { facility: other, preference: 'neutral', reason: null },
          ]),
        ]),
  ];
  // Every third agent has said nothing.
  return n % 3 === 2
    ? []
    : said.map(({ facility, ...row }) => ({ agentId, facilityId: facility.id, ...row, ...madeAt(n) }));
}

function templateOf(facility: Facility, n: number) {
  const template = {
    id: seedId('rota template', n),
    facilityId: facility.id,
    name: 'Standard week',
    ...madeAt(n),
  };
  const slots = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    patterns[houseOf(n)].map(({ from, to, breakMinutes, needs }, place) => ({
      id: seedId('rota slot', (n * 7 + weekday) * 3 + place),
      templateId: template.id,
      weekday,
      startMinute: from,
      durationMinutes: to - from,
      breakMinutes,
      qualification: needs[0]!,
      ...madeAt(n),
    })),
  );
  return { template, slots };
}

const messages = {
  facility: [
    'The agent came half an hour late. Please look at the hours.',
    'The break is missing in this shift.',
    'This shift was entered for the wrong day.',
  ],
  agent: [
    'I worked longer than confirmed.',
    'The address I was given is wrong.',
    'This night should have a rate.',
  ],
} as const;

function flagsOf(count: number, people: PeopleScenario, shifts: Shift[], monday: Date) {
  const of = (role: string) => people.memberships.filter((each) => each.role === role);
  const raisers = { facility: of('facility'), agent: of('agent') };
  const company = people.memberships.find(({ role }) => role === 'company')!;
  return Array.from({ length: count }, (_, n) => {
    const pick: Pick = picksFor('flag', n);
    const role = pick(['facility', 'agent'] as const);
    const raiser = n < 2 ? raisers[role][0]! : pick(raisers[role]);
    const createdAt = new Date(monday.getTime() - (n + 1) * 5 * 60 * 60_000);
    const later = (hours: number) => new Date(createdAt.getTime() + hours * 60 * 60_000);
    const status = pick(['open', 'open', 'in_work', 'answered']);
    return {
      id: seedId('flag', n),
      subjectKind: 'shift',
      subjectId: pick(shifts).id,
      message: pick(messages[role]),
      raisedByPersonId: raiser.personId,
      raisedByOrganisationId: raiser.organisationId,
      raisedByRole: role,
      status,
      handlerPersonId: status === 'open' ? null : company.personId,
      takenAt: status === 'open' ? null : later(2),
      answer: status === 'answered' ? 'Thank you: it is put right.' : null,
      answeredAt: status === 'answered' ? later(4) : null,
      createdAt,
      updatedAt: createdAt,
    };
  });
}

function describeFacility(n: number) {
  const pick = picksFor('facility', n);
  const abroad = n % 5 === 4 ? placesAbroad[Math.floor(n / 5) % placesAbroad.length]! : null;
  const place = abroad?.place ?? pick(counties);
  const name =
    houseOf(n) === 'hospital'
      ? pick([`${place} General Hospital`, `Royal ${place} Infirmary`])
      : `${pick(houses)} ${pick(kindsOfHouse)}, ${place}`;
  return {
    name,
    timeZone: abroad?.timeZone ?? 'Europe/London',
    address: `${1 + (n % 180)} ${pick(streets)}, ${place}`,
    contactName: pick(['The duty manager', 'The staffing desk', 'Reception']),
    contactEmail: `desk.${n}@example.org`,
    contactPhone: `+44 20 7946 0${String(n % 1000).padStart(3, '0')}`,
  };
}
