import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the registered operations of clients stand, `<client id>.json` for each. */
export const trustedDocumentsFolder = fileURLToPath(new URL('../trustedDocuments', import.meta.url));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const registeredFile = z
  .record(
    z.string().regex(/^[0-9a-f]{64}$/, 'a key is the SHA-256 of its document, in hexadecimal'),
    z.string(),
  )
  .refine(
    (documents) => Object.entries(documents).every(([hash, text]) => hash === sha256(text)),
    'a key is not the SHA-256 of its document',
  );

/** The operations that clients are bound to: texts by hash, by client id. */
export type TrustedDocuments = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A client asked for something else than its registered operations; the message is for people. */
export class DocumentNotTrusted extends Error {}

/**
 * Reads the registered operations of clients. A client that has a file may run what stands in it, and nothing else.
 *
 * @param folder with `<client id>.json` files: objects from the SHA-256 of a document to the document. None when
 *   there is no such folder.
 * @throws Error naming the file that is not what it has to be.
 */
export function readTrustedDocuments(folder: string): TrustedDocuments {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => {
      const parsed = registeredFile.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) {
        throw new Error(
          `${name} in the folder of trusted documents cannot be used: ${parsed.error.issues[0]!.message}.`,
        );
      }
      return [basename(name, '.json'), new Map(Object.entries(parsed.data))];
    }),
  );
}

const documentRequest = z.looseObject({
  query: z.string().optional(),
  documentId: z.string().optional(),
  extensions: z
    .looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string().optional() }).optional() })
    .nullish(),
});

/**
 * The request to run in place of the one that came: a client that is bound to registered operations names one by
 * its hash (`documentId: "sha256:…"`, as GraphQL over HTTP has it, or `extensions.persistedQuery`), or sends its text.
 *
 * @param clientId whose request it is; null when no client stands behind it.
 * @returns the body as it came when the client is bound to nothing.
 * @throws DocumentNotTrusted when the client is bound and the operation is none of its own.
 */
export function trustedRequest(trusted: TrustedDocuments, clientId: string | null, body: unknown): unknown {
  const documents = clientId === null ? undefined : trusted.get(clientId);
  if (!documents) return body;
  const request = documentRequest.safeParse(body).data;
  const named =
    request?.documentId?.replace(/^sha256:/, '') ?? request?.extensions?.persistedQuery?.sha256Hash;
  const text = documents.get(named ?? sha256(request?.query ?? ''));
  if (!request || text === undefined || (request.query !== undefined && request.query !== text)) {
    throw new DocumentNotTrusted(
      `The client ${clientId} may run its registered operations alone, and this is none of them: register it with the next release of the client.`,
    );
  }
  const { documentId: _id, extensions, ...rest } = request;
  const { persistedQuery: _hash, ...others } = extensions ?? {};
  return { ...rest, extensions: others, query: text };
}
