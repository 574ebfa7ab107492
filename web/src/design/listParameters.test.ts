import { expect, test } from 'vitest';
import { choiceParameter, pageParameters, withParameters } from './listParameters.ts';

test('an address asks for the page after or before a cursor', () => {
  expect(pageParameters({})).toEqual({ first: 50 });
  expect(pageParameters({ after: 'x' }, 20)).toEqual({ first: 20, after: 'x' });
  expect(pageParameters({ before: 'x', after: 'y' })).toEqual({ last: 50, before: 'x' });
});

test('what is no choice is as good as absent', () => {
  expect(choiceParameter({ sort: 'name' }, 'sort', ['name', '-name'])).toBe('name');
  expect(choiceParameter({ sort: 'drop' }, 'sort', ['name', '-name'])).toBe(undefined);
  expect(choiceParameter({ sort: ['-name', 'name'] }, 'sort', ['name', '-name'])).toBe('-name');
});

test('an address keeps what is not changed', () => {
  expect(withParameters({ q: 'a b', after: 'x' }, { after: undefined, sort: 'name' })).toBe(
    '?q=a+b&sort=name',
  );
  expect(withParameters({ q: 'a' }, { q: undefined })).toBe('');
});
