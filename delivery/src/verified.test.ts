import { expect, test } from 'vitest';
import { digestFor, releaseAt } from '../fixtures/release.ts';
import { digestOf, readRelease, writeRelease } from './release.ts';
import { checkVerified } from './verified.ts';

const release = releaseAt('a commit');
const applied = Object.fromEntries(
  Object.entries(release.images).map(([name, { digest }]) => [name, digest]),
);
const attested = [{ environment: 'staging', release: digestOf(release) }];
const check = (given: Partial<Parameters<typeof checkVerified>[0]>) => () =>
  checkVerified({ release, environment: 'staging', attested, applied, ...given });

test('what goes live is what was verified in staging, and what staging runs', () => {
  expect(check({})).not.toThrow();
  // An environment need not run every image that a release has.
  const { web: _web, ...withoutWeb } = applied;
  expect(check({ applied: withoutWeb })).not.toThrow();
});

test('one image more recent than what was verified is refused, also when nothing else differs', () => {
  const newer = {
    ...release,
    images: { ...release.images, web: releaseAt('b', { code: { web: 'two' } }).images['web']! },
  };
  expect(check({ release: newer })).toThrow('was never verified in staging');
  expect(check({ applied: { ...applied, web: digestFor('pushed by hand') } })).toThrow(
    `staging does not run what was verified there: web is ${digestFor('pushed by hand')}, not ${applied['web']}. Promote to staging again.`,
  );
});

test('neither what was verified elsewhere goes live, nor what was never tried', () => {
  expect(check({ attested: [{ environment: 'test', release: digestOf(release) }] })).toThrow(
    'never verified',
  );
  expect(check({ attested: [] })).toThrow('never verified');
  expect(check({ applied: {} })).toThrow('it runs nothing');
});

test('a release has one digest, however it was put together, and another when anything of it differs', () => {
  const reordered = { ...release, images: Object.fromEntries(Object.entries(release.images).toReversed()) };
  expect(digestOf(reordered)).toBe(digestOf(release));
  expect(readRelease(writeRelease(release))).toEqual(release);
  expect(digestOf({ ...release, commit: 'f'.repeat(40) })).not.toBe(digestOf(release));
});

test('what is no release is refused with the place that is wrong', () => {
  expect(() => readRelease('{')).toThrow('it is not JSON');
  const text = writeRelease(release).replace(applied['web']!, 'latest');
  expect(() => readRelease(text)).toThrow(/a digest is sha256.*\n.*images\.web\.digest/);
});
