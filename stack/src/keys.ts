import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { adminRole, serviceRole } from '@guildhall/prisma/roles';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { z } from 'zod';
import { Problem } from './problem.ts';

const jwk = z.looseObject({ kty: z.string() });
const apiKey = z.object({ id: z.string(), secret: z.string() });

const keysFile = z.object({
  viewer: z.object({ privateJwk: jwk, publicJwks: z.object({ keys: z.array(jwk) }) }),
  provider: z.object({ jwks: z.object({ keys: z.array(jwk) }), cookies: z.array(z.string()) }),
  databasePasswords: z.record(z.string(), z.string()),
  /** Seals the sessions of the web app; made where an older file has none. */
  webSession: z.string().default(() => randomBytes(32).toString('hex')),
  /** The private key of support staff's tool; made where an older file has none. */
  tool: jwk.optional(),
  apiKeys: z.partialRecord(z.enum(['identity', 'admin']), apiKey),
});

/** An API key, both halves. */
export type ApiKey = z.infer<typeof apiKey>;

/** The secrets of a local stack; they stay the same from start to start. */
export type Keys = z.infer<typeof keysFile>;

/**
 * Reads the keys of a data directory, making what is missing.
 *
 * @throws Problem when the file is not what it has to be.
 */
export async function readKeys(directory: string, domains: readonly string[]): Promise<Keys> {
  const file = join(directory, 'keys.json');
  const keys = existsSync(file) ? parse(file) : await makeKeys();
  for (const role of [adminRole, ...domains.map(serviceRole)]) {
    keys.databasePasswords[role] ??= randomBytes(24).toString('hex');
  }
  keys.tool ??= await makeToolKey();
  writeKeys(directory, keys);
  writePrivately(join(directory, toolKeyFile), keys.tool);
  return keys;
}

/** Where a data directory has the private key of support staff's tool. */
export const toolKeyFile = 'tool-key.json';

/** Keeps the keys, readable by this user alone. */
export function writeKeys(directory: string, keys: Keys): void {
  writePrivately(join(directory, 'keys.json'), keys);
}

function writePrivately(file: string, content: object): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function makeToolKey(): Promise<JWK & { kty: string }> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  return { ...privateJwk, kty: privateJwk.kty!, kid: await calculateJwkThumbprint(privateJwk) };
}

function parse(file: string): Keys {
  try {
    return keysFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Problem(`${file} is damaged or of another version: begin anew with npm start -- --reset.`);
  }
}

async function makeKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signingKey: JWK = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(signingKey);
  return keysFile.parse({
    viewer: await generateViewerKeys(),
    provider: {
      jwks: { keys: [{ ...signingKey, kid, alg: 'RS256', use: 'sig' }] },
      cookies: [randomBytes(32).toString('hex')],
    },
    databasePasswords: {},
    apiKeys: {},
  });
}
