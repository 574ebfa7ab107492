import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '@guildhall/kit/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentViewer, company, facilityViewer, startStaffing } from './staffing.ts';

/**
 * A model of who has which shift: commands are run against the graph and against the model, one after the other
 * and at once. What came of those at once must be what comes of them in some order.
 */
let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

/** Shifts of eight hours, one every six hours: neighbours overlap, and the next but one leaves too little rest. */
const slots = 6;
const base = Date.UTC(2030, 0, 7, 6);
const startOf = (slot: number) => base + slot * 6 * 3_600_000;
const endOf = (slot: number) => startOf(slot) + 8 * 3_600_000;
const restHours = 11;

interface ModelShift {
  readonly facility: number;
  readonly needsNurse: boolean;
  readonly slot: number;
  readonly status: 'OPEN' | 'ASSIGNED' | 'CANCELLED';
  readonly agent: number | null;
  readonly offered: boolean;
}
type Model = readonly ModelShift[];

const isNurse = [true, false, true];
const agents = isNurse.length;
const facilities = 2;
/** Who plans: the planner of each facility, and the company. */
const planners = facilities + 1;
const mayPlan = (planner: number, shift: ModelShift) => planner === facilities || planner === shift.facility;

type Action =
  | {
      what: 'create';
      planner: number;
      facility: number;
      slot: number;
      needsNurse: boolean;
      agent: number | null;
    }
  | {
      what: 'claimShift' | 'giveBackShift' | 'offerShift' | 'withdrawShiftOffer';
      agent: number;
      shift: number;
    }
  | { what: 'assignShift'; planner: number; shift: number; agent: number; reassign: boolean }
  | { what: 'reopenShift'; planner: number; shift: number; keepAgent: boolean }
  | { what: 'unassignShift' | 'cancelShift'; planner: number; shift: number }
  | { what: 'updateShift'; planner: number; shift: number; slot: number };

const done = 'done';

/** What comes of an action by the model: the result, and the shifts as they then are. */
function foretell(model: Model, action: Action): [result: string, after: Model] {
  if (action.what === 'create') {
    const { facility, slot, needsNurse, agent } = action;
    const shift: ModelShift = {
      facility,
      slot,
      needsNurse,
      agent,
      status: agent === null ? 'OPEN' : 'ASSIGNED',
      offered: false,
    };
    if (!mayPlan(action.planner, shift)) return ['NotFound', model];
    const against = agent === null ? null : refusedTo(model, -1, shift, agent);
    return against ? [against, model] : [done, [...model, shift]];
  }
  const n = action.shift;
  const shift = model[n]!;
  const become = (change: Partial<ModelShift>): [string, Model] => {
    const next = { ...shift, ...change };
    const keepsOffer = next.status === 'ASSIGNED' && next.agent === shift.agent;
    return [done, model.with(n, { ...next, offered: keepsOffer && next.offered })];
  };
  const refuse = (result: string): [string, Model] => [result, model];

  if ('planner' in action && !mayPlan(action.planner, shift)) return refuse('NotFound');
  switch (action.what) {
    case 'claimShift': {
      const { agent } = action;
      if (shift.status === 'CANCELLED') return refuse('NotPossibleNow');
      if (shift.agent === agent) return refuse('NotPossibleNow');
      if (shift.status === 'ASSIGNED' && !shift.offered) return refuse('ShiftAlreadyTaken');
      const against =
        refusedTo(model, n, shift, agent) ?? (isTooClose(model, n, shift, agent) && 'TooLittleRest');
      return against ? refuse(against) : become({ agent, status: 'ASSIGNED' });
    }
    case 'giveBackShift':
    case 'offerShift':
    case 'withdrawShiftOffer': {
      if (shift.agent !== action.agent) return refuse('NotFound');
      if (shift.status !== 'ASSIGNED') return refuse('NotPossibleNow');
      if (action.what === 'giveBackShift') return become({ agent: null, status: 'OPEN' });
      const offered = action.what === 'offerShift';
      return shift.offered === offered ? refuse('NotPossibleNow') : become({ offered });
    }
    case 'assignShift': {
      const { agent, reassign } = action;
      if (shift.status === 'CANCELLED') return refuse('NotPossibleNow');
      if (shift.agent !== null && shift.agent !== agent && !reassign) return refuse('ShiftAlreadyTaken');
      const against = refusedTo(model, n, shift, agent);
      return against ? refuse(against) : become({ agent, status: 'ASSIGNED' });
    }
    case 'unassignShift':
      return shift.status === 'ASSIGNED' ? become({ agent: null, status: 'OPEN' }) : refuse('NotPossibleNow');
    case 'cancelShift':
      return shift.status === 'CANCELLED' ? refuse('NotPossibleNow') : become({ status: 'CANCELLED' });
    case 'reopenShift': {
      if (shift.status !== 'CANCELLED') return refuse('NotPossibleNow');
      if (shift.agent === null || !action.keepAgent) return become({ agent: null, status: 'OPEN' });
      const against = refusedTo(model, n, shift, shift.agent);
      return against ? refuse(against) : become({ status: 'ASSIGNED' });
    }
    case 'updateShift': {
      const moved = { ...shift, slot: action.slot };
      const isAsked = shift.status === 'ASSIGNED' && action.slot !== shift.slot;
      const against = isAsked ? refusedTo(model, n, moved, shift.agent!) : null;
      return against ? refuse(against) : become({ slot: action.slot });
    }
  }
}

function refusedTo(model: Model, n: number, shift: ModelShift, agent: number): string | null {
  const overlaps = othersOf(model, n, agent).some(
    (other) => startOf(other.slot) < endOf(shift.slot) && endOf(other.slot) > startOf(shift.slot),
  );
  if (overlaps) return 'OverlapsOtherShift';
  return shift.needsNurse && !isNurse[agent] ? 'NotQualified' : null;
}

function isTooClose(model: Model, n: number, shift: ModelShift, agent: number): boolean {
  return othersOf(model, n, agent).some((other) => {
    const gap = Math.max(startOf(other.slot) - endOf(shift.slot), startOf(shift.slot) - endOf(other.slot));
    return gap < restHours * 3_600_000;
  });
}

function othersOf(model: Model, n: number, agent: number): ModelShift[] {
  return model.filter((other, m) => m !== n && other.agent === agent && other.status === 'ASSIGNED');
}

/** The records behind the numbers of the model. */
interface World {
  readonly viewers: { agents: Viewer[]; planners: Viewer[] };
  readonly agentIds: string[];
  readonly facilityIds: string[];
  readonly shiftIds: string[];
}

async function newWorld(): Promise<World> {
  const organisations = Array.from({ length: facilities }, () => randomUUID());
  const persons = isNurse.map(() => randomUUID());
  const agentIds = await Promise.all(persons.map((personId) => staffing.agent(personId)));
  for (const [n, id] of agentIds.entries()) {
    if (!isNurse[n]) continue;
    await staffing.sql`insert into staffing.agent_qualification (agent_id, code) values (${id}::uuid, 'nursing')`;
  }
  return {
    viewers: { agents: persons.map(agentViewer), planners: [...organisations.map(facilityViewer), company] },
    agentIds,
    facilityIds: await Promise.all(organisations.map((organisation) => staffing.facility(organisation))),
    shiftIds: [],
  };
}

/** Does it, and says what came of it in the words of the model; of a new shift, also its id. */
async function carryOut(world: World, action: Action): Promise<{ result: string; id?: string }> {
  const times = (slot: number) => ({
    startsAt: new Date(startOf(slot)).toISOString(),
    endsAt: new Date(endOf(slot)).toISOString(),
  });
  const viewer =
    'planner' in action ? world.viewers.planners[action.planner]! : world.viewers.agents[action.agent]!;
  const agentOf = (n: number | null) => (n === null ? null : world.agentIds[n]!);
  const input = (): object => {
    switch (action.what) {
      case 'create':
        return {
          facilityId: world.facilityIds[action.facility],
          agentId: agentOf(action.agent),
          qualification: action.needsNurse ? 'nursing' : null,
          ...times(action.slot),
        };
      case 'assignShift':
        return { agentId: agentOf(action.agent), reassign: action.reassign };
      case 'reopenShift':
        return { keepAgent: action.keepAgent };
      case 'updateShift':
        return times(action.slot);
      default:
        return {};
    }
  };
  const mutation = action.what === 'create' ? 'createShift' : action.what;
  const id = 'shift' in action ? { id: world.shiftIds[action.shift] } : {};
  const answer = await staffing.change(viewer, mutation, { ...id, ...input() });
  return answer.__typename.endsWith('Payload')
    ? { result: done, id: answer.shift.id }
    : { result: answer.__typename };
}

/** The shifts as they stand in the database, in the model's words. */
async function stateOf(world: World): Promise<Model> {
  const rows = await staffing.sql`select * from staffing.shift where id = any (${world.shiftIds}::uuid[])`;
  return world.shiftIds.map((id) => {
    const row = rows.find((each) => each.id === id);
    return {
      facility: world.facilityIds.indexOf(row.facility_id),
      needsNurse: row.qualification !== null,
      slot: (row.starts_at.getTime() - base) / (6 * 3_600_000),
      status: row.status.toUpperCase(),
      agent: row.agent_id === null ? null : world.agentIds.indexOf(row.agent_id),
      offered: row.offered_at !== null,
    };
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, n) => permutations(items.toSpliced(n, 1)).map((rest) => [item, ...rest]));
}

/** One or more actions at once. */
class Actions implements fc.AsyncCommand<{ shifts: Model }, World> {
  readonly actions: readonly Action[];
  constructor(actions: readonly Action[]) {
    this.actions = actions;
  }
  check({ shifts }: { shifts: Model }): boolean {
    return this.actions.every((action) => !('shift' in action) || action.shift < shifts.length);
  }
  async run(model: { shifts: Model }, world: World): Promise<void> {
    const answers = await Promise.all(this.actions.map((action) => carryOut(world, action)));
    const created = answers.flatMap(({ id }, n) => (this.actions[n]!.what === 'create' && id ? [id] : []));
    world.shiftIds.push(...created);
    const state = await stateOf(world);
    const outcome = (order: number[]) => {
      let shifts = model.shifts;
      const results: string[] = [];
      for (const n of order) [results[n], shifts] = foretell(shifts, this.actions[n]!);
      return { results, shifts };
    };
    const actual = { results: answers.map(({ result }) => result), shifts: state };
    const possible = permutations([...this.actions.keys()]).map(outcome);
    // With one action, or when none fits, the comparison with the first shows what differs.
    const fitting = possible.find((each) => isDeepStrictEqual(each, actual));
    expect(actual).toEqual(fitting ?? possible[0]);
    model.shifts = state;
  }
  toString(): string {
    return this.actions.map((action) => JSON.stringify(action)).join(' | ');
  }
}

const below = (count: number) => fc.nat({ max: count - 1 });
const someAgent = below(agents);
const somePlanner = below(planners);
const someShift = below(4);
const record = <What extends Action['what'], Rest>(
  what: What,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) =>
  fc.record({ what: fc.constant(what), ...rest } as { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> } & {
    what: fc.Arbitrary<What>;
  }) as unknown as fc.Arbitrary<Action>;

const creation = record('create', {
  planner: somePlanner,
  facility: below(facilities),
  slot: below(slots),
  needsNurse: fc.boolean(),
  agent: fc.option(someAgent, { freq: 2 }),
});
const claim = record('claimShift', { agent: someAgent, shift: someShift });
const change = fc.oneof(
  { weight: 3, arbitrary: claim },
  record('giveBackShift', { agent: someAgent, shift: someShift }),
  record('offerShift', { agent: someAgent, shift: someShift }),
  record('withdrawShiftOffer', { agent: someAgent, shift: someShift }),
  record('assignShift', { planner: somePlanner, shift: someShift, agent: someAgent, reassign: fc.boolean() }),
  record('unassignShift', { planner: somePlanner, shift: someShift }),
  record('cancelShift', { planner: somePlanner, shift: someShift }),
  record('reopenShift', { planner: somePlanner, shift: someShift, keepAgent: fc.boolean() }),
  record('updateShift', { planner: somePlanner, shift: someShift, slot: below(slots) }),
);
const one = fc.oneof({ weight: 1, arbitrary: creation }, { weight: 4, arbitrary: change });
const atOnce = fc.oneof(
  fc.array(change, { minLength: 2, maxLength: 3 }),
  fc.array(claim, { minLength: 2, maxLength: 3 }),
);

test('claiming, giving back, swapping, assigning, moving, cancelling and reopening do what the model foretells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([one.map((action) => new Actions([action]))], { maxCommands: 40, size: '+1' }),
      async (commands) =>
        fc.asyncModelRun(async () => ({ model: { shifts: [] }, real: await newWorld() }), commands),
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

test('what several viewers do at once comes out as if they had done it in some order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands(
        [creation.map((action) => new Actions([action])), atOnce.map((actions) => new Actions(actions))],
        { maxCommands: 30, size: '+1' },
      ),
      async (commands) =>
        fc.asyncModelRun(async () => ({ model: { shifts: [] }, real: await newWorld() }), commands),
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
