import { expect, test } from 'vitest';
import { changedDraftFields, draftOf, draftProblems, draftTimes, type ShiftDraft } from './shiftDraft.ts';

const draft: ShiftDraft = {
  day: '2026-10-23',
  from: '21:00',
  to: '07:00',
  fromIsSecond: false,
  toIsSecond: false,
  qualification: 'care.night',
  breakMinutes: '60',
  note: '',
};
const times = (changes: Partial<ShiftDraft>) =>
  draftTimes({ ...draft, ...changes }, 'Europe/London', 'en-GB');

test('an end that is not after the start is on the next day', () => {
  expect(times({})).toMatchObject({
    startsAt: new Date('2026-10-23T20:00Z'),
    endsAt: new Date('2026-10-24T06:00Z'),
  });
  expect(times({ from: '09:00', to: '09:00' })).toMatchObject({ endsAt: new Date('2026-10-24T08:00Z') });
});

test('a time that clocks skip is refused in words, at its field', () => {
  expect(times({ day: '2026-03-29', from: '01:30', to: '07:00' })).toMatchObject({
    kind: 'problem',
    field: 'from',
    message: expect.stringContaining('01:30 does not exist') as string,
  });
  expect(times({ day: '2026-03-28', from: '21:00', to: '01:30' })).toMatchObject({ field: 'to' });
});

test('of a time that clocks show twice, the one that is meant is taken', () => {
  const night = { day: '2026-10-24', from: '21:00', to: '01:30' };
  expect(times(night)).toMatchObject({ twice: ['to'], endsAt: new Date('2026-10-25T00:30Z') });
  expect(times({ ...night, toIsSecond: true })).toMatchObject({ endsAt: new Date('2026-10-25T01:30Z') });
});

test('a shift comes back from its form as it was, also in the hour that comes twice', () => {
  for (const endsAt of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-25T07:00:00.000Z']) {
    const shift = {
      startsAt: '2026-10-24T20:00:00.000Z',
      endsAt,
      breakMinutes: 0,
      note: null,
      qualification: null,
    };
    const found = draftTimes(draftOf(shift, 'Europe/London'), 'Europe/London', 'en-GB');
    expect(found).toMatchObject({ startsAt: new Date(shift.startsAt), endsAt: new Date(endsAt) });
  }
});

test('a break is shorter than the shift and a whole number', () => {
  const fieldsOf = (breakMinutes: string) =>
    draftProblems({ ...draft, breakMinutes }, 'Europe/London', 'en-GB').map(({ field }) => field);
  expect(fieldsOf('')).toEqual([]);
  expect(fieldsOf('599')).toEqual([]);
  for (const wrong of ['600', 'half', '1.5', '-1']) expect(fieldsOf(wrong)).toEqual(['breakMinutes']);
});

test('choosing the other of two times is a change of the time', () => {
  expect(changedDraftFields(draft, { ...draft, toIsSecond: true })).toEqual(['to']);
});
