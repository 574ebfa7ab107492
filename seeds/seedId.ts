import { createHash } from 'node:crypto';

/**
 * The id of the n-th seeded record of a kind: a UUID that is the same on every run.
 *
 * @param kind For example `person`.
 * @param n From 0 on.
 */
export function seedId(kind: string, n: number): string {
  const bytes = createHash('sha1').update(`guildhall seeds/${kind}/${n}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50; // Version 5: a name, hashed.
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
