import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

function capture(options: { pretty?: boolean } = {}) {
  const lines: string[] = [];
  const logger = createLogger({
    name: 'people',
    ...options,
    destination: { write: (line) => lines.push(line) },
  });
  return { logger, lines };
}

test('a line is JSON with the service, the level by name and the time', () => {
  const { logger, lines } = capture();
  logger.child({ requestId: 'r1' }).warn({ count: 2 }, 'Slow.');
  logger.debug('not written');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      name: 'people',
      level: 'warn',
      time: expect.stringMatching(/Z$/),
      requestId: 'r1',
      count: 2,
      msg: 'Slow.',
    },
  ]);
});

test('a pretty line is one for people', () => {
  const { logger, lines } = capture({ pretty: true });
  logger.info({ port: 4001 }, 'Listening.');
  logger.error({ err: new RangeError('too far') }, 'Failed.');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} people info Listening\. port=4001\n$/);
  expect(lines[1]).toMatch(/ people error Failed\.\n {2}RangeError: too far\n +at /);
});

test('what an error carries along is not logged, since it holds personal data', () => {
  const { logger, lines } = capture();
  const refused = Object.assign(
    new Error('duplicate key value violates unique constraint "contact_email_key"'),
    {
      detail: 'Key (email)=(ada@example.org) already exists.',
      meta: { arguments: ['ada@example.org'] },
      cause: new Error('inner'),
    },
  );
  logger.error({ err: refused }, 'Refused.');
  const misused = new Error('Invalid call: { email: "ada@example.org" }\n\nArgument `name` is missing.');
  misused.name = 'PrismaClientValidationError';
  logger.error({ err: misused }, 'Misused.');
  logger.error({ err: 'ada@example.org' }, 'Thrown text.');
  const text = lines.join('');
  expect(text).not.toContain('ada@');
  expect(text).toContain('contact_email_key');
  expect(text).toContain('inner');
  expect(text).toContain('Argument `name` is missing.');
});
