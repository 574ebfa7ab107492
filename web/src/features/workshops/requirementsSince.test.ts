import { expect, test } from 'vitest';
import { requirementsSince } from './requirementsSince.ts';

const requirement = (id: string) => ({
  id,
  text: `What ${id} is`,
  level: 'MUST' as const,
  isMetByMe: false,
  kind: { code: 'equipment.laptop', displayName: 'Laptop', isHeading: false },
});
const [laptop, charger, boots] = ['laptop', 'charger', 'boots'].map(requirement) as [
  ReturnType<typeof requirement>,
  ReturnType<typeof requirement>,
  ReturnType<typeof requirement>,
];

test('what was not there when somebody looked is new, what is no longer there is gone', () => {
  const { requirements, gone } = requirementsSince([laptop, boots], [laptop, charger]);
  expect(requirements.map(({ id, isNew }) => [id, isNew])).toEqual([
    ['laptop', false],
    ['boots', true],
  ]);
  expect(gone).toEqual([charger]);
});

test('to somebody who has seen none yet, nothing is new', () => {
  expect(requirementsSince([laptop], null).requirements.map(({ isNew }) => isNew)).toEqual([false]);
});
