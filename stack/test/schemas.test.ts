import { readDomainSchemas } from '@guildhall/gateway/compose';
import { Kind, type ObjectTypeDefinitionNode, type TypeNode, parse, print } from 'graphql';
import { expect, test } from 'vitest';

const fields = readDomainSchemas().flatMap(({ name: domain, typeDefs }) =>
  parse(typeDefs)
    .definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap((definition) => {
      const { name, fields = [], directives = [] } = definition as ObjectTypeDefinitionNode;
      const keys = directives
        .filter((directive) => directive.name.value === 'key')
        .map(print)
        .join(' ');
      return fields.map((field) => ({
        domain,
        type: name.value,
        name: field.name.value,
        // What another service hands over is never asked for.
        isKey: new RegExp(`\\b${field.name.value}\\b`).test(keys),
        returns: field.type,
      }));
    }),
);

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** The domain that says the most of a type; the others know its key, and add to it. */
function ownerOf(type: string): string | undefined {
  const count = Map.groupBy(
    fields.filter((field) => field.type === type),
    ({ domain }) => domain,
  );
  return [...count].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

test('a service that is down takes nothing along: what is asked of it in the midst of others may be null', () => {
  const isAskedByItself = ({ domain, type, isKey, returns }: (typeof fields)[number]) =>
    type === 'Query' ||
    (type !== 'Mutation' && !isKey && ownerOf(type) !== domain) ||
    ![undefined, domain].includes(ownerOf(namedType(returns)));
  const wrong = fields
    .filter(({ returns }) => returns.kind === Kind.NON_NULL_TYPE)
    .filter(isAskedByItself)
    .map(({ domain, type, name }) => `${domain}: ${type}.${name}`);
  expect(wrong).toEqual([]);
});
