// Writes the texts of the operations that this app may send to where the gateway reads them, to be committed:
// `npm run documents -w web`. A test fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Made by generate.ts. */
export const generatedDocuments = fileURLToPath(
  new URL('generated/persisted-documents.json', import.meta.url),
);

/** What the gateway lets the client `guildhall-web` run. */
export const registeredDocuments = fileURLToPath(
  new URL('../gateway/trustedDocuments/guildhall-web.json', import.meta.url),
);

/** The text of the committed file: sorted by the documents, so that merges keep lines apart. */
export function registeredText(): string {
  const documents = JSON.parse(readFileSync(generatedDocuments, 'utf8')) as Record<string, string>;
  const sorted = Object.entries(documents)
    .map(([hash, text]) => [hash.replace('sha256:', ''), text] as const)
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(registeredDocuments, registeredText());
