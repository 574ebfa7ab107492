import { expect, test } from 'vitest';
import { approvals, checkApproval } from './approval.ts';
import { checkFreeze } from './freeze.ts';

test.for([
  ['live', '', 'passes'],
  ['live', 'staging, live: closing of the year', 'live is frozen: closing of the year.'],
  ['test', 'staging, live: closing of the year', 'passes'],
  ['test', 'all: the move', 'test is frozen: the move.'],
  ['live', 'live:', 'live is frozen: no reason is given.'],
  // What cannot be read as environments and a reason freezes everything: better so than the other way round.
  ['dev', 'nobody touches anything!', 'dev is frozen: nobody touches anything!.'],
  ['dev', 'LIVE: audit', 'dev is frozen: LIVE: audit.'],
] as const)('%s under the freeze “%s”: %s', ([environment, freeze, expected]) => {
  const check = () => checkFreeze(environment, freeze);
  if (expected === 'passes') expect(check).not.toThrow();
  else expect(check).toThrow(`${expected} Nothing was changed.`);
});

const approval = (login: string, environment = 'live', state = 'approved') => ({
  state,
  comment: '',
  user: { login },
  environments: [{ id: 1, name: environment }],
});
const approvedBy =
  (...given: ReturnType<typeof approval>[]) =>
  () =>
    checkApproval({ environment: 'live', requesters: ['Ada', 'bob'], given: approvals.parse(given) });

test('somebody else approves than who asked, or asked again', () => {
  expect(approvedBy(approval('carol'))()).toEqual(['carol']);
  expect(approvedBy(approval('bob'), approval('carol'))()).toEqual(['carol']);
  expect(approvedBy(approval('ada'))).toThrow(
    'live changes when somebody else approves than who asked (Ada, bob), and only ada has. Set required reviewers',
  );
  expect(approvedBy(approval('BOB'))).toThrow('only BOB has');
  expect(approvedBy()).toThrow('nobody has approved');
  expect(approvedBy(approval('carol', 'staging'))).toThrow('nobody has approved');
  expect(approvedBy(approval('carol', 'live', 'rejected'))).toThrow('nobody has approved');
});
