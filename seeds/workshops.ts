import type { Prisma } from '@guildhall/prisma/workshops';
import { accounts } from './accounts.ts';
import { madeAt, picksFor } from './generator.ts';
import { areas } from './names.ts';
import type { PeopleScenario } from './people.ts';
import { seedId } from './seedId.ts';
import { size } from './size.ts';
import { zonedInstant } from './zonedInstant.ts';

type Workshop = Prisma.WorkshopCreateManyInput & { id: string; startsAt: Date; endsAt: Date };
type Organizer = Prisma.OrganizerCreateManyInput & { id: string };
type Participant = Prisma.ParticipantCreateManyInput & { id: string };
type Requirement = Prisma.WorkshopRequirementCreateManyInput & { id: string };
type BroughtItem = Prisma.BroughtItemCreateManyInput & { id: string };

/** The rows of the domain `workshops`. */
export interface WorkshopsScenario {
  workshops: Workshop[];
  organizers: Organizer[];
  requirements: Requirement[];
  participants: Participant[];
  broughtItems: BroughtItem[];
}

const hour = 60 * 60_000;
const day = 24 * hour;

/** What workshops are about, with what they ask for. */
const subjects = [
  [
    'Lifting and moving safely',
    'Techniques that spare your back and theirs.',
    [
      ['equipment.shoes', 'Firm shoes with a closed heel', 'must'],
      ['accessibility.kneeling', 'You should be able to kneel for a minute', 'should'],
    ],
  ],
  [
    'First aid refresher',
    'Recovery position, bleeding, choking; all practised.',
    [['knowledge.first_aid', 'A first-aid course within the last three years', 'must']],
  ],
  [
    'Talking with people who live with dementia',
    'Listening, validating, calming: with examples from the houses.',
    [['equipment.notebook', 'Something to write with', 'should']],
  ],
  [
    'Medication rounds without mistakes',
    'From the chart to the person: who, what, when, how much.',
    [
      ['knowledge.medication', 'You hand out medication already', 'must'],
      ['document.background_check', 'A background check not older than a year', 'must'],
    ],
  ],
  [
    'Rotas on the computer',
    'Plan a week, copy it, fill the gaps.',
    [
      ['equipment.laptop', 'A laptop with a charged battery', 'must'],
      ['knowledge.computers', 'You know your way around a browser', 'must'],
    ],
  ],
  ['Sign language: the first hundred signs', 'Greetings, needs, feelings.', []],
  ['Nights: staying well', 'Sleep, food and light for those who work nights.', []],
  [
    'Driving the minibus',
    'The wheelchair lift, the belts and the paperwork.',
    [['document.driving_licence', 'Your driving licence', 'must']],
  ],
] as const satisfies [string, string, [string, string, 'must' | 'should'][]][];

let built = 0;

/** A draft in the morning of a day of its own; a new one at each call. */
export function buildWorkshop(overrides: Partial<Workshop> = {}): Workshop {
  const n = built++;
  const startsAt = overrides.startsAt ?? zonedInstant(new Date(n * day), 9 * 60, 'Europe/London');
  return {
    id: seedId('built workshop', n),
    title: subjects[n % subjects.length]![0],
    place: 'The hall',
    timeZone: 'Europe/London',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * hour),
    capacity: 12,
    status: 'draft',
    ...madeAt(n),
    ...overrides,
  };
}

/**
 * A programme: workshops that were held, that come, that are full with people waiting, drafts and cancelled ones. Those
 * of the accounts come first and are the same at every scale: the member is offered a seat in the first one, the agent
 * organizes it and two more, and the planner is invited as a substitute.
 *
 * @param scale 1 makes 40 workshops.
 * @param people The people's scenario at that scale.
 * @param today The UTC midnight of the day that counts as the present one.
 */
export function workshopsScenario(scale: number, people: PeopleScenario, today: Date): WorkshopsScenario {
  const scenario: WorkshopsScenario = {
    workshops: [],
    organizers: [],
    requirements: [],
    participants: [],
    broughtItems: [],
  };
  const { agent, facility, member } = accounts;
  const own = new Set<string>([agent.personId, facility.personId, member.personId]);
  const others = people.memberships
    .filter(({ role, personId }) => role === 'agent' && !own.has(personId))
    .map(({ personId }) => personId);
  const count = Math.max(8, size(40, scale));
  for (let n = 0; n < count; n++) addWorkshop(n);
  const brought: [string, string][] = [
    [member.personId, 'equipment.shoes'],
    [member.personId, 'document.identity'],
    [agent.personId, 'knowledge.first_aid'],
    [agent.personId, 'equipment.shoes'],
  ];
  for (const [n, [personId, kind]] of brought.entries()) {
    scenario.broughtItems.push({ id: seedId('brought item', n), personId, kind, ...madeAt(n) });
  }
  return scenario;

  function addWorkshop(n: number): void {
    const pick = picksFor('workshop', n);
    const [title, description, requirements] = subjects[n % subjects.length]!;
    // The accounts' own come in the next days; of the others a third is past. No two of one row of days overlap.
    const offset = n < 8 ? [2, 9, 16, 23, -5, 30, 12, 40][n]! : (n % 3 === 0 ? -1 : 1) * (3 + (n % 60));
    const startsAt = zonedInstant(
      new Date(today.getTime() + offset * day),
      9 * 60 + (n % 2) * 5 * 60,
      'Europe/London',
    );
    const isPast = offset < 0;
    const status =
      n === 3 || n % 13 === 12
        ? 'draft'
        : n === 6 || n % 11 === 10
          ? 'cancelled'
          : isPast
            ? 'held'
            : 'published';
    const online = n % 5 === 4;
    const area = pick(areas);
    const workshop = buildWorkshop({
      id: seedId('workshop', n),
      title: n < subjects.length ? title : `${title}, ${area}`,
      description,
      place: online ? null : `Training room, ${area}`,
      link: online ? `https://rooms.guildhall.example/${n}` : null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + (2 + (n % 3)) * hour),
      capacity: [4, 12, 8, 20, 10, 6, 8, 12][n % 8]!,
      status: status === 'draft' && isPast ? 'held' : status,
      cancellationReason: status === 'cancelled' ? 'Too few people could come.' : null,
      ...madeAt(n),
    });
    scenario.workshops.push(workshop);
    for (const [r, [kind, text, level]] of requirements.entries()) {
      const id = seedId(`requirement of workshop ${n}`, r);
      scenario.requirements.push({ id, workshopId: workshop.id, kind, text, level, ...madeAt(n + r) });
    }
    addOrganizers(n, workshop);
    if (workshop.status !== 'draft') addParticipants(n, workshop, 1 + requirements.length);
  }

  function addOrganizers(n: number, { id: workshopId }: Workshop): void {
    const parts: [string, string][] =
      n < 4
        ? [
            [agent.personId, 'active'],
            ...(n === 0 ? [[facility.personId, 'invited'] as [string, string]] : []),
          ]
        : [[others[(n * 7) % Math.max(1, others.length)] ?? agent.personId, 'active']];
    if (n === 1) parts.push([others[0] ?? facility.personId, 'unavailable']);
    for (const [k, [personId, status]] of parts.entries()) {
      const id = seedId(`organizer of workshop ${n}`, k);
      scenario.organizers.push({ id, workshopId, personId, status, ...madeAt(n + k) });
    }
  }

  function addParticipants(n: number, workshop: Workshop, acknowledgedVersion: number): void {
    const full = n % 4 === 0;
    const people = [
      ...new Set(
        Array.from(
          { length: workshop.capacity + 3 },
          (_, k) => others[(n * 11 + k * 3) % Math.max(1, others.length)],
        ),
      ),
    ]
      .filter((personId): personId is string => personId !== undefined)
      .filter((personId) => isFree(personId, workshop));
    const seated = people.slice(
      0,
      full ? workshop.capacity - (n === 0 ? 1 : 0) : Math.ceil(workshop.capacity / 3),
    );
    const waiting =
      full && workshop.status === 'published' ? people.slice(seated.length, seated.length + 3) : [];
    const rows: Pick<Participant, 'personId' | 'status' | 'offeredUntil' | 'cancelledBy'>[] = seated.map(
      (personId, k) => ({
        personId,
        ...(workshop.status === 'cancelled'
          ? { status: 'cancelled', cancelledBy: 'workshop_cancelled' }
          : { status: workshop.status === 'held' ? (k % 6 === 5 ? 'no_show' : 'attended') : 'confirmed' }),
      }),
    );
    if (n === 0) {
      rows.push({
        personId: member.personId,
        status: 'offered',
        offeredUntil: new Date(Math.min(workshop.startsAt.getTime(), today.getTime() + 2 * day)),
      });
    }
    if (n === 2) rows.push({ personId: member.personId, status: 'confirmed' });
    if (n === 4) rows.pop();
    if (n === 4) rows.push({ personId: member.personId, status: 'attended' });
    rows.push(
      ...(seated.length + (n === 0 ? 1 : 0) >= workshop.capacity ? waiting : []).map((personId) => ({
        personId,
        status: 'waiting',
      })),
    );
    for (const [k, row] of rows.entries()) {
      const id = seedId(`participant of workshop ${n}`, k);
      scenario.participants.push({
        id,
        workshopId: workshop.id,
        acknowledgedVersion,
        ...row,
        ...madeAt(n * 30 + k),
      });
    }
  }

  /** Nobody takes part in two at once, cancelled ones counted too. */
  function isFree(personId: string, { startsAt, endsAt }: Workshop): boolean {
    return !scenario.participants.some((other) => {
      if (other.personId !== personId) return false;
      const at = scenario.workshops.find(({ id }) => id === other.workshopId)!;
      return at.startsAt < endsAt && at.endsAt > startsAt;
    });
  }
}
