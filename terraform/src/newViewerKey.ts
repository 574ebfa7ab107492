// Prints a new key that viewers are signed with, as the two secrets of an environment that hold its halves:
//
//   node terraform/src/newViewerKey.ts > key.json
//   for name in VIEWER_JWKS VIEWER_PRIVATE_KEY; do
//     jq -r ".$name" key.json | aws secretsmanager put-secret-value --secret-id guildhall/<environment>/$name --secret-string file:///dev/stdin
//   done; rm key.json
import { generateKeyPairSync, randomUUID } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const named = { kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
console.log(
  JSON.stringify({
    VIEWER_PRIVATE_KEY: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...named }),
    VIEWER_JWKS: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...named }] }),
  }),
);
