import { GraphQLError } from 'graphql';
import { beforeEach, expect, test } from 'vitest';
import { formatError, graphError } from './errors.ts';
import { createLogger } from './logger.ts';

let lines: string[] = [];
const logger = createLogger({ name: 'test', destination: { write: (line) => lines.push(line) } });
const format = (error: GraphQLError, extensions: Record<string, unknown> = error.extensions) =>
  formatError({ message: error.message, path: ['me', 0], extensions }, error, { requestId: 'r1', logger });
beforeEach(() => {
  lines = [];
});

test('a bug leaves as one opaque code with the request id, and is logged', () => {
  const bug = new GraphQLError('cannot read x', { originalError: new TypeError('cannot read x of Ada') });
  const formatted = format(bug, { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['secret'], sql: 'select' });
  expect(formatted).toEqual({
    message: 'Something went wrong on our side. If it persists, report it with the request id r1.',
    path: ['me', 0],
    extensions: { code: 'INTERNAL', requestId: 'r1' },
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', path: 'me.0', err: { type: 'TypeError' } });
});

test('an error with a code of ours passes without its stack, and is not logged', () => {
  const error = graphError('FORBIDDEN', 'You may not.');
  expect(format(error, { ...error.extensions, stacktrace: ['x'] })).toEqual({
    message: 'You may not.',
    path: ['me', 0],
    extensions: { code: 'FORBIDDEN' },
  });
  expect(lines).toEqual([]);
});

test('a code that is not ours is no passport', () => {
  expect(format(graphError('INTERNAL', 'details')).message).not.toContain('details');
  expect(format(new GraphQLError('details', { extensions: { code: 'toString' } })).extensions?.['code']).toBe(
    'INTERNAL',
  );
});

test("Apollo Server's codes for bad requests are told by ours", () => {
  expect(
    format(new GraphQLError('which?', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })),
  ).toMatchObject({
    message: 'which?',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test.for(['08006', '57P01', '57P03', '53300'])(
  'a database that is out of reach (%s) is no bug: it may be tried again',
  (originalCode) => {
    const cause = Object.assign(new Error('the database system is shutting down'), {
      name: 'DriverAdapterError',
      cause: { kind: 'postgres', originalCode },
    });
    const error = new GraphQLError(cause.message, { originalError: cause });
    expect(format(error, { code: 'INTERNAL_SERVER_ERROR' })).toEqual({
      message: 'The database does not answer at the moment: try again shortly.',
      path: ['me', 0],
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', path: 'me.0' });
  },
);
