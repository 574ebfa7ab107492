import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Conditions } from '../access/operationAccess.ts';
import type { Gathered } from './executePlan.ts';
import { type JsonObject, isJsonObject, own } from './json.ts';

/**
 * Brings what the subgraphs answered into the shape that a client asked for: its fields in its order, and null
 * where a value does not fit the schema, as far up as the schema demands.
 *
 * @param gathered what subgraphs answered. Of what is gone, one that cannot be without what is missing is null, which
 *   is no error: a reference may outlive what it refers to. What is shared is shaped once and shared again.
 * @param introspect answers a root field `__schema` or `__type`, under its response name.
 * @returns the answer's data, and an error for each value that did not fit.
 */
export type Shape = (
  gathered: Gathered,
  introspect?: (fields: readonly FieldNode[]) => JsonObject,
) => { data: JsonObject | null; errors: GraphQLError[] };

/** Makes one value fit; `misfit` where it does not and may not be null. */
type Completion = (value: unknown, report: Report) => unknown;

/** Gathers what does not fit. Paths are followed only once something is known not to. */
interface Report {
  misfits: number;
  /** The way to the value at hand; null in the first pass. */
  path: (string | number)[] | null;
  errors: GraphQLError[];
  readonly gone: ReadonlySet<object>;
  readonly shared: ReadonlySet<object>;
  /** What shared objects have become in the first pass, by the completion that made it. */
  readonly shaped: Map<object, { by: Completion; object: JsonObject | null }>;
  introspect: ((fields: readonly FieldNode[]) => JsonObject) | undefined;
}

interface ShapedField {
  readonly name: string;
  readonly isNeverNull: boolean;
  readonly complete: Completion;
}

/** A value that does not fit where null is not allowed: the object around it becomes null. */
const misfit = Symbol('misfit');

/**
 * Works out how answers of one operation are shaped, for one set of values of its `@skip` and `@include` variables.
 *
 * @param schema what clients see.
 */
export function compileShape(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = completionOfObject(schema.getRootType(operation.operation)!, [operation.selectionSet]);

  return ({ data, gone, shared }, introspect) => {
    const report: Report = {
      misfits: 0,
      path: null,
      errors: [],
      gone,
      shared,
      shaped: new Map(),
      introspect,
    };
    let shaped = root(data, report);
    if (report.misfits > 0) {
      report.path = [];
      shaped = root(data, report);
    }
    return { data: shaped === misfit ? null : (shaped as JsonObject | null), errors: report.errors };
  };

  function completionOf(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    where: string,
  ): Completion {
    if (isNonNullType(type)) {
      const complete = completionOf(type.ofType, sets, where);
      return (value, report) => {
        const before = report.misfits;
        const completed = complete(value, report);
        if (completed !== null) return completed;
        // What made it null below has been told already.
        if (report.misfits === before) tell(report, `null came back for ${where}, which is never null`);
        return misfit;
      };
    }
    if (isListType(type)) return completionOfList(completionOf(type.ofType, sets, where), where);
    return isCompositeType(type) ? completionOfObject(type, sets, where) : completionOfLeaf(type, where);
  }

  function completionOfList(complete: Completion, where: string): Completion {
    return (value, report) => {
      if (value === null || value === undefined) return null;
      if (!Array.isArray(value)) return tell(report, `something that is no list came back for ${where}`);
      const { length } = value;
      const completed: unknown[] = new Array(length);
      let fits = true;
      for (let i = 0; i < length; i += 1) {
        report.path?.push(i);
        completed[i] = complete(value[i], report);
        report.path?.pop();
        if (completed[i] === misfit) fits = false;
      }
      return fits ? completed : null;
    };
  }

  function completionOfLeaf(type: GraphQLLeafType, where: string): Completion {
    const fits = leafCheck(type);
    return (value, report) => {
      if (value === null || value === undefined) return null;
      return fits(value) ? value : tell(report, `a value that is no ${type.name} came back for ${where}`);
    };
  }

  function completionOfObject(
    declared: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    where = declared.name,
  ): Completion {
    const fieldsOf = new Map<string, readonly ShapedField[] | null>();
    const fieldsFor = (typeName: string) => {
      let fields = fieldsOf.get(typeName);
      if (fields === undefined) {
        const type = schema.getType(typeName);
        fields = isCompositeType(type) ? collectFields(type, sets) : null;
        fieldsOf.set(typeName, fields);
      }
      return fields;
    };
    const complete: Completion = (value, report) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) return tell(report, `something that is no object came back for ${where}`);
      if (report.path || !report.shared.has(value)) return completeObject(value, report);
      const known = report.shaped.get(value);
      if (known?.by === complete) return known.object;
      const object = completeObject(value, report);
      report.shaped.set(value, { by: complete, object });
      return object;
    };
    return complete;

    function completeObject(value: JsonObject, report: Report): JsonObject | null {
      const typeName = value['__typename'];
      const fields = fieldsFor(typeof typeName === 'string' ? typeName : declared.name);
      if (!fields)
        return tell(report, `an object of a type that is not in the schema came back for ${where}`);
      if (report.gone.size > 0 && report.gone.has(value) && fields.some((field) => lacks(value, field)))
        return null;
      const object: JsonObject = {};
      for (let i = 0; i < fields.length; i += 1) {
        const { name, complete } = fields[i]!;
        report.path?.push(name);
        const completed = complete(value, report);
        report.path?.pop();
        if (completed === misfit) return null;
        object[name] = completed;
      }
      return object;
    }
  }

  /** The fields of an object of a type, each once, in the order of GraphQL's CollectFields. */
  function collectFields(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): readonly ShapedField[] {
    const nodes = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const set of sets) visit(set);
    return [...nodes].map(([name, same]) => ({
      name,
      isNeverNull: isNeverNull(type, same[0]!.name.value),
      complete: completionOfField(type, name, same),
    }));

    function visit({ selections }: SelectionSetNode): void {
      for (const selection of selections) {
        if (!isIncluded(selection.directives, conditions)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const same = nodes.get(name);
          if (same) same.push(selection);
          else nodes.set(name, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value)) visit(selection.selectionSet);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = fragments.get(selection.name.value)!;
          if (applies(fragment.typeCondition.name.value)) visit(fragment.selectionSet);
        }
      }
    }

    function applies(condition: string | undefined): boolean {
      if (condition === undefined || condition === type.name) return true;
      const wanted = schema.getType(condition);
      return (
        isAbstractType(wanted) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(wanted, type)
      );
    }
  }

  function completionOfField(type: GraphQLNamedType, name: string, nodes: readonly FieldNode[]): Completion {
    const field = nodes[0]!.name.value;
    if (field === '__typename') return isObjectType(type) ? () => type.name : () => misfit;
    if (field === '__schema' || field === '__type') {
      return (_value, report) => own(report.introspect?.(nodes) ?? {}, name) ?? null;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return () => misfit;
    const sets = nodes.map(({ selectionSet }) => selectionSet).filter((set) => set !== undefined);
    const complete = completionOf(type.getFields()[field]!.type, sets, `${type.name}.${field}`);
    // Only names of this kind could be found on every object.
    if (name in Object.prototype) return (value, report) => complete(own(value as JsonObject, name), report);
    return (value, report) => complete((value as JsonObject)[name], report);
  }
}

function isNeverNull(type: GraphQLNamedType, field: string): boolean {
  const declared = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return isNonNullType(declared?.type);
}

function lacks(value: JsonObject, { name, isNeverNull }: ShapedField): boolean {
  return isNeverNull && own(value, name) === undefined;
}

/** Whether `@skip` and `@include` leave something in the answer. */
function isIncluded(directives: FieldNode['directives'], conditions: Conditions): boolean {
  return (directives ?? []).every(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = args?.[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions.get(value.name.value)
        : value?.kind === Kind.BOOLEAN && value.value;
    return name.value === 'skip' ? holds !== true : holds === true;
  });
}

function tell(report: Report, what: string): null {
  report.misfits += 1;
  if (report.path) {
    report.errors.push(
      new GraphQLError(`A service gave an answer that does not fit the graph: ${what}.`, {
        path: [...report.path],
      }),
    );
  }
  return null;
}

/** What subgraphs may answer for a leaf; values of scalars of our own are theirs to check. */
function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  switch (type.name) {
    case 'String':
      return (value) => typeof value === 'string';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Float':
      return (value) => typeof value === 'number';
    case 'Int':
      return (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_648;
    default:
      return () => true;
  }
}
