import { expect, test } from 'vitest';
import type { ActionResult } from '../../graph/actionResult.ts';
import { forEachShift } from './forEachShift.ts';

const refusal = { __typename: 'OverlapsOtherShift', message: 'This overlaps.' };
const trouble = { kind: 'unavailable', service: 'staffing', requestId: '1' } as const;
const answers: Record<string, ActionResult<{ warnings?: { message: string }[] }>> = {
  a: { kind: 'done', payload: { warnings: [{ message: 'Long week.' }] } },
  b: { kind: 'refusal', refusal },
  c: { kind: 'done', payload: {} },
  down: { kind: 'trouble', trouble },
};
const outcome = async (...ids: string[]) => forEachShift(ids, async (id) => answers[id]!);

test('what is refused for one shift is done to the others, and told of that one', async () => {
  expect(await outcome('a', 'b', 'c')).toEqual({
    kind: 'done',
    payload: { done: ['a', 'c'], refused: [{ id: 'b', refusal }], trouble: null, warnings: ['Long week.'] },
  });
});

test('a trouble ends it: what was done before it is told, and before anything it is all there is', async () => {
  expect(await outcome('a', 'down', 'c')).toMatchObject({ payload: { done: ['a'], refused: [], trouble } });
  expect(await outcome('down', 'a')).toEqual({ kind: 'trouble', trouble });
});
