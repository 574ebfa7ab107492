import { readDomainSchemas } from '@guildhall/gateway/compose';
import { Kind, type ObjectTypeDefinitionNode, type TypeNode, parse } from 'graphql';
import { expect, test } from 'vitest';

const types = readDomainSchemas().flatMap(({ name: domain, typeDefs }) =>
  parse(typeDefs)
    .definitions.filter(
      (definition): definition is ObjectTypeDefinitionNode =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value !== 'Mutation',
    )
    .map(({ name, fields = [], directives = [] }) => ({
      domain,
      name: name.value,
      isEntity: directives.some((directive) => directive.name.value === 'key'),
      fields: fields.map((field) => ({ name: field.name.value, returns: field.type })),
    })),
);

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** Whether another domain says more of an entity; this one knows its key, and adds to it. */
function isOfAnother(entity: string, domain: string): boolean {
  const [owner] = types
    .filter(({ name, isEntity }) => name === entity && isEntity)
    .toSorted((a, b) => b.fields.length - a.fields.length);
  return owner !== undefined && owner.domain !== domain;
}

/** The fields by which the entities of several domains are known to each. */
const keyFields = ['id', 'subjectId'];

test('a service that is down takes nothing along: what is asked of it in the midst of others may be null', () => {
  const wrong = types.flatMap(({ domain, name, fields }) =>
    fields
      .filter(({ returns }) => returns.kind === Kind.NON_NULL_TYPE)
      .filter(
        (field) =>
          name === 'Query' ||
          (isOfAnother(name, domain) && !keyFields.includes(field.name)) ||
          isOfAnother(namedType(field.returns), domain),
      )
      .map((field) => `${domain}: ${name}.${field.name}`),
  );
  expect(wrong).toEqual([]);
});
