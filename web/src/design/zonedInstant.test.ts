import { expect, test } from 'vitest';
import { clockRefusal } from './clockRefusal.ts';
import { zonedInstant } from './zonedInstant.ts';

const at = (day: string, time: string, timeZone = 'Europe/London') => {
  const found = zonedInstant(day, time, timeZone);
  return { found, refusal: clockRefusal(found, { day, time, timeZone, locale: 'en-GB' }) };
};

test('a time is an instant by the clocks of its place', () => {
  expect(at('2026-07-01', '07:30').found).toEqual({ kind: 'one', instant: new Date('2026-07-01T06:30Z') });
  expect(at('2026-12-01', '07:30').found).toEqual({ kind: 'one', instant: new Date('2026-12-01T07:30Z') });
  expect(at('2026-07-01', '00:15', 'Asia/Kathmandu').found).toEqual({
    kind: 'one',
    instant: new Date('2026-06-30T18:30Z'),
  });
});

test('a time that clocks skip is refused with the hour that is missing', () => {
  const { found, refusal } = at('2024-03-31', '01:30');
  expect(found).toEqual({ kind: 'skipped', from: '01:00', to: '02:00' });
  expect(refusal).toContain('01:30 does not exist on Sun, 31 Mar 2024');
  expect(refusal).toContain('Clocks go from 01:00 to 02:00.');
});

test('a time that comes twice is two instants, to choose of', () => {
  const { found, refusal } = at('2024-10-27', '01:30');
  expect(found).toEqual({
    kind: 'twice',
    first: new Date('2024-10-27T00:30Z'),
    second: new Date('2024-10-27T01:30Z'),
  });
  expect(refusal).toContain('comes twice');
});

test('the hours beside a change are what they always are', () => {
  for (const [day, time] of [
    ['2024-03-31', '00:59'],
    ['2024-03-31', '02:00'],
    ['2024-10-27', '00:59'],
    ['2024-10-27', '02:00'],
  ]) {
    expect(at(day!, time!).found.kind, `${day} ${time}`).toBe('one');
    expect(at(day!, time!).refusal).toBe(null);
  }
});
