import type { OpenAPIObject } from 'openapi3-ts/oas31';
import { type DocsPages, createDocsPages } from './docsPages.ts';

/** What tells programs and people what can be asked for. */
export interface RestDocs {
  readonly document: OpenAPIObject;
  /** The document as JSON. */
  readonly json: string;
  readonly pages: DocsPages;
}

/** Makes the documentation when it is first looked at: most graphs are swapped before anybody reads of them. */
export function createRestDocs(make: () => OpenAPIObject): () => RestDocs {
  let made: RestDocs | undefined;
  return () => {
    if (!made) {
      const document = make();
      made = { document, json: JSON.stringify(document), pages: createDocsPages(document) };
    }
    return made;
  };
}
