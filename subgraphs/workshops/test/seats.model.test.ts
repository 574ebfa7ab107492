import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inHours, somebody, startWorkshops } from './workshops.ts';

/**
 * A model of who has which seat, who waits where and who organizes: commands are run against the graph and against the
 * model, one after the other and at once. What came of those at once must be what comes of them in some order.
 */
let workshops: Awaited<ReturnType<typeof startWorkshops>>;
beforeAll(async () => {
  workshops = await startWorkshops();
});
afterAll(() => workshops?.close());

/** The first two are at the same time, the third at another. */
const times = [
  [100, 103],
  [102, 104],
  [200, 203],
] as const;
const overlaps = (a: number, b: number) => a < 2 && b < 2;
const people = 5;
const organizers = 3;

type Status = 'waiting' | 'offered' | 'confirmed' | 'cancelled';
interface ModelWorkshop {
  readonly capacity: number;
  /** In the order in which they signed up. */
  readonly list: readonly { readonly person: number; readonly status: Status }[];
  /** Of each person who may organize: their part, or null. */
  readonly parts: readonly (null | 'invited' | 'active' | 'unavailable' | 'withdrawn')[];
}
type Model = readonly ModelWorkshop[];

type Action =
  | { what: 'signUp' | 'leave' | 'accept' | 'cancel'; person: number; workshop: number }
  | { what: 'expire'; workshop: number }
  | { what: 'setCapacity'; workshop: number; capacity: number }
  | { what: 'invite' | 'join' | 'pause' | 'resume' | 'withdraw'; organizer: number; workshop: number };

const done = 'done';
const isLive = ({ status }: { status: Status }) => status !== 'cancelled';
const takesSeat = ({ status }: { status: Status }) => status === 'offered' || status === 'confirmed';

/** Free seats are offered to those who wait, in their order. */
function settle(workshop: ModelWorkshop): ModelWorkshop {
  let free = workshop.capacity - workshop.list.filter(takesSeat).length;
  const list = workshop.list.map((entry) =>
    entry.status === 'waiting' && free-- > 0 ? { ...entry, status: 'offered' as const } : entry,
  );
  return { ...workshop, list };
}

/** What comes of an action by the model: the result, and everything as it then is. */
function foretell(model: Model, action: Action): [result: string, after: Model] {
  const workshop = model[action.workshop]!;
  const become = (change: Partial<ModelWorkshop>): [string, Model] => [
    done,
    model.with(action.workshop, settle({ ...workshop, ...change })),
  ];
  const refuse = (result: string): [string, Model] => [result, model];

  if ('organizer' in action) {
    const part = workshop.parts[action.organizer]!;
    const move = (status: NonNullable<typeof part>): [string, Model] => {
      const parts = workshop.parts.with(action.organizer, status);
      return parts.includes('active') ? become({ parts }) : refuse('LastOrganizer');
    };
    switch (action.what) {
      case 'invite':
        return part === null || part === 'withdrawn' ? move('invited') : refuse('AlreadyExists');
      case 'join':
      case 'resume':
        if (part === null) return refuse('nothing');
        if (part === 'active') return move('active');
        return part === 'withdrawn' ? refuse('NotPossibleNow') : move('active');
      case 'pause':
        if (part === null) return refuse('nothing');
        return part === 'active' || part === 'unavailable' ? move('unavailable') : refuse('NotPossibleNow');
      case 'withdraw':
        return part === null ? refuse('nothing') : move('withdrawn');
    }
  }
  if (action.what === 'expire') {
    const list = workshop.list.map((entry) =>
      entry.status === 'offered' ? { ...entry, status: 'cancelled' as const } : entry,
    );
    return become({ list });
  }
  if (action.what === 'setCapacity') {
    const { capacity } = action;
    return workshop.list.filter(takesSeat).length > capacity ? refuse('TooFewSeats') : become({ capacity });
  }
  const { person } = action;
  const n = workshop.list.findIndex((entry) => entry.person === person && isLive(entry));
  const entry = workshop.list[n];
  const set = (status: Status) => become({ list: workshop.list.with(n, { person, status }) });
  switch (action.what) {
    case 'signUp': {
      if (entry) return refuse('AlreadyExists');
      const isBusy = model.some(
        ({ list }, other) =>
          other !== action.workshop &&
          overlaps(other, action.workshop) &&
          list.some((each) => each.person === person && isLive(each)),
      );
      if (isBusy) return refuse('OverlapsOtherWorkshop');
      const isFree =
        workshop.list.filter(takesSeat).length < workshop.capacity &&
        !workshop.list.some(({ status }) => status === 'waiting');
      return become({ list: [...workshop.list, { person, status: isFree ? 'confirmed' : 'waiting' }] });
    }
    case 'leave':
      return entry ? set('cancelled') : refuse('NotPossibleNow');
    case 'accept': {
      if (entry?.status === 'offered') return set('confirmed');
      return refuse('refused');
    }
    case 'cancel':
      return entry ? set('cancelled') : refuse('nothing');
  }
}

interface World {
  readonly ids: string[];
  readonly people: ReturnType<typeof somebody>[];
  readonly organizers: ReturnType<typeof somebody>[];
  /** Somebody of the company, who never leaves and does what organizers are asked to. */
  readonly model: Model;
}

async function newWorld(): Promise<World> {
  const staff = await Promise.all(Array.from({ length: organizers }, () => workshops.known(somebody())));
  const ids = await Promise.all(
    times.map(async ([from, to]) => {
      const id = await workshops.draft(
        { capacity: 2, startsAt: inHours(from), endsAt: inHours(to) },
        staff[0],
      );
      await workshops.done(staff[0]!, 'publishWorkshop', { id });
      return id;
    }),
  );
  const model = ids.map(() => ({ capacity: 2, list: [], parts: ['active', null, null] as const }));
  return { ids, people: Array.from({ length: people }, () => somebody()), organizers: staff, model };
}

const company = { ...somebody(), role: 'company' };

/** Does it, and says what came of it in the words of the model. */
async function carryOut(world: World, action: Action): Promise<string> {
  const id = world.ids[action.workshop]!;
  const told = (answer: { __typename: string }) =>
    answer.__typename.endsWith('Payload') ? done : answer.__typename;
  if ('organizer' in action) {
    const viewer = world.organizers[action.organizer]!;
    if (action.what === 'invite') {
      return told(
        await workshops.change(company, 'inviteOrganizer', { workshopId: id, personId: viewer.personId }),
      );
    }
    const part = await partOf(id, viewer.personId);
    if (!part) return 'nothing';
    const mutation = {
      join: 'acceptOrganizerInvitation',
      resume: 'markOrganizerAvailable',
      pause: 'markOrganizerUnavailable',
      withdraw: 'withdrawOrganizer',
    }[action.what];
    return told(await workshops.change(viewer, mutation, { id: part }));
  }
  if (action.what === 'expire') {
    await workshops.sql`update workshops.participant set offered_until = now() - interval '1 second'
      where workshop_id = ${id}::uuid and status = 'offered'`;
    await workshops.sql`select workshops.settle_seats(${id}::uuid)`;
    return done;
  }
  if (action.what === 'setCapacity') {
    return told(await workshops.change(company, 'updateWorkshop', { id, capacity: action.capacity }));
  }
  const viewer = world.people[action.person]!;
  switch (action.what) {
    case 'signUp':
      return told(await workshops.signUp(viewer, id));
    case 'leave':
      return told(await workshops.change(viewer, 'leaveWorkshop', { id }));
    case 'accept': {
      const answer = told(
        await workshops.change(viewer, 'acceptWorkshopSeat', { id, requirementsVersion: 1 }),
      );
      return answer === done ? done : 'refused';
    }
    case 'cancel': {
      const [row] = await workshops.sql`select id from workshops.participant
        where workshop_id = ${id}::uuid and person_id = ${viewer.personId}::uuid and status <> 'cancelled'`;
      return row ? told(await workshops.change(company, 'cancelParticipant', { id: row.id })) : 'nothing';
    }
  }
}

async function partOf(workshopId: string, personId: string): Promise<string | undefined> {
  const [row] = await workshops.sql`select id from workshops.organizer
    where workshop_id = ${workshopId}::uuid and person_id = ${personId}::uuid order by created_at desc limit 1`;
  return row?.id;
}

/** Everything as it stands in the database, in the model's words; what is counted twice agrees. */
async function stateOf(world: World): Promise<Model> {
  return Promise.all(
    world.ids.map(async (id) => {
      const [workshop] = await workshops.sql`select * from workshops.workshop where id = ${id}::uuid`;
      const rows = await workshops.sql`select person_id, status from workshops.participant
        where workshop_id = ${id}::uuid order by place`;
      const parts =
        await workshops.sql`select distinct on (person_id) person_id, status from workshops.organizer
        where workshop_id = ${id}::uuid order by person_id, created_at desc`;
      const list = rows.map((row) => ({
        person: world.people.findIndex(({ personId }) => personId === row.person_id),
        status: row.status as Status,
      }));
      expect(workshop.seats_taken).toBe(list.filter(takesSeat).length);
      expect(workshop.waiting_count).toBe(list.filter(({ status }) => status === 'waiting').length);
      return {
        capacity: workshop.capacity as number,
        list,
        parts: world.organizers.map(
          ({ personId }) => parts.find((part) => part.person_id === personId)?.status ?? null,
        ),
      };
    }),
  );
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, n) => permutations(items.toSpliced(n, 1)).map((rest) => [item, ...rest]));
}

/** One or more actions at once. */
class Actions implements fc.AsyncCommand<{ state: Model }, World> {
  readonly actions: readonly Action[];
  constructor(actions: readonly Action[]) {
    this.actions = actions;
  }
  check(): boolean {
    return true;
  }
  async run(model: { state: Model }, world: World): Promise<void> {
    const results = await Promise.all(this.actions.map((action) => carryOut(world, action)));
    const actual = { results, state: await stateOf(world) };
    const possible = permutations([...this.actions.keys()]).map((order) => {
      let state = model.state;
      const foretold: string[] = [];
      for (const n of order) [foretold[n], state] = foretell(state, this.actions[n]!);
      return { results: foretold, state };
    });
    // With one action, or when none fits, the comparison with the first shows what differs.
    const fitting = possible.find((each) => isDeepStrictEqual(each, actual));
    expect(actual).toEqual(fitting ?? possible[0]);
    model.state = actual.state;
  }
  toString(): string {
    return this.actions.map((action) => JSON.stringify(action)).join(' | ');
  }
}

const below = (count: number) => fc.nat({ max: count - 1 });
const workshop = below(times.length);
const what = <What extends string>(...values: What[]) => fc.constantFrom(...values);
const signUp = fc.record({ what: what('signUp'), person: below(people), workshop });
const ofPerson = fc.record({
  what: what('leave', 'accept', 'accept', 'cancel'),
  person: below(people),
  workshop,
});
const ofOrganizer = fc.record({
  what: what('invite', 'join', 'pause', 'resume', 'withdraw'),
  organizer: below(organizers),
  workshop,
});
const ofSeats = fc.oneof(
  fc.record({ what: what('expire'), workshop }),
  fc.record({ what: what('setCapacity'), workshop, capacity: fc.integer({ min: 1, max: 4 }) }),
);
const one: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: signUp },
  { weight: 4, arbitrary: ofPerson },
  { weight: 2, arbitrary: ofOrganizer },
  { weight: 2, arbitrary: ofSeats },
);
/** What several people do at one workshop at once; who cancels somebody looks first whether they are there. */
const together: fc.Arbitrary<Action[]> = fc.oneof(
  fc.array(signUp, { minLength: 2, maxLength: 3 }),
  fc.array(
    fc.record({ what: what('leave', 'signUp', 'accept'), person: below(people), workshop: fc.constant(2) }),
    { minLength: 2, maxLength: 3 },
  ),
);

const run = (arbitrary: fc.Arbitrary<Actions>[], numRuns: number) =>
  fc.assert(
    fc.asyncProperty(fc.commands(arbitrary, { maxCommands: 30, size: '+1' }), async (commands) => {
      const world = await newWorld();
      await fc.asyncModelRun(() => ({ model: { state: world.model }, real: world }), commands);
    }),
    { numRuns, endOnFailure: true },
  );

test('seats are never oversold, the waiting list keeps its order, and somebody always organizes', async () => {
  await run([one.map((action) => new Actions([action]))], 10);
});

test('what several people do at once comes out as if they had done it in some order', async () => {
  await run([one.map((action) => new Actions([action])), together.map((actions) => new Actions(actions))], 8);
});
