import { expect, test } from 'vitest';
import { readAnswer } from './readAnswer.ts';

const error = (code: string, rest: Record<string, unknown> = {}) => ({
  message: `The message of ${code}.`,
  extensions: { code, ...rest },
});
const down = error('UPSTREAM_UNAVAILABLE', { service: 'people' });

test('what a service that is down leaves is shown, and the service named', () => {
  expect(readAnswer({ data: { facilities: [], me: null }, errors: [down, down] }, 'r')).toEqual({
    kind: 'data',
    data: { facilities: [], me: null },
    down: ['people'],
  });
});

test('when nothing is left, the service is the trouble', () => {
  for (const data of [null, { me: null }]) {
    expect(readAnswer({ data, errors: [down] }, 'r')).toEqual({
      kind: 'unavailable',
      service: 'people',
      requestId: 'r',
    });
  }
});

test('every other error is a trouble, whatever else there is', () => {
  const kindOf = (code: string) => readAnswer({ data: { a: 1 }, errors: [down, error(code)] }, 'r').kind;
  expect(kindOf('UNAUTHENTICATED')).toBe('signedOut');
  expect(kindOf('FORBIDDEN')).toBe('refused');
  expect(kindOf('LIMIT_EXCEEDED')).toBe('limit');
  expect(kindOf('INTERNAL')).toBe('failed');
  expect(readAnswer({ data: null }, 'r').kind).toBe('failed');
});
