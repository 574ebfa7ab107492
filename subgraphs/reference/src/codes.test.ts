import { expect, test } from 'vitest';
import { qualifications, readCodes } from './codes.ts';

const parameters = { restHours: 11, weeklyHours: 48, giveBackHours: 24 };
const tree = (children: unknown) => ({ qualification: { displayName: 'Q', parameters, children } });

test('a code takes the parameters of its parents unless it says otherwise', () => {
  const { qualification } = readCodes(
    tree([
      {
        code: 'a',
        displayName: 'A',
        parameters: { restHours: 12 },
        children: [{ code: 'a.b', displayName: 'B', parameters: { weeklyHours: 40 } }],
      },
    ]),
  );
  expect(qualification!.find('a.b')).toEqual({
    code: 'a.b',
    displayName: 'B',
    parents: ['a'],
    isHeading: false,
    isKnown: true,
    parameters: { restHours: 12, weeklyHours: 40, giveBackHours: 24 },
  });
});

test('a code that is gone still has a name to show, and the parameters of all', () => {
  expect(qualifications.find('nursing.matron')).toEqual({
    code: 'nursing.matron',
    displayName: 'nursing.matron',
    parents: [],
    isHeading: false,
    isKnown: false,
    parameters: qualifications.parameters,
  });
});

test('whoever holds a code holds those above it, and not those beside or under it', () => {
  expect(qualifications.covers('nursing.registered.theatre', 'nursing')).toBe(true);
  expect(qualifications.covers('nursing.registered', 'nursing.registered')).toBe(true);
  expect(qualifications.covers('nursing', 'nursing.registered')).toBe(false);
  expect(qualifications.covers('nursing.registered2', 'nursing.registered')).toBe(false);
});

test.each([
  [
    'a code twice',
    [
      { code: 'a', displayName: 'A' },
      { code: 'a', displayName: 'A' },
    ],
    /twice/,
  ],
  [
    'a child that is named like no child',
    [{ code: 'a', displayName: 'A', children: [{ code: 'b', displayName: 'B' }] }],
    /has to be a\.<name>/,
  ],
  [
    'a child that skips a level',
    [{ code: 'a', displayName: 'A', children: [{ code: 'a.b.c', displayName: 'C' }] }],
    /has to be a\.<name>/,
  ],
  ['a code with a parent that it stands under nowhere', [{ code: 'a.b', displayName: 'B' }], /one word, b/],
  ['an unknown key', [{ code: 'a', displayName: 'A', colour: 'red' }], /colour/],
  ['a code that is no code', [{ code: 'A b', displayName: 'A' }], /cannot be read/],
])('%s is refused with what is wrong', (_what, children, message) => {
  expect(() => readCodes(tree(children))).toThrow(message);
});
