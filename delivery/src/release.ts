import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

export const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'a digest is sha256: and 64 hexadecimal digits');
export const commit = z.string().regex(/^[0-9a-f]{40}$/, 'a commit is 40 hexadecimal digits');
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What an image has to agree about with those that it runs beside. */
const knows = z.strictObject({
  /** The hash of the schema by domain: a subgraph its own, the gateway those that it was composed from. */
  schemas: z.record(z.string(), hash).default({}),
  /** The migrations by domain, in order: a subgraph's own, and all that `migrate` brings. */
  migrations: z.record(z.string(), z.array(z.string())).default({}),
  /** The operations of the web app, by hash: those that it sends, and those that the gateway lets it send. */
  operations: z.array(hash).default([]),
});

const image = z.strictObject({
  digest,
  /** What it was built from. */
  commit,
  /** Tells whether it would be another image if it were built again. */
  key: hash,
  knows,
});

const release = z.strictObject({
  /** Whose terraform/ and docs hold for it. */
  commit,
  images: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), image),
});

export type Knows = z.output<typeof knows>;
export type ReleasedImage = z.output<typeof image>;
/** What an environment runs: which digest of which image, built from which commit. */
export type Release = z.output<typeof release>;

/**
 * Reads the text of a release.
 *
 * @throws Refusal saying what is wrong with it.
 */
export function readRelease(text: string): Release {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('The release cannot be used: it is not JSON.');
  }
  const { data, error } = release.safeParse(given);
  if (error) throw new Refusal(`The release cannot be used:\n${z.prettifyError(error)}`);
  return data;
}

/** A release as text; the same for the same release, whatever order it was put together in. */
export function writeRelease({ commit: of, images }: Release): string {
  const sorted = Object.fromEntries(Object.entries(images).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(release.parse({ commit: of, images: sorted }), null, 2)}\n`;
}

/** By what a release is told from every other: the digest of its text. */
export function digestOf(of: Release): string {
  return `sha256:${createHash('sha256').update(writeRelease(of)).digest('hex')}`;
}
