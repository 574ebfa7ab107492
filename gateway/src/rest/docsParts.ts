import type { ReferenceObject, SchemaObject } from 'openapi3-ts/oas31';
import { type Html, html } from './html.ts';

/** A method, in the colour of what it does. */
export function verb(method: string): Html {
  return html`<span class="verb ${method.toLowerCase()}">${method}</span>`;
}

/** An address that may break after each of its parts. */
export function path(address: string): Html {
  const parts = address.split('/').slice(1);
  return html`<span class="path">${parts.map((part) => html`<wbr />/${part}`)}</span>`;
}

/** A type in a few words, linked to where it is explained. */
export function typeOf(schema: SchemaObject | ReferenceObject): Html {
  if ('$ref' in schema) {
    const name = String(schema.$ref).split('/').at(-1)!;
    return html`<a href="/rest/types#${name}">${name}</a>`;
  }
  if (schema.anyOf) {
    const parts = schema.anyOf.map((part) =>
      'type' in part && part.type === 'null' ? html`null` : typeOf(part),
    );
    return html`${parts.map((part, index) => html`${index > 0 && ' or '}${part}`)}`;
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const words = types.map((type) => {
    if (type === 'array') return html`list of ${typeOf(schema.items ?? {})}`;
    if (schema.enum && type === 'string') return html`${schema.enum.join(', ')}`;
    if (type === 'string' && schema.format === 'date-time') return html`instant`;
    if (type === 'string' && schema.format === 'date') return html`day`;
    return html`${wordFor[String(type)] ?? String(type ?? 'anything')}`;
  });
  return html`${words.map((word, index) => html`${index > 0 && ' or '}${word}`)}`;
}

const wordFor: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
};

/** What else holds for a value, to follow its type. */
export function bounds({ minimum, maximum, default: byDefault }: SchemaObject): Html {
  const limits = minimum !== undefined && maximum !== undefined && html`, ${minimum} to ${maximum}`;
  return html`${limits}${byDefault !== undefined && html`, ${JSON.stringify(byDefault)} when left out`}`;
}
