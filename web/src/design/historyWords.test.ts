import { expect, test } from 'vitest';
import { type HistoryNames, nameOfField, recordsIn, valueParts } from './historyWords.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const [elm, gone] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const elmHouse = { name: 'Elm House', href: `/s/facilities/${elm}` };
const names: HistoryNames = {
  records: new Map([[elm, elmHouse]]),
  codes: new Map([['care.night', 'Waking night care']]),
};
const told = (field: string, value: string) => valueParts(field, value, reader, names);

test('fields are called as people call them', () => {
  expect(nameOfField('homeArea')).toBe('Home area');
  expect(nameOfField('startsAt')).toBe('Start');
  expect(nameOfField('note')).toBe('Note');
});

test('values are written as people write them', () => {
  expect(told('startsAt', '2026-07-01T06:00:00+00:00')).toEqual(['1 Jul 2026, 07:00']);
  expect(told('rateMinor', '1250')).toEqual(['12.50']);
  expect(told('breakMinutes', '30')).toEqual(['30']);
  expect(told('expiresOn', '2027-01-02')).toEqual(['Sat, 2 Jan 2027']);
  expect(told('note', 'Ring twice')).toEqual(['Ring twice']);
  expect(told('note', 'From 2027-01-02 on')).toEqual(['From 2027-01-02 on']);
});

test('records are named and led to, and one that the reader does not see shows no id', () => {
  expect(told('facilityId', elm)).toEqual([elmHouse]);
  expect(told('facilityId', gone)).toEqual(['name not known']);
  expect(told('preferences', `avoid facility ${elm}: no bus`)).toEqual([
    'avoid facility ',
    elmHouse,
    ': no bus',
  ]);
});

test('codes and days in a sentence are written out', () => {
  expect(told('qualifications', 'care.night until 2027-01-02')).toEqual([
    'Waking night care until Sat, 2 Jan 2027',
  ]);
  expect(told('qualification', 'care.night')).toEqual(['Waking night care']);
  expect(told('qualification', 'care.gone')).toEqual(['care.gone']);
});

test('what an id is of is told by the word before it, or by the field', () => {
  expect(recordsIn('memberships', `agent of organisation ${elm}`)).toEqual([
    { id: elm, kind: 'organisation' },
  ]);
  expect(recordsIn('agentId', elm)).toEqual([{ id: elm, kind: 'agent' }]);
  expect(recordsIn('note', 'Ring twice')).toEqual([]);
});
