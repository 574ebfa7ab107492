import { fileURLToPath } from 'node:url';
import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  print,
  printSchema,
  validateSchema,
} from 'graphql';
import { apiSchemaOf } from './apiSchema.ts';

/** Where the committed contract stands: in the room of what partners get. */
export const partnerContractFile = fileURLToPath(new URL('../../sdk/partner.graphql', import.meta.url));

/** What the domains tag for partners, as `@tag(name: "partner")`. */
export const partnerTag = 'partner';

/** A contract that promises what it does not contain; the message has one line for each reason. */
export class ContractRefused extends Error {
  constructor(reasons: readonly string[]) {
    super(`The partner contract is not whole; tag what is missing and compose again:\n${reasons.join('\n')}`);
    this.name = 'ContractRefused';
  }
}

/**
 * Composes the part of a supergraph that carries a tag to a schema of its own, as Apollo's contracts do
 * (https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/reference) with one
 * included tag and unreachable types hidden: a field of an object or interface belongs to it when it, or its whole
 * type, is tagged; a union when it is tagged; arguments, inputs, enums and scalars when something tagged needs them.
 *
 * Stricter than Apollo's in one point: whatever can come back for a field of the contract has to be in the contract,
 * so that a client that handles every type it knows handles every type there is.
 *
 * @returns the schema as SDL with descriptions, free of federation; null when no root field is tagged.
 * @throws ContractRefused naming each element that is missing, and what needs it.
 */
export function composeContract(supergraphSdl: string, tag: string = partnerTag): string | null {
  const schema = apiSchemaOf(supergraphSdl);
  const tagged = taggedElements(supergraphSdl, tag);
  const kept = (type: string, field: string) => tagged.has(type) || tagged.has(`${type}.${field}`);
  const reasons: string[] = [];
  const reached = reach(schema, { kept, tagged, reasons });
  if (reached === null) return null;
  if (reasons.length > 0) throw new ContractRefused(reasons);

  const definitions = parse(printSchema(schema)).definitions.flatMap((definition): DefinitionNode[] => {
    if (!('name' in definition) || definition.name === undefined) return [];
    const name = definition.name.value;
    if (!reached.has(name)) return [];
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      return [definition];
    }
    return [narrowed(definition, (field) => kept(name, field), reached)];
  });
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const contract = buildASTSchema(document, { assumeValidSDL: true });
  const mistakes = validateSchema(contract);
  if (mistakes.length > 0) throw new ContractRefused(mistakes.map(({ message }) => message));
  return `${print(document)}\n`;
}

/** The coordinates (`Type`, `Type.field`) of a supergraph that carry a tag. */
function taggedElements(supergraphSdl: string, tag: string): ReadonlySet<string> {
  const tagged = new Set<string>();
  const carries = ({ directives = [] }: { directives?: readonly ASTNode[] }) =>
    directives.some(
      (directive) =>
        directive.kind === Kind.DIRECTIVE &&
        directive.name.value === 'tag' &&
        directive.arguments?.some(({ value }) => value.kind === Kind.STRING && value.value === tag),
    );
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions as TypeDefinitionNode[]) {
    const name = definition.name?.value;
    if (carries(definition)) tagged.add(name);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? [])
      if (carries(field)) tagged.add(`${name}.${field.name.value}`);
  }
  return tagged;
}

/**
 * The names of the types that the contract needs, from its root fields on.
 *
 * @param reasons is given a sentence for each type that is needed and not tagged.
 */
function reach(
  schema: GraphQLSchema,
  {
    kept,
    tagged,
    reasons,
  }: { kept: (type: string, field: string) => boolean; tagged: ReadonlySet<string>; reasons: string[] },
): ReadonlySet<string> | null {
  const keptFields = (type: GraphQLNamedType) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).filter((field) => kept(type.name, field.name))
      : [];
  const query = schema.getQueryType()!;
  if (keptFields(query).length === 0) return null;
  const reached = new Set<string>();
  const visit = (type: GraphQLNamedType, neededBy: string): void => {
    if (reached.has(type.name)) return;
    if (isUnionType(type)) {
      if (!tagged.has(type.name)) {
        reasons.push(`${type.name} is needed by ${neededBy} and carries no tag.`);
        return;
      }
      reached.add(type.name);
      for (const member of type.getTypes()) visit(member, type.name);
      return;
    }
    if (isInputObjectType(type)) {
      reached.add(type.name);
      for (const field of Object.values(type.getFields())) visit(getNamedType(field.type), type.name);
      return;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) {
      reached.add(type.name);
      return;
    }
    const fields = keptFields(type);
    if (fields.length === 0) {
      reasons.push(`${type.name} is needed by ${neededBy}, and neither it nor a field of it carries a tag.`);
      return;
    }
    reached.add(type.name);
    for (const field of fields) {
      const coordinate = `${type.name}.${field.name}`;
      visit(getNamedType(field.type), coordinate);
      for (const argument of field.args) visit(getNamedType(argument.type), coordinate);
    }
    if (isInterfaceType(type)) {
      for (const object of schema.getPossibleTypes(type)) visit(object, type.name);
    }
  };
  visit(query, 'the contract');
  const mutation = schema.getMutationType();
  if (mutation && keptFields(mutation).length > 0) visit(mutation, 'the contract');
  // An interface that nothing returns is still worth a fragment on it: `... on Refusal { message }`.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) || keptFields(type).length === 0) continue;
    if (schema.getPossibleTypes(type).some(({ name }) => reached.has(name))) {
      reached.add(type.name);
      for (const field of keptFields(type)) visit(getNamedType(field.type), `${type.name}.${field.name}`);
    }
  }
  return reached;
}

function narrowed(
  definition: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  keeps: (field: string) => boolean,
  reached: ReadonlySet<string>,
): ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode {
  return {
    ...definition,
    interfaces: definition.interfaces?.filter(({ name }) => reached.has(name.value)),
    fields: definition.fields?.filter((field: FieldDefinitionNode) => keeps(field.name.value)),
  };
}
