import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../gatewayContext.ts';
import type { SubgraphDataSource } from '../subgraphDataSource.ts';
import { type JsonObject, copyOf, isJsonObject, mergeInto, own } from './json.ts';
import { representationText } from './representation.ts';
import { applyRewrites } from './rewrites.ts';

/** Runs a plan: asks subgraphs in its order, and gathers what they answer. */
export type PlanRun = (
  variables: Readonly<JsonObject>,
  context: GatewayContext,
) => Promise<Gathered & { errors: GraphQLError[] }>;

/** What subgraphs answered, keys of entities included. */
export interface Gathered {
  readonly data: JsonObject;
  /** Entities that a service says do not exist, or not for this viewer. */
  readonly gone: ReadonlySet<object>;
  /** Objects that stand at several places, since all that is known of them is the same. */
  readonly shared: ReadonlySet<object>;
}

/** What one run has come to so far. */
interface Run extends Gathered {
  readonly errors: GraphQLError[];
  readonly gone: Set<object>;
  readonly shared: Set<object>;
  readonly variables: Readonly<JsonObject>;
  readonly context: GatewayContext;
}

type Step = (run: Run) => Promise<void>;

const doNothing: Step = async () => {};

/** Where the objects of one entity fetch are found: a path of response names, `@` for every element of a list. */
type EntityPath = readonly (string | number)[];

/**
 * Makes a plan ready to run. What depends on the plan alone is worked out here, once.
 *
 * @param options.schema the supergraph's schema.
 * @param options.defaults the values of variables that the operation gives itself.
 */
export function preparePlan({
  plan,
  schema,
  subgraphs,
  defaults,
}: {
  plan: QueryPlan;
  schema: GraphQLSchema;
  subgraphs: ReadonlyMap<string, SubgraphDataSource>;
  defaults: Readonly<JsonObject>;
}): PlanRun {
  const step = plan.node ? stepOf(plan.node as PlanNode, []) : doNothing;
  return async (variables, context) => {
    const run: Run = { data: {}, errors: [], gone: new Set(), shared: new Set(), variables, context };
    await step(run);
    return run;
  };

  function stepOf(node: PlanNode, path: EntityPath): Step {
    switch (node.kind) {
      case 'Sequence': {
        const steps = node.nodes.map((each) => stepOf(each, path));
        return async (run) => {
          for (const each of steps) await each(run);
        };
      }
      case 'Parallel': {
        const steps = node.nodes.map((each) => stepOf(each, path));
        return async (run) => {
          await Promise.all(steps.map((each) => each(run)));
        };
      }
      case 'Flatten':
        return stepOf(node.node, [...path, ...node.path]);
      case 'Condition': {
        const yes = node.ifClause ? stepOf(node.ifClause, path) : doNothing;
        const no = node.elseClause ? stepOf(node.elseClause, path) : doNothing;
        return (run) => {
          const given = own(run.variables as JsonObject, node.condition);
          return (given === undefined ? defaults[node.condition] : given) === true ? yes(run) : no(run);
        };
      }
      case 'Fetch': {
        const fetch = node.requires ? entityFetch(node, path) : rootFetch(node, path);
        return async (run) => {
          try {
            await fetch(run);
          } catch (error) {
            run.errors.push(error instanceof GraphQLError ? error : asGraphqlError(error));
          }
        };
      }
      default:
        throw new Error(`The plan has a step ${node.kind}, which the gateway does not do.`);
    }
  }

  /** Asks for fields of the root, or, in a mutation, of what a root field returned. */
  function rootFetch(node: FetchNode, path: EntityPath): (run: Run) => Promise<void> {
    const send = sender(node);
    return async (run) => {
      const targets: JsonObject[] = [];
      eachObjectAt(run, path, (object) => void targets.push(object));
      if (targets.length === 0) return;
      const { data, errors } = await send(run, '');
      report(run, node, errors, (errorPath) => [[...path, ...errorPath]]);
      if (!isJsonObject(data)) return;
      applyRewrites(schema, node.outputRewrites, data);
      targets.forEach((target, i) => mergeInto(target, i === 0 ? data : copyOf(data)));
    };
  }

  /**
   * Asks for more fields of entities. Each is asked for once, however often it occurs; and where nothing is known of
   * one place that is not known of another, both are the same object from here on: a list of shifts has few facilities.
   */
  function entityFetch(node: FetchNode, path: EntityPath): (run: Run) => Promise<void> {
    const send = sender(node);
    const textOf = representationText(schema, node);
    return async (run) => {
      const occurrences = new Map<string, JsonObject[]>();
      eachObjectAt(run, path, (entity, put) => {
        const text = textOf(entity);
        if (text === null) return;
        const known = occurrences.get(text);
        if (!known) occurrences.set(text, [entity]);
        else if (areAlike(known[0]!, entity)) {
          put(known[0]!);
          run.shared.add(known[0]!);
        } else known.push(entity);
      });
      if (occurrences.size === 0) return;
      const targets = [...occurrences.values()];
      const { data, errors } = await send(run, `"representations":[${[...occurrences.keys()].join()}]`);
      report(run, node, errors, ([root, index, ...rest]) =>
        root === '_entities' && typeof index === 'number' && targets[index]
          ? pathsOf(run.data, path, new Set(targets[index])).map((found) => [...found, ...rest])
          : [],
      );
      if (!isJsonObject(data)) return;
      const entities = data['_entities'];
      if (!Array.isArray(entities) || entities.length !== targets.length) {
        throw new Error(
          `The service ${node.serviceName} answered with other than the ${targets.length} entities it was asked for.`,
        );
      }
      targets.forEach((same, i) => {
        const entity: unknown = entities[i];
        if (entity === null) for (const target of same) run.gone.add(target);
        if (!isJsonObject(entity)) return;
        applyRewrites(schema, node.outputRewrites, entity);
        same.forEach((target, n) => mergeInto(target, n === 0 ? entity : copyOf(entity)));
      });
    };
  }

  /** Writes the body of a subgraph call around what changes from run to run. */
  function sender(node: FetchNode) {
    const subgraph = subgraphs.get(node.serviceName)!;
    const kind = node.operationKind === OperationTypeNode.MUTATION ? 'mutation' : 'query';
    const start = `{"query":${JSON.stringify(node.operation)},"variables":{`;
    const usages = node.variableUsages ?? [];
    return (run: Run, representations: string) => {
      const parts = representations === '' ? [] : [representations];
      for (const name of usages) {
        const value = own(run.variables as JsonObject, name);
        if (value !== undefined) parts.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
      }
      return subgraph.send({ body: `${start}${parts.join()}}}`, kind }, run.context);
    };
  }
}

function report(
  run: Run,
  node: FetchNode,
  errors: readonly GraphQLFormattedError[] | undefined,
  pathsFor: (path: readonly (string | number)[]) => ResponsePath[],
): void {
  for (const { message, path, extensions } of errors ?? []) {
    const paths = path ? pathsFor(path) : [];
    for (const each of paths.length > 0 ? paths : [undefined]) {
      run.errors.push(
        new GraphQLError(message || `The service ${node.serviceName} failed.`, {
          ...(each && { path: each }),
          extensions: { ...extensions, serviceName: node.serviceName },
        }),
      );
    }
  }
}

function asGraphqlError(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}

/**
 * Visits the objects at a path, in order; one that stands at several places once.
 *
 * @param visit is given what puts another object in the place of this one.
 */
function eachObjectAt(
  { data, shared }: Run,
  path: EntityPath,
  visit: (object: JsonObject, put: (other: JsonObject) => void) => void,
): void {
  const visited = new Set<object>();
  let holder: JsonObject | unknown[];
  let place: string | number;
  const put = (other: JsonObject): void => {
    (holder as Record<string | number, unknown>)[place] = other;
  };
  collect(data, 0);

  function collect(value: unknown, at: number): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      for (let i = 0; i < value.length; i += 1) {
        [holder, place] = [value, i];
        collect(value[i], next);
      }
      return;
    }
    if (shared.has(value)) {
      if (visited.has(value)) return;
      visited.add(value);
    }
    if (at === path.length) visit(value as JsonObject, put);
    else if (path[at] !== '@') {
      const name = String(path[at]);
      [holder, place] = [value as JsonObject, name];
      collect(own(value as JsonObject, name), at + 1);
    }
  }
}

/** Whether two objects have the same fields with the same values; objects in them are the same or different. */
function areAlike(one: JsonObject, other: JsonObject): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => one[name] !== undefined && one[name] === other[name]);
}

/** Where some of the objects at a path stand in the answer. */
function pathsOf(data: JsonObject, path: EntityPath, wanted: ReadonlySet<JsonObject>): ResponsePath[] {
  const found: ResponsePath[] = [];
  collect(data, 0, []);
  return found;

  function collect(value: unknown, at: number, here: ResponsePath): void {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      value.forEach((element, i) => collect(element, next, [...here, i]));
    } else if (typeof value !== 'object') return;
    else if (at === path.length) {
      if (wanted.has(value as JsonObject)) found.push(here);
    } else if (path[at] !== '@') {
      const name = String(path[at]);
      collect(own(value as JsonObject, name), at + 1, [...here, name]);
    }
  }
}
