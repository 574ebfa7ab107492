import { randomUUID } from 'node:crypto';
import { accounts } from '@guildhall/seeds/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Persona } from './expectation.ts';
import { startGraph } from './startGraph.ts';

/** What each persona may do with records that are there: their own, and those of others. */
let graph: Awaited<ReturnType<typeof startGraph>>;
let own: { facility: string; agent: string };
let others: { facility: string; agent: string };
beforeAll(async () => {
  graph = await startGraph(0.15);
  const { facilities } = await ask(
    'company',
    '{ facilities(first: 100) { nodes { id organisation { id } } } }',
  );
  const isOwn = ({ organisation }: { organisation: { id: string } }) =>
    organisation.id === accounts.facility.organisationId;
  const { me } = await ask('agent', '{ me { agent { id } } }');
  own = { facility: facilities.nodes.find(isOwn).id, agent: me.agent.id };
  others = {
    facility: facilities.nodes.find((each: { organisation: { id: string } }) => !isOwn(each)).id,
    agent: await newAgent(),
  };
});
afterAll(() => graph?.close());

async function ask(persona: Persona, document: string, variables = {}) {
  const { data, errors } = await graph.query(persona, document, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** What comes of it: the type of the answer, or the code of the error that stands in its place. */
async function attempt(persona: Persona, mutation: string, input: object) {
  const name = mutation[0]!.toUpperCase() + mutation.slice(1);
  const payloads: Record<string, string> = {
    createShift: '... on CreateShiftPayload { shift { id } }',
    createAgent: '... on CreateAgentPayload { agent { id } }',
    raiseFlag: '... on RaiseFlagPayload { flag { id } }',
  };
  const { data, errors } = await graph.query(
    persona,
    `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
      __typename ... on Refusal { message } ${payloads[mutation] ?? ''} } }`,
    { input },
  );
  return errors ? { __typename: String(errors[0]!.extensions['code']) } : data.result;
}

async function newAgent(): Promise<string> {
  const made = await attempt('company', 'createAgent', { personId: randomUUID() });
  return made.agent.id;
}

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
let weeks = 0;

type State = 'open' | 'assigned' | 'agent’s' | 'soon' | 'running' | 'ended' | 'completed' | 'cancelled';

/** A shift that stands so, in a week of its own unless it is about now. Ada has those that are the agent's or soon. */
async function shiftThatIs(state: State, facilityId: string): Promise<string> {
  // Now and then are as many hours away: one agent has one of each.
  const starts =
    { soon: 12, running: -1, ended: -10, completed: -10 }[state as string] ?? 24 * 7 * (200 + weeks++);
  const isAdas = state === 'agent’s' || state === 'soon';
  const made = await attempt('company', 'createShift', {
    facilityId,
    startsAt: inHours(starts),
    endsAt: inHours(starts + 8),
    agentId: state === 'open' || state === 'cancelled' ? null : isAdas ? own.agent : await newAgent(),
  });
  const { id } = made.shift;
  if (state === 'completed') await attempt('company', 'confirmShift', { id });
  if (state === 'cancelled') await attempt('company', 'cancelShift', { id });
  return id;
}

const done = 'done';
const everybody = (outcome: string) => ({ company: outcome, facility: outcome, agent: outcome });
const staff = { company: done, facility: 'FORBIDDEN', agent: 'FORBIDDEN' };
const planners = (facility: string, company = done) => ({ company, facility, agent: 'FORBIDDEN' });
const agentsAndStaff = (agent: string) => ({ company: done, facility: 'FORBIDDEN', agent });
const agents = (agent: string) => ({ company: 'FORBIDDEN', facility: 'FORBIDDEN', agent });
const notFound = 'NotFound';
const notNow = 'NotPossibleNow';
const notPermitted = 'NotPermitted';

type Input = () => object | Promise<object>;
const ofShift =
  (state: State, more: () => object | Promise<object> = () => ({}), place: 'own' | 'other' = 'own'): Input =>
  async () => ({
    id: await shiftThatIs(state, place === 'own' ? own.facility : others.facility),
    ...(await more()),
  });
const later = () => ({ startsAt: inHours(24 * 300), endsAt: inHours(24 * 300 + 6) });
const newShift =
  (place: () => string, more: () => object | Promise<object> = () => ({})): Input =>
  async () => ({
    facilityId: place(),
    startsAt: inHours(24 * 7 * (200 + weeks++)),
    endsAt: inHours(24 * 7 * (199 + weeks) + 8),
    ...(await more()),
  });
const someAgent = async () => ({ agentId: await newAgent() });
const pay = { rate: { amountMinor: 2_000, currency: 'GBP' } };

const rights: [what: string, mutation: string, input: Input, outcome: Record<string, string>][] = [
  [
    'change the own facility',
    'updateFacility',
    () => ({ id: own.facility, address: '1 High Street' }),
    planners(done),
  ],
  [
    'change another’s facility',
    'updateFacility',
    () => ({ id: others.facility, address: 'x' }),
    planners(notFound),
  ],
  [
    'put a facility under another organisation',
    'moveFacility',
    () => ({ id: others.facility, organisationId: randomUUID() }),
    staff,
  ],
  ['create an open shift', 'createShift', newShift(() => own.facility), planners(done)],
  ['create an assigned shift', 'createShift', newShift(() => own.facility, someAgent), planners(done)],
  [
    'create a shift of another’s facility',
    'createShift',
    newShift(() => others.facility),
    planners(notFound),
  ],
  [
    'create a shift in the past',
    'createShift',
    () => ({ facilityId: own.facility, startsAt: inHours(-9), endsAt: inHours(-1) }),
    planners(notNow),
  ],
  ['move a shift', 'updateShift', ofShift('open', later), planners(done)],
  [
    'note something of a shift',
    'updateShift',
    ofShift('assigned', () => ({ note: 'Ring twice' })),
    planners(done),
  ],
  [
    'set the qualification of a shift',
    'updateShift',
    ofShift('open', () => ({ qualification: 'care' })),
    planners(done),
  ],
  ['move a shift that has started', 'updateShift', ofShift('running', later), planners(notNow)],
  [
    'note something of a completed shift',
    'updateShift',
    ofShift('completed', () => ({ note: 'x' })),
    planners(notPermitted),
  ],
  [
    'change another facility’s shift',
    'updateShift',
    ofShift('open', () => ({ note: 'x' }), 'other'),
    planners(notFound),
  ],
  ['assign a shift', 'assignShift', ofShift('open', someAgent), planners(done)],
  [
    'assign a shift that somebody has',
    'assignShift',
    ofShift('assigned', someAgent),
    planners('ShiftAlreadyTaken', 'ShiftAlreadyTaken'),
  ],
  [
    'assign a shift that has started',
    'assignShift',
    ofShift('running', async () => ({ ...(await someAgent()), reassign: true })),
    planners('ShiftHasStarted'),
  ],
  ['assign another facility’s shift', 'assignShift', ofShift('open', someAgent, 'other'), planners(notFound)],
  ['unassign a shift', 'unassignShift', ofShift('assigned'), planners(done)],
  ['unassign a shift that has started', 'unassignShift', ofShift('running'), planners(notNow)],
  ['cancel a shift', 'cancelShift', ofShift('assigned'), planners(done)],
  ['cancel a shift that has started', 'cancelShift', ofShift('running'), planners(notNow)],
  [
    'cancel another facility’s shift',
    'cancelShift',
    ofShift('open', () => ({}), 'other'),
    planners(notFound),
  ],
  ['take back that a shift was cancelled', 'reopenShift', ofShift('cancelled'), planners(done)],
  ['confirm hours', 'confirmShift', ofShift('ended', () => ({ workedMinutes: 450 })), planners(done)],
  ['confirm hours before the end', 'confirmShift', ofShift('running'), planners(notNow, notNow)],
  [
    'confirm hours of another facility',
    'confirmShift',
    ofShift('ended', () => ({}), 'other'),
    planners(notFound),
  ],
  ['take back that hours were confirmed', 'reopenShift', ofShift('completed'), planners(notPermitted)],
  ['set the rate of a shift', 'setShiftRate', ofShift('open', () => pay), staff],
  ['delete a shift', 'deleteShift', ofShift('open'), staff],
  [
    'change the own record',
    'updateAgent',
    () => ({ id: own.agent, homeArea: 'Leeds', phone: '+44 113 496 0000' }),
    agentsAndStaff(done),
  ],
  [
    'change another agent’s record',
    'updateAgent',
    () => ({ id: others.agent, homeArea: 'Leeds' }),
    agentsAndStaff(notFound),
  ],
  ['set the own rate', 'setAgentRate', () => ({ id: own.agent, ...pay }), staff],
  [
    'state an own qualification',
    'setAgentQualification',
    () => ({ agentId: own.agent, code: 'support.kitchen' }),
    agentsAndStaff(done),
  ],
  [
    'state another’s qualification',
    'setAgentQualification',
    () => ({ agentId: others.agent, code: 'care' }),
    agentsAndStaff(notFound),
  ],
  [
    'say a preference',
    'setFacilityPreference',
    () => ({ agentId: own.agent, facilityId: others.facility, preference: 'AVOID' }),
    agentsAndStaff(done),
  ],
  [
    'say another’s preference',
    'setFacilityPreference',
    () => ({ agentId: others.agent, facilityId: own.facility, preference: 'AVOID' }),
    agentsAndStaff(notFound),
  ],
  ['claim an open shift', 'claimShift', ofShift('open'), agents(done)],
  ['claim a shift that somebody has', 'claimShift', ofShift('assigned'), agents('ShiftAlreadyTaken')],
  ['give an own shift back', 'giveBackShift', ofShift('agent’s'), agents(done)],
  ['give another’s shift back', 'giveBackShift', ofShift('assigned'), agents(notFound)],
  ['offer an own shift', 'offerShift', ofShift('agent’s'), agents(done)],
  ['offer another’s shift', 'offerShift', ofShift('assigned'), agents(notFound)],
  [
    'flag an own shift',
    'raiseFlag',
    async () => ({
      subjectKind: 'SHIFT',
      subjectId: await shiftThatIs('agent’s', own.facility),
      message: 'The break is missing',
    }),
    everybody(done),
  ],
  [
    'flag a person',
    'raiseFlag',
    () => ({ subjectKind: 'PERSON', subjectId: accounts.agent.personId, message: 'Misspelt' }),
    everybody(done),
  ],
  [
    'take a flag',
    'takeFlag',
    async () => ({
      id: (
        await attempt('facility', 'raiseFlag', {
          subjectKind: 'FACILITY',
          subjectId: own.facility,
          message: 'x',
        })
      ).flag.id,
    }),
    staff,
  ],
];

describe.each(['company', 'facility', 'agent', 'anonymous'] as const)('%s', (persona) => {
  test.each(rights)('tries to %s', async (_what, mutation, input, outcome) => {
    const { __typename: came, message } = await attempt(persona, mutation, await input());
    const expected = persona === 'anonymous' ? 'UNAUTHENTICATED' : outcome[persona];
    expect(came.endsWith('Payload') ? done : came, message).toBe(expected);
  });
});

test('an agent gives no shift back in the last 24 hours, and offers it to others instead', async () => {
  // Ada's own plan is full about now: another agent cannot sign in here, so hers is cleared first.
  const { me } = await ask(
    'agent',
    `query ($from: DateTime!, $to: DateTime!) { me { agent { shifts(filter: { status: [ASSIGNED], startsFrom: $from, startsBefore: $to }) { nodes { id } } } } }`,
    { from: inHours(-48), to: inHours(72) },
  );
  for (const { id } of me.agent.shifts.nodes) await attempt('company', 'deleteShift', { id });
  const id = await shiftThatIs('soon', own.facility);
  expect(await attempt('agent', 'giveBackShift', { id })).toMatchObject({
    __typename: notNow,
    message: expect.stringContaining('up to 24 hours before it starts'),
  });
  expect((await attempt('agent', 'offerShift', { id })).__typename).toBe('OfferShiftPayload');
});

describe('reading', () => {
  const everything = `{
    facilities(first: 100) { totalCount nodes { organisation { id } } }
    agents(first: 100) { totalCount nodes { id phone hourlyRate { amountMinor } preferences { preference }
      person { id contact { email phone } } } }
    shifts(first: 100, orderBy: { field: STARTS_AT, direction: DESC }) { totalCount nodes { status kind offeredAt
      agent { id } facility { organisation { id } } } }
  }`;

  test('a facility reads its own places and shifts, and of all agents neither pay nor how to reach them', async () => {
    const read = await ask('facility', everything);
    const all = await ask('company', everything);
    const places = [
      ...read.facilities.nodes,
      ...read.shifts.nodes.map(({ facility }: { facility: object }) => facility),
    ];
    for (const { organisation } of places) expect(organisation.id).toBe(accounts.facility.organisationId);
    expect(read.agents.totalCount).toBe(all.agents.totalCount);
    for (const { phone, hourlyRate, preferences, person } of read.agents.nodes) {
      expect([phone, hourlyRate, preferences, person?.contact ?? null]).toEqual([null, null, [], null]);
    }
    // They are there to be seen.
    expect(all.agents.nodes.some(({ phone }: { phone: string | null }) => phone)).toBe(true);
    expect(all.agents.nodes.some(({ hourlyRate }: { hourlyRate: object | null }) => hourlyRate)).toBe(true);
  });

  test('an agent reads their own record and shifts, open and offered ones, and all facilities', async () => {
    const read = await ask('agent', everything);
    const all = await ask('company', everything);
    expect(read.facilities.totalCount).toBe(all.facilities.totalCount);
    expect(read.agents.nodes.map(({ id }: { id: string }) => id)).toEqual([own.agent]);
    expect(read.agents.nodes[0].hourlyRate).not.toBeNull();
    for (const { status, kind, offeredAt, agent } of read.shifts.nodes) {
      expect(agent?.id === own.agent || (status === 'OPEN' && kind === 'WORK') || offeredAt !== null).toBe(
        true,
      );
    }
    expect(read.shifts.totalCount).toBeLessThan(all.shifts.totalCount);
  });

  test('the company reads who changed what, nobody else does, and the anonymous read nothing', async () => {
    const history = `{ agent(id: "${own.agent}") { history(first: 1) { nodes { at actor { name } } } } }`;
    expect((await ask('company', history)).agent.history.nodes).toHaveLength(1);
    for (const persona of ['facility', 'agent'] as const) {
      expect((await graph.query(persona, history)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    const { data, errors } = await graph.query('anonymous', everything);
    expect([data, errors?.[0]?.extensions['code']]).toEqual([undefined, 'UNAUTHENTICATED']);
  });
});
