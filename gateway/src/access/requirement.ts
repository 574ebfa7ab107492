import { type ConstDirectiveNode, Kind, type TypeDefinitionNode, parse, valueFromASTUntyped } from 'graphql';

/**
 * What one access directive asks of the caller. The lists are read as in federation: one of the outer
 * list has to hold, with all of its inner list.
 */
export type Requirement =
  | { kind: 'authenticated' }
  | { kind: 'scopes'; anyOf: readonly (readonly string[])[] }
  | { kind: 'policies'; anyOf: readonly (readonly string[])[] };

/**
 * Reads the access directives of a supergraph.
 *
 * @returns requirements by coordinate: `Type` or `Type.field`. Interfaces are left out: composition allows
 *   the directives on object types alone and copies them to interfaces only to be read there.
 */
export function readRequirements(supergraphSdl: string): Map<string, readonly Requirement[]> {
  const requirements = new Map<string, readonly Requirement[]>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.map(requirementOf).filter((requirement) => requirement !== null);
    if (found.length > 0) requirements.set(coordinate, found);
  };
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions as TypeDefinitionNode[]) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) {
        read(`${definition.name.value}.${field.name.value}`, field.directives);
      }
    }
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION
    ) {
      read(definition.name.value, definition.directives);
    }
  }
  return requirements;
}

/** A requirement as the end of the sentence "… needs". */
export function describeRequirement(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'authenticated':
      return 'a sign-in';
    case 'scopes':
      return `the scope ${alternatives(requirement.anyOf)}`;
    case 'policies':
      return `the role ${alternatives(requirement.anyOf)}`;
  }
}

function alternatives(anyOf: readonly (readonly string[])[]): string {
  return anyOf.map((allOf) => allOf.join(' and ')).join(', or ');
}

function requirementOf(directive: ConstDirectiveNode): Requirement | null {
  const argument = (name: string) => {
    const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
    return valueFromASTUntyped(value!) as string[][];
  };
  switch (directive.name.value) {
    case 'authenticated':
      return { kind: 'authenticated' };
    case 'requiresScopes':
      return { kind: 'scopes', anyOf: argument('scopes') };
    case 'policy':
      return { kind: 'policies', anyOf: argument('policies') };
    default:
      return null;
  }
}
