import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
} from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  executeSync,
  getVariableValues,
  valueFromASTUntyped,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionVariables, readConditions } from '../access/operationAccess.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import type { SubgraphDataSource } from '../subgraphDataSource.ts';
import { type PlanRun, preparePlan } from './executePlan.ts';
import type { JsonObject } from './json.ts';
import { keepObjects } from './keepObjects.ts';
import { type Shape, compileShape } from './shape.ts';

/** The most operations whose plans are kept. */
const mostOperations = 2_000;

/** The most sets of values of an operation's `@skip` and `@include` variables whose shapes are kept. */
const mostShapes = 64;

/** What of an operation does not change from run to run. */
interface PreparedOperation {
  readonly run: PlanRun;
  readonly conditions: readonly string[];
  readonly shapes: LRUCache<string, Shape>;
}

/** What `ApolloGateway` has made of the supergraph; its version is pinned, and this is checked at start. */
interface LoadedGateway {
  readonly schema: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  readonly queryPlanner: QueryPlanner;
}

/**
 * Makes the execution of query plans, in place of that of `ApolloGateway`: its planner plans, ours runs the plan.
 * Each operation is planned, and its plan and the shape of its answer are made ready, once.
 *
 * @param gateway loaded.
 * @throws Error when the gateway is of a version that keeps its planner elsewhere.
 */
export function createExecutor(
  gateway: ApolloGateway,
  subgraphs: ReadonlyMap<string, SubgraphDataSource>,
): GatewayExecutor {
  const { schema, apiSchema, supergraphSchema, queryPlanner } = loaded(gateway);
  const prepared = new LRUCache<string, PreparedOperation>({ max: mostOperations });

  return async (request): Promise<GatewayExecutionResult> => {
    const { document, operation, queryHash } = request;
    const variables = (request.request.variables ?? {}) as JsonObject;
    const { errors: mistakes } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (mistakes) return { errors: mistakes };

    const key = `${queryHash} ${operation.name?.value ?? ''}`;
    let ready = prepared.get(key);
    if (!ready) prepared.set(key, (ready = prepare(document, operation)));
    const { errors, ...gathered } = await ready.run(variables, request.context as GatewayContext);
    const { data, errors: misfits } = shapeFor(ready, request)(gathered, (fields) =>
      introspect(schema, document, operation, variables, fields),
    );
    // What is missing because a subgraph failed has its error already.
    const told = errors.length > 0 ? errors : misfits;
    return told.length > 0 ? { errors: told, data } : { data };
  };

  function prepare(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    const name = operation.name?.value;
    const plan = queryPlanner.buildQueryPlan(
      operationFromDocument(
        apiSchema,
        keepObjects(document),
        name === undefined ? {} : { operationName: name },
      ),
    );
    const defaults = Object.fromEntries(
      (operation.variableDefinitions ?? [])
        .filter(({ defaultValue }) => defaultValue)
        .map(({ variable, defaultValue }) => [variable.name.value, valueFromASTUntyped(defaultValue!)]),
    );
    return {
      run: preparePlan({ plan, schema: supergraphSchema, subgraphs, defaults }),
      conditions: conditionVariables(document),
      shapes: new LRUCache({ max: mostShapes }),
    };
  }

  function shapeFor(
    { conditions: names, shapes }: PreparedOperation,
    { document, operation, request }: GatewayGraphQLRequestContext,
  ): Shape {
    const conditions = readConditions(names, operation, request.variables);
    const key = [...conditions.values()].join();
    let shape = shapes.get(key);
    if (!shape) shapes.set(key, (shape = compileShape(schema, document, operation, conditions)));
    return shape;
  }
}

function loaded(gateway: ApolloGateway): LoadedGateway {
  const names = ['schema', 'apiSchema', 'supergraphSchema', 'queryPlanner'] as const;
  const parts = Object.fromEntries(names.map((name) => [name, Reflect.get(gateway, name)]));
  const missing = names.filter((name) => parts[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`This version of @apollo/gateway has no ${missing.join(', ')}: install the pinned one.`);
  }
  return parts as unknown as LoadedGateway;
}

/** Answers the root fields `__schema` and `__type` of an operation. */
function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableValues: JsonObject,
  selections: readonly FieldNode[],
): JsonObject {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const { data, errors } = executeSync({
    schema,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...fragments],
    },
    variableValues,
  });
  if (errors) throw errors[0]!;
  return data as JsonObject;
}
