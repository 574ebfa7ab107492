import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  execute,
  getVariableValues,
  visit,
} from 'graphql';
import { type OperationPlan, planOperation } from './plan.ts';
import { runOperation } from './run.ts';

/** An operation that is to run, of a document that is valid. */
export interface ExecutionRequest {
  readonly document: DocumentNode;
  /** Undefined when the document has none of the name that was asked for. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName?: string | null | undefined;
  /** As they were sent. */
  readonly variables: Record<string, unknown> | undefined;
  readonly context: unknown;
}

export type Executor = (request: ExecutionRequest) => ExecutionResult | Promise<ExecutionResult>;

/** What is kept of a document for as long as the document is kept. */
interface Prepared {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that `@skip` and `@include` look at. */
  readonly conditions: readonly string[];
  readonly plans: Map<string, OperationPlan>;
}

/** The most plans that are kept of one document: for its operations, and for what their conditions may be. */
const mostPlans = 64;

/** So many wrong variables are told of one request, as graphql-js has it. */
const maxErrors = 50;

/**
 * Makes the execution of operations over a schema, in place of graphql-js: of an operation that comes again only its
 * variables and its resolvers are run.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const prepared = new WeakMap<DocumentNode, Prepared>();
  return ({ document, operation, operationName, variables = {}, context }) => {
    if (!operation) {
      // It says which operations there are.
      return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
    }
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors });
    if (coerced.errors) return { errors: coerced.errors };

    let ready = prepared.get(document);
    if (!ready) prepared.set(document, (ready = prepare(document)));
    const { fragments, conditions, plans } = ready;
    const key = [operation.name?.value, ...conditions.map((name) => coerced.coerced[name])].join();
    let plan = plans.get(key);
    if (!plan) {
      plan = planOperation(schema, operation, fragments, coerced.coerced);
      if (plans.size < mostPlans) plans.set(key, plan);
    }
    return runOperation(plan, coerced.coerced, context);
  };
}

function prepare(document: DocumentNode): Prepared {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const conditions = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return { fragments, conditions: [...conditions], plans: new Map() };
}
