import { type Change, CriticalityLevel, diff, validate } from '@graphql-inspector/core';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  Source,
  buildSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  parse,
  validate as validateDocument,
} from 'graphql';
import { readAccessRules } from '../access/accessRules.ts';
import { apiSchemaOf } from '../apiSchema.ts';
import { ContractRefused, composeContract } from '../partnerContract.ts';
import type { Personas } from '../personas.ts';
import type { TrustedDocuments } from '../trustedDocuments.ts';
import { type AccessChange, type AccessRights, accessChanges, accessRightsOf } from './accessRights.ts';
import { deprecationsOf, describeRemoval, goesOn } from './deprecation.ts';
import { usedCoordinates } from './operationUse.ts';

/** A graph at one time: its supergraph and who may be granted what. */
export interface Graph {
  supergraphSdl: string;
  personas: Personas;
}

/** Operations of one client, by name. */
export interface ClientOperations {
  client: string;
  operations: readonly string[];
}

/** Who meets a change. */
export interface Hit {
  /** Whether it is a change of the partner contract too. */
  partners: boolean;
  /** Clients whose registered operations use what changes. */
  clients: readonly ClientOperations[];
  /** Roles that may ask for what changes, by the rules before the change. */
  roles: readonly string[];
}

/** A change that clients may notice. */
export interface GraphChange {
  /** What changed, one sentence. */
  message: string;
  /** What those who use it had been told, when it is a removal; else what makes the change risky, or null. */
  note: string | null;
  hit: Hit;
}

/** What is deprecated, why, and who still uses it. */
export interface Deprecated {
  coordinate: string;
  reason: string;
  clients: readonly ClientOperations[];
}

/** A registered operation that the graph would refuse from now on. */
export interface RefusedOperation {
  client: string;
  operation: string;
  /** Why, one sentence each. */
  mistakes: readonly string[];
}

/** Fields that are new, and who may ask for them. */
export interface AddedFields {
  fields: readonly string[];
  roles: readonly string[];
}

/** What differs between two graphs for those who use them. */
export interface GraphChanges {
  breaking: readonly GraphChange[];
  dangerous: readonly GraphChange[];
  access: readonly (AccessChange & {
    /** Who meets what is lost: partners, and clients by their registered operations. */
    hit: Omit<Hit, 'roles'>;
  })[];
  refused: readonly RefusedOperation[];
  /** Deprecated since the earlier graph. */
  announced: readonly Deprecated[];
  added: readonly AddedFields[];
}

/**
 * Compares two graphs and says what breaks whom.
 *
 * @param trusted the registered operations of clients.
 * @param today as `YYYY-MM-DD`: what was deprecated until an earlier day may go.
 */
export async function compareGraphs(
  before: Graph,
  after: Graph,
  { trusted, today }: { trusted: TrustedDocuments; today: string },
): Promise<GraphChanges> {
  const oldSchema = apiSchemaOf(before.supergraphSdl);
  const newSchema = apiSchemaOf(after.supergraphSdl);
  const oldRights = await rightsIn(before, oldSchema);
  const newRights = await rightsIn(after, newSchema);
  const operations = readOperations(oldSchema, trusted);
  const usersOf = (change: Change) => clientsOf(operations, (used) => touches(used, change));

  const changes = await diff(oldSchema, newSchema);
  const oldContract = contractOf(before.supergraphSdl);
  const contractChanges = oldContract ? await diff(oldContract, contractOf(after.supergraphSdl)) : [];
  const inContract = new Set(contractChanges.map(keyOf));
  const inGraph = new Set(changes.map(keyOf));
  const oldReasons = deprecationsOf(oldSchema);
  const noteOf = (change: Change) =>
    change.type.endsWith('_REMOVED') && change.path?.includes('.')
      ? describeRemoval(oldReasons.get(change.path), today)
      : (change.criticality.reason ?? null);
  const told = (level: CriticalityLevel): GraphChange[] => [
    ...changes
      .filter(({ criticality }) => criticality.level === level)
      .map((change) => ({
        message: sentence(change.message),
        note: noteOf(change),
        hit: {
          partners: inContract.has(keyOf(change)),
          clients: usersOf(change),
          roles: rolesThatMeet(change, oldSchema, oldRights),
        },
      })),
    // What leaves or changes in the contract alone stays for everybody else.
    ...contractChanges
      .filter((change) => change.criticality.level === level && !inGraph.has(keyOf(change)))
      .map((change) => ({
        message: `In the partner contract: ${sentence(change.message)}`,
        note: noteOf(change),
        hit: { partners: true, clients: [], roles: [] },
      })),
  ];

  const newReasons = deprecationsOf(newSchema);
  return {
    breaking: told(CriticalityLevel.Breaking),
    dangerous: told(CriticalityLevel.Dangerous),
    access: accessChanges(oldRights, newRights).map((change) => ({
      ...change,
      hit: {
        partners: change.lost.some((coordinate) => oldContract !== null && hasField(oldContract, coordinate)),
        clients: clientsOf(operations, (used) => change.lost.some((coordinate) => used.has(coordinate))),
      },
    })),
    refused: refusedOperations(newSchema, operations),
    announced: [...newReasons]
      .filter(([coordinate]) => !oldReasons.has(coordinate))
      .map(([coordinate, reason]) => ({
        coordinate,
        reason,
        clients: clientsOf(operations, (used) => used.has(coordinate)),
      })),
    added: addedFields(oldRights, newRights, newSchema),
  };
}

/**
 * What is deprecated and could have gone by now.
 *
 * @param today as `YYYY-MM-DD`.
 */
export function overdueDeprecations(
  supergraphSdl: string,
  { trusted, today }: { trusted: TrustedDocuments; today: string },
): Deprecated[] {
  const schema = apiSchemaOf(supergraphSdl);
  const operations = readOperations(schema, trusted);
  return [...deprecationsOf(schema)]
    .filter(([, reason]) => (goesOn(reason) ?? today) < today)
    .map(([coordinate, reason]) => ({
      coordinate,
      reason,
      clients: clientsOf(operations, (used) => used.has(coordinate)),
    }));
}

async function rightsIn({ supergraphSdl, personas }: Graph, schema: GraphQLSchema): Promise<AccessRights> {
  return accessRightsOf(readAccessRules(supergraphSdl, schema), personas);
}

interface Operation {
  client: string;
  name: string;
  text: string;
  used: ReadonlySet<string>;
}

/** The registered operations that are valid against a schema: others have nothing to lose in it. */
function readOperations(schema: GraphQLSchema, trusted: TrustedDocuments): Operation[] {
  return [...trusted].flatMap(([client, documents]) =>
    [...documents].flatMap(([hash, text]) => {
      const document = parse(text);
      if (validateDocument(schema, document).length > 0) return [];
      const names = document.definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
      );
      const name = names.join(', ') || `sha256:${hash.slice(0, 12)}`;
      return [{ client, name, text, used: usedCoordinates(schema, document) }];
    }),
  );
}

function clientsOf(
  operations: readonly Operation[],
  uses: (used: ReadonlySet<string>) => boolean,
): ClientOperations[] {
  const users = Map.groupBy(
    operations.filter(({ used }) => uses(used)),
    ({ client }) => client,
  );
  return [...users].map(([client, used]) => ({ client, operations: used.map(({ name }) => name) }));
}

function refusedOperations(schema: GraphQLSchema, operations: readonly Operation[]): RefusedOperation[] {
  return operations.flatMap(({ client, name, text }) =>
    validate(schema, [new Source(text, name)], { strictDeprecated: false })
      .filter(({ errors }) => errors.length > 0)
      .map(({ errors }) => ({ client, operation: name, mistakes: errors.map(({ message }) => message) })),
  );
}

/** The partner contract of a graph; null when it has none. */
function contractOf(supergraphSdl: string): GraphQLSchema | null {
  try {
    const contract = composeContract(supergraphSdl);
    return contract === null ? null : buildSchema(contract);
  } catch (error) {
    // A contract that is not whole was never given to anybody.
    if (error instanceof ContractRefused) return null;
    throw error;
  }
}

function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', field = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}

function keyOf({ type, path, message }: Change): string {
  return `${String(type)} ${path} ${message}`;
}

/** Whether an operation meets a change: it uses what changed, or that to which something was added. */
function touches(used: ReadonlySet<string>, { type, path }: Change): boolean {
  if (path === undefined) return false;
  if (used.has(path)) return true;
  return String(type).endsWith('_ADDED') && used.has(path.split('.').slice(0, -1).join('.'));
}

function rolesThatMeet({ path }: Change, schema: GraphQLSchema, rights: AccessRights): readonly string[] {
  if (path === undefined) return [];
  const [typeName = '', element = ''] = path.split('.');
  const fields = rights.has(`${typeName}.${element}`)
    ? [`${typeName}.${element}`]
    : fieldsThatMeet(schema, typeName);
  const roles = new Set(fields.flatMap((field) => rights.get(field) ?? []));
  return [...new Set([...rights.values()].flat())].filter((role) => roles.has(role));
}

/** The fields of objects that return a type, alone or among others, or take it in an argument. */
function fieldsThatMeet(schema: GraphQLSchema, typeName: string): string[] {
  const returns = (type: GraphQLNamedType) =>
    type.name === typeName ||
    (isAbstractType(type) && schema.getPossibleTypes(type).some(({ name }) => name === typeName));
  const takes = (type: GraphQLNamedType, seen = new Set<string>()): boolean => {
    if (type.name === typeName) return true;
    if (!isInputObjectType(type) || seen.has(type.name)) return false;
    seen.add(type.name);
    return Object.values(type.getFields()).some((field) => takes(getNamedType(field.type), seen));
  };
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter(
            (field) =>
              returns(getNamedType(field.type)) ||
              field.args.some((argument) => takes(getNamedType(argument.type))) ||
              type.getInterfaces().some(({ name }) => name === typeName),
          )
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
}

/** The fields that only the later graph has, those with the same askers together. */
function addedFields(before: AccessRights, after: AccessRights, schema: GraphQLSchema): AddedFields[] {
  const isField = (coordinate: string) => coordinate.split('.').length === 2;
  const added = [...after].filter(
    ([coordinate]) => isField(coordinate) && !before.has(coordinate) && !isNested(coordinate),
  );
  // Of a new type its name says enough.
  function isNested(coordinate: string): boolean {
    const type = schema.getType(coordinate.split('.')[0]!);
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    return !isRoot && ![...before.keys()].some((known) => known.startsWith(`${type!.name}.`));
  }
  const byRoles = Map.groupBy(added, ([, roles]) => roles.join());
  return [...byRoles.values()].map((group) => ({
    fields: group.map(([coordinate]) => coordinate),
    roles: group[0]![1],
  }));
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
