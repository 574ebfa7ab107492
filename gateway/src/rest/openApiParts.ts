import type { ResponseObject, SchemaObject } from 'openapi3-ts/oas31';

/** The header that every answer has. */
export const requestId: NonNullable<ResponseObject['headers']> = {
  'X-Request-Id': {
    description: 'By which we find what happened; send one to choose it.',
    schema: { type: 'string' },
  },
};

/** Problem details (RFC 9457). */
export const problemSchema: SchemaObject = {
  type: 'object',
  description: 'Why an answer is not what was asked for (RFC 9457).',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'What kind of problem it is, and where it is explained.',
    },
    title: { type: 'string', description: 'The kind in a few words.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What happened, and what to do, for a person.' },
  },
  required: ['type', 'title', 'status', 'detail'],
};

/** The page of a list. */
export const pageSchema: SchemaObject = {
  type: 'object',
  description: 'Where a page stands in its list.',
  properties: {
    hasNextPage: { type: 'boolean', description: 'Whether more rows follow this page.' },
    hasPreviousPage: { type: 'boolean', description: 'Whether rows precede this page.' },
    startCursor: { type: ['string', 'null'], description: 'Send it as before for the page before this one.' },
    endCursor: { type: ['string', 'null'], description: 'Send it as after for the next page.' },
  },
  required: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
};
