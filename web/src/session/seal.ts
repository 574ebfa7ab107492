import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

/**
 * Seals a value so that only this app can read or change it (JWE, A256GCM).
 *
 * @param purpose what it is for; a seal of one purpose does not open for another.
 * @param seconds how long it can be opened.
 */
export async function seal(
  value: unknown,
  { purpose, seconds, secrets }: { purpose: string; seconds: number; secrets: readonly string[] },
): Promise<string> {
  return new EncryptJWT({ value })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(purpose)
    .setExpirationTime(`${seconds} seconds`)
    .encrypt(keyOf(secrets[0]!));
}

/** Opens what {@link seal} made, by any of the secrets; null when it is not that, is for another purpose, or has expired. */
export async function unseal(
  sealed: string,
  { purpose, secrets }: { purpose: string; secrets: readonly string[] },
): Promise<unknown> {
  for (const secret of secrets) {
    try {
      const { payload } = await jwtDecrypt(sealed, keyOf(secret), {
        audience: purpose,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return payload['value'];
    } catch {
      // The next one may open it.
    }
  }
  return null;
}

const keyOf = (secret: string) => createHash('sha256').update(secret).digest();
