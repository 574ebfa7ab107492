import { expect, test } from 'vitest';
import { arrivalsNamed } from './arrivalsNamed.ts';

const arrivals = ['Zoë Øster', 'Ana Méndez', 'Anna Berg'].map((name, n) => ({
  id: String(n),
  name,
  attended: null,
}));
const named = (text: string) => arrivalsNamed(arrivals, text, 'en-GB').map(({ name }) => name);

test('whoever comes is found by parts of the name in any order, with or without accents', () => {
  expect(named('')).toEqual(['Ana Méndez', 'Anna Berg', 'Zoë Øster']);
  expect(named(' mendez an')).toEqual(['Ana Méndez']);
  expect(named('ZOE')).toEqual(['Zoë Øster']);
  expect(named('ann')).toEqual(['Anna Berg']);
  expect(named('nobody')).toEqual([]);
});
