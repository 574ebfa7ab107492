import {
  type GraphQLNamedType,
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemas } from '../fixtures/schemas.ts';
import { readAccessRules } from './access/accessRules.ts';
import { readRequirements } from './access/requirement.ts';
import { apiSchemaOf } from './apiSchema.ts';
import { accessRightsOf } from './changes/accessRights.ts';
import { composeSupergraph } from './compose.ts';
import { ContractRefused, composeContract } from './partnerContract.ts';
import { readPersonas } from './personas.ts';

const tag = ' @tag(name: "partner")';

/** The contract of the fixtures, with tags put behind what is given: the text, and where it stands beneath. */
function contractOf(...tagged: string[]): string | null {
  const edited = schemas.map(({ name, typeDefs }) => ({
    name,
    typeDefs: tagged.reduce((text, place) => text.replace(place, `${place}${tag}`), typeDefs),
  }));
  for (const place of tagged) {
    if (!edited.some(({ typeDefs }) => typeDefs.includes(place + tag)))
      throw new Error(`There is no ${place}.`);
  }
  return composeContract(composeSupergraph({ schemas: edited }).supergraphSdl);
}

const me = 'me: Person @authenticated';
const personType = 'type Person implements Named @key(fields: "id") @authenticated';
const renaming = 'rename(input: RenameInput!): RenameResult! @policy(policies: [["company"], ["facility"]])';

describe('a contract', () => {
  test('does not exist as long as no query is tagged', () => {
    expect(contractOf()).toBeNull();
    expect(contractOf('rooms: Int')).toBeNull();
  });

  test('has the fields that are tagged, and no others of their type', () => {
    const contract = buildSchema(contractOf(me, 'salary: Pay')!);
    expect(Object.keys(contract.getQueryType()!.getFields())).toEqual(['me']);
    expect(fieldsOf(contract.getType('Person'))).toEqual(['salary']);
  });

  test('has every field of a type that is tagged as a whole', () => {
    const contract = contractOf(
      'crew(first: Int, last: Int): Crew! @authenticated',
      'type Crew',
      'diary: String @policy(policies: [["agent"]])',
    );
    expect(contract).toContain('nodes: [Person!]!');
  });

  test('has the arguments, inputs, enums and scalars that its fields need, untagged', () => {
    const contract = buildSchema(
      contractOf(
        'shifts(filter: ShiftFilter): [Shift!]! @requiresScopes(scopes: [["shifts:read"]])',
        'title: String!',
      )!,
    );
    expect(contract.getType('ShiftFilter')).toBeDefined();
    expect(contract.getType('PayGrade')).toBeDefined();
  });

  test('has nothing that cannot be reached from its roots', () => {
    const contract = buildSchema(contractOf(me, 'salary: Pay', 'rooms: Int')!);
    expect(contract.getType('House')).toBeUndefined();
    expect(contract.getType('ShiftFilter')).toBeUndefined();
  });

  test('knows nothing of federation and access rules', () => {
    expect(contractOf(me, 'salary: Pay')).not.toMatch(/join__|@link|@tag|@policy|_entities|@authenticated/);
  });

  test('is refused when a field returns a type of which nothing is tagged, naming both', () => {
    expect(() => contractOf(me)).toThrow(ContractRefused);
    expect(() => contractOf(me)).toThrow(
      'Person is needed by Query.me, and neither it nor a field of it carries a tag.',
    );
  });

  test('is refused when something could come back that it does not have: a union, one of its types, an implementer', () => {
    expect(() => contractOf(me, 'salary: Pay', renaming)).toThrow(
      'RenameResult is needed by Mutation.rename and carries no tag.',
    );
    expect(() => contractOf(me, 'salary: Pay', renaming, 'union RenameResult')).toThrow(
      /RenamePayload is needed by RenameResult[^]*OnlyForCompany is needed by RenameResult/,
    );
    expect(() => contractOf(personType, me, 'named: Named @authenticated', 'interface Named')).toThrow(
      'House is needed by Named',
    );
  });

  test('is refused when an object lacks a field of an interface that it implements', () => {
    expect(() =>
      contractOf(
        me,
        'salary: Pay',
        'named: Named @authenticated',
        'interface Named',
        'type House implements Named',
      ),
    ).toThrow(/Person/);
  });
});

describe('the contract of partners', () => {
  const supergraphSdl = composeSupergraph().supergraphSdl;
  const contract = buildSchema(composeContract(supergraphSdl)!);
  const personas = readPersonas();
  /** The roles that partner software acts as. */
  const partners = ['facility', 'agent'];

  const objects = Object.values(contract.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  const coordinates = objects.flatMap((type) =>
    Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) => [
      `${type.name}.${field.name}`,
      ...field.args.map(({ name }) => `${type.name}.${field.name}.${name}`),
    ]),
  );

  test('has nothing that none of the roles of partners may ask for', async () => {
    const rights = await accessRightsOf(readAccessRules(supergraphSdl, apiSchemaOf(supergraphSdl)), personas);
    const forNobody = coordinates.filter(
      (coordinate) => !partners.some((role) => rights.get(coordinate)!.includes(role)),
    );
    expect(coordinates.length).toBeGreaterThan(100);
    expect(forNobody).toEqual([]);
  });

  test('has nothing that is for the company alone', () => {
    const forCompany = [...readRequirements(supergraphSdl)]
      .filter(([, requirements]) =>
        requirements.some(
          (requirement) =>
            requirement.kind === 'policies' &&
            requirement.anyOf.every((allOf) => allOf.every((role) => !partners.includes(role))),
        ),
      )
      .map(([coordinate]) => coordinate);
    expect(forCompany).toContain('Shift.history');
    expect(forCompany.filter((coordinate) => coordinates.includes(coordinate))).toEqual([]);
    expect(forCompany.filter((name) => contract.getType(name))).toEqual([]);
  });

  test.for([
    'Agent.hourlyRate',
    'Agent.phone',
    'Person.contact',
    'Shift.rate',
    'Shift.history',
    'Shift.flags',
    'Query.loginClaims',
    'Mutation.setShiftRate',
  ])('keeps %s to itself', (coordinate) => {
    expect(coordinates).not.toContain(coordinate);
    // It is a field of the graph: the name has not merely changed.
    const [type, field] = coordinate.split('.');
    expect(fieldsOf(apiSchemaOf(supergraphSdl).getType(type!))).toContain(field);
  });

  test('is a part of the graph: what is valid against it is valid against the graph', () => {
    const graph = apiSchemaOf(supergraphSdl);
    const document = parse(
      [contract.getQueryType()!, contract.getMutationType()!]
        .map((root, i) => `${i === 0 ? 'query' : 'mutation'} Q${i} { ${everyFieldOf(root, 3)} }`)
        .join('\n'),
    );
    const withoutArguments = (message: string) => !message.includes('is required, but it was not provided');
    const mistakes = (schema: typeof graph) =>
      validate(schema, document, undefined, { maxErrors: 10_000 })
        .map(({ message }) => message)
        .filter(withoutArguments);
    expect(mistakes(contract)).toEqual([]);
    expect(mistakes(graph)).toEqual([]);
  });

  function everyFieldOf(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type)) return '__typename';
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const returned = getNamedType(field.type);
      if (!isObjectType(returned))
        return 'getTypes' in returned ? [`${field.name} { __typename }`] : [field.name];
      return depth > 0 ? [`${field.name} { ${everyFieldOf(returned, depth - 1)} }`] : [];
    });
    return ['__typename', ...fields].join(' ');
  }
});

function fieldsOf(type: GraphQLNamedType | undefined): string[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}
