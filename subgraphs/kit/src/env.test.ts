import { expect, test } from 'vitest';
import { z } from 'zod';
import { readEnvironment, SettingsError } from './env.ts';

const schema = z.object({
  PORT: z.coerce.number().int().max(65535).default(4001).describe('the port to listen on, for example 4001'),
  PEOPLE_DATABASE_URL: z.url().describe('the address of the service role, for example postgresql://…'),
  LOG_LEVEL: z.enum(['info', 'debug']).describe('info or debug').optional(),
});
const url = 'postgresql://guildhall_people:secret@localhost/guildhall';

test('settings are read with their types and defaults', () => {
  expect(readEnvironment(schema, { PORT: '5000', PEOPLE_DATABASE_URL: url, OTHER: 'x' })).toEqual({
    PORT: 5000,
    PEOPLE_DATABASE_URL: url,
  });
});

test('an empty value counts as not set', () => {
  expect(readEnvironment(schema, { PORT: '', LOG_LEVEL: '', PEOPLE_DATABASE_URL: url }).PORT).toBe(4001);
});

test('every missing or wrong setting is named, with what it is', () => {
  const read = () => readEnvironment(schema, { PORT: 'abc', LOG_LEVEL: 'loud' });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(/^ {2}PORT is wrong \(.*\)\. It is the port to listen on, for example 4001\.$/m);
  expect(read).toThrow('  PEOPLE_DATABASE_URL is not set. It is the address of the service role');
  expect(read).toThrow(/LOG_LEVEL is wrong \(.*\)\. It is info or debug\./);
});

test('a value is never shown, since it may be a secret', () => {
  expect(() => readEnvironment(schema, { PEOPLE_DATABASE_URL: 'my secret' })).toThrow(/^(?!.*my secret)/s);
});
