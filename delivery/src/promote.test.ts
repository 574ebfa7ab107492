import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releaseAt, type State } from '../fixtures/release.ts';
import { misfits } from './misfits.ts';
import { checkFits, promoteImages } from './promote.ts';
import type { Release } from './release.ts';

const test1 = releaseAt('older');
const changed = (before: Release, after: Release) =>
  Object.keys(after.images)
    .filter((name) => after.images[name]!.digest !== before.images[name]?.digest)
    .toSorted();

describe('a domain that is promoted', () => {
  test('brings its own image by its digest, and nothing else, when only its code changed', () => {
    const dev = releaseAt('newer', { code: { people: 'two', staffing: 'two', web: 'two' } });
    const promoted = promoteImages(dev, test1, ['staffing']);
    expect(changed(test1, promoted)).toEqual(['staffing']);
    expect(promoted.images['staffing']).toEqual(dev.images['staffing']);
    expect(promoted.commit).toBe(dev.commit);
  });

  test('brings the migrations that it needs, and the gateway that knows its graph', () => {
    const migrated = releaseAt('newer', {
      code: { people: 'two' },
      migrations: { staffing: ['1_init', '2_more'] },
    });
    expect(changed(test1, promoteImages(migrated, test1, ['staffing']))).toEqual(['migrate', 'staffing']);
    const asked = releaseAt('newer', { code: { people: 'two' }, schemas: { staffing: 'two' } });
    expect(changed(test1, promoteImages(asked, test1, ['staffing']))).toEqual(['gateway', 'staffing']);
  });

  test('is refused while the gateway that knows its graph asks another domain for more than it has, and says which', () => {
    const dev = releaseAt('newer', { schemas: { people: 'two', staffing: 'two' } });
    expect(() => promoteImages(dev, test1, ['staffing'])).toThrow(
      'staffing cannot be promoted alone, what would run does not fit together: the gateway plans for another graph of people than its service has. Promote staffing, people together.',
    );
    expect(changed(test1, promoteImages(dev, test1, ['staffing', 'people']))).toEqual([
      'gateway',
      'people',
      'staffing',
    ]);
  });

  test('is refused when it is not there, or when there already', () => {
    expect(() => promoteImages(test1, test1, ['stafing'])).toThrow(
      'There is no image stafing: promote one of',
    );
    expect(() => promoteImages(test1, test1, ['staffing'])).toThrow('there is nothing to promote');
  });

  test('brings everything to an environment that runs nothing yet', () => {
    expect(promoteImages(test1, null, ['staffing'])).toEqual(test1);
  });
});

test('whatever is promoted, what runs fits together, and who does what refusals say gets there', () => {
  const version = fc.constantFrom<string[]>('one', 'two', 'three');
  const migrations = fc.constantFrom<string[][]>(
    ['1_init'],
    ['1_init', '2_more'],
    ['1_init', '2_more', '3_most'],
  );
  const state: fc.Arbitrary<State> = fc.record({
    code: fc.record({ people: version, staffing: version, gateway: version, web: version }),
    schemas: fc.record({ people: version, staffing: version }),
    migrations: fc.record({ people: migrations, staffing: migrations }),
    operations: fc.constantFrom<string[][]>(['one'], ['two'], ['one', 'two']),
  });
  const image = fc.constantFrom<string[]>('people', 'staffing', 'gateway', 'web', 'migrate');
  fc.assert(
    fc.property(state, state, image, (older, newer, name) => {
      const [from, to] = [releaseAt('newer', newer), releaseAt('older', older)];
      fc.pre(from.images[name]!.digest !== to.images[name]!.digest);
      let names = [name];
      for (;;) {
        try {
          const promoted = promoteImages(from, to, names);
          expect(misfits(promoted)).toEqual([]);
          for (const each of names) expect(promoted.images[each]).toEqual(from.images[each]);
          return;
        } catch (error) {
          const together = /Promote ([a-z, ]+) together\.$/.exec((error as Error).message)?.[1]?.split(', ');
          expect(together?.length, (error as Error).message).toBeGreaterThan(names.length);
          names = together!;
        }
      }
    }),
  );
});

test('a release that does not fit together goes nowhere', () => {
  const mixed: Release = {
    ...test1,
    images: { ...test1.images, web: releaseAt('newer', { operations: ['two'] }).images['web']! },
  };
  expect(() => checkFits(mixed)).toThrow(
    'This release does not fit together: the gateway refuses operations of the web app.',
  );
});
