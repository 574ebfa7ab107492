import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import {
  ApolloServer,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { AsyncLocalStorage } from 'node:async_hooks';
import { formatError } from '@guildhall/kit/errors';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Telemetry } from '@guildhall/kit/telemetry';
import type { Logger } from 'pino';
import type { Counter, Histogram } from 'prom-client';
import { type CheckedOperation, createAccessCheck } from './access/accessCheck.ts';
import { type AccessRules, compileAccessRules, explorerScope } from './access/accessRules.ts';
import { withEnforcedFeatures } from './access/enforcedFeatures.ts';
import { createExecutor } from './execution/executor.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { GraphOperation, GraphResult } from './graphOperation.ts';
import { createCostCheck } from './limits/operationCost.ts';
import { type Limits, limitExceeded } from './limits/limits.ts';
import { createSizeRule } from './limits/operationSize.ts';
import type { Personas } from './personas.ts';
import { type RestFace, createRestFace } from './rest/restFace.ts';
import { type SubgraphDataSource, createSubgraphDataSource } from './subgraphDataSource.ts';
import { subgraphNames } from './subgraphNames.ts';
import { troubleOf } from './trouble.ts';

// Apollo's gateway reports to its makers unless this is set before it is made.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

/** In place of Apollo's data sources, which only its own execution would ask. */
const notAsked: GraphQLDataSource = {
  process() {
    throw new Error('Subgraphs are asked by the execution of the gateway itself.');
  },
};

/** What a generation is made from. */
export interface GenerationOptions {
  supergraphSdl: string;
  /** The GraphQL address of each subgraph of the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** Whose access rules are enforced; null to enforce none. */
  personas: Personas | null;
  limits: Limits;
  subgraphSeconds: Histogram<'subgraph' | 'outcome'>;
  /** Counts the errors that answers tell, by code. */
  errorsTotal: Counter<'code'>;
  telemetry: Telemetry;
  logger: Logger;
}

/**
 * One supergraph with all that follows from it: schema, access rules, query planner, connections. They are
 * made together and replaced together, so that no operation is ever checked by the rules of one graph and
 * run on another.
 */
export interface Generation {
  readonly subgraphs: ReadonlyMap<string, SubgraphDataSource>;
  /** What clients may ask for. */
  readonly schema: GraphQLSchema;
  /** The same for those who do not speak GraphQL; null where no access rules are enforced. */
  readonly rest: RestFace | null;
  /** Runs an operation as GraphQL over HTTP has it. */
  execute(request: HTTPGraphQLRequest, context: GatewayContext): Promise<HTTPGraphQLResponse>;
  /** Runs an operation for a route that speaks another language; the same checks and limits hold. */
  run(operation: GraphOperation, context: GatewayContext): Promise<GraphResult>;
  /** Waits for what is under way, then lets go of everything. Nothing may be executed after it is called. */
  close(): Promise<void>;
}

/**
 * Makes a generation.
 *
 * @throws Error when a subgraph has no address, when the supergraph is not one, or when its access rules
 *   cannot be right; nothing is left open.
 */
export async function createGeneration(options: GenerationOptions): Promise<Generation> {
  const { supergraphSdl, personas, limits, logger } = options;
  const subgraphs = createDataSources(options);
  const currentContext = new AsyncLocalStorage<GatewayContext>();
  const apolloLogger = logger.child({}, { level: 'warn' });
  const gateway = new ApolloGateway({
    supergraphSdl: withEnforcedFeatures(supergraphSdl),
    buildService: () => notAsked,
    // What clients see of it is validated by Apollo Server: all of it once more would double the time it takes to read.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: apolloLogger,
  });
  // Every setting that would otherwise follow NODE_ENV is given.
  const server = new ApolloServer<GatewayContext>({
    gateway: {
      onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
      stop: () => gateway.stop(),
      // Apollo's gateway plans, and we run the plans.
      async load(options) {
        await gateway.load(options);
        return { executor: createExecutor(gateway, subgraphs) };
      },
    },
    nodeEnv: 'production',
    introspection: true, // an access rule decides who may
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    validationRules: [createSizeRule(limits)],
    parseOptions: { maxTokens: limits.tokens },
    stopOnTerminationSignals: false,
    logger: apolloLogger,
    stringifyResult: JSON.stringify,
    formatError(formatted, error) {
      const told = tell(formatted, error);
      options.errorsTotal.inc({ code: String(told.extensions?.code) });
      const operation = currentContext.getStore()?.operation;
      if (operation) operation.trouble = troubleOf(operation.trouble, told.extensions);
      return told;
    },
    plugins: [
      checkPlugin(async (operation) => check(operation)),
      hideSchemaDetailsPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  function tell(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    if (/more tha[nt] \d+ tokens/.test(formatted.message)) {
      return withoutStatus(limitExceeded('tokens', limits).toJSON());
    }
    const { serviceName: _, ...extensions } = formatted.extensions ?? {};
    // Apollo Server takes whatever a validation rule reports for a mistake in the operation.
    if (extensions.limit !== undefined) extensions.code = 'LIMIT_EXCEEDED';
    const context = currentContext.getStore() ?? { requestId: '', logger };
    return formatError({ ...formatted, extensions }, error, context);
  }
  let check: (operation: CheckedOperation) => Promise<void>;
  let rest: RestFace | null;
  let underWay = 0;
  let drained: (() => void) | undefined;
  const closeSubgraphs = () => Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));

  try {
    await server.start();
    const checkCost = createCostCheck(supergraphSdl, gateway.schema!, limits);
    const rules =
      personas && (await compileAccessRules({ supergraphSdl, schema: gateway.schema!, personas }));
    const checkAccess = rules ? createAccessCheck(rules) : async () => {};
    rest = rules && restOf(rules);
    check = async (operation) => {
      await checkAccess(operation);
      checkCost(operation);
    };
  } catch (error) {
    await Promise.all([gateway.stop(), closeSubgraphs()]);
    throw error;
  }

  const counted = async <Result>(context: GatewayContext, work: () => Promise<Result>): Promise<Result> => {
    underWay += 1;
    try {
      return await currentContext.run(context, work);
    } finally {
      underWay -= 1;
      if (underWay === 0) drained?.();
    }
  };
  const run: Generation['run'] = async (operation, context) => {
    const { body } = await server.executeOperation(operation, { contextValue: context });
    if (body.kind !== 'single') throw new Error('A result came in parts, which nothing asks for.');
    return body.singleResult;
  };
  /** A request of the REST face counts as under way from its first step, not only when it runs an operation. */
  function restOf(rules: AccessRules): RestFace {
    const face = createRestFace({
      supergraphSdl,
      limits,
      rules,
      run: (operation, context) => run(operation, context),
      onRefused: ({ extensions }, { operation }) => {
        options.errorsTotal.inc({ code: String(extensions['code']) });
        operation.trouble = troubleOf(operation.trouble, extensions);
      },
    });
    return { ...face, answer: (request, context) => counted(context, () => face.answer(request, context)) };
  }
  return {
    subgraphs,
    schema: gateway.schema!,
    rest,
    execute: (httpGraphQLRequest, context) =>
      counted(context, () =>
        server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
      ),
    run: (operation, context) => counted(context, () => run(operation, context)),
    async close() {
      if (underWay > 0) await new Promise<void>((resolve) => (drained = resolve));
      await server.stop();
      await closeSubgraphs();
    },
  };
}

function createDataSources(options: GenerationOptions): Map<string, SubgraphDataSource> {
  const { supergraphSdl, subgraphUrls, limits, subgraphSeconds: seconds, telemetry, logger } = options;
  const names = subgraphNames(supergraphSdl);
  const missing = names.filter((name) => subgraphUrls[name] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `The supergraph has services without an address: set ${missing.map((name) => `${name.toUpperCase()}_URL`).join(', ')}.`,
    );
  }
  return new Map(
    names.map((name) => [
      name,
      createSubgraphDataSource({ name, url: subgraphUrls[name]!, limits, seconds, telemetry, logger }),
    ]),
  );
}

/** Refuses an operation before it is planned. */
function checkPlugin(
  check: (operation: CheckedOperation) => Promise<void>,
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, operation, queryHash, request, contextValue }) {
        if (!operation) {
          throw new GraphQLError(
            'The document has several operations, or none of this name: give the name of one as operationName.',
            {
              extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
            },
          );
        }
        const { viewer } = contextValue;
        Object.assign(contextValue.operation, { name: operation.name?.value, kind: operation.operation });
        await check({ document, operation, documentHash: queryHash, variables: request.variables, viewer });
      },
    }),
  };
}

function withoutStatus({ extensions, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _, ...rest } = extensions ?? {};
  return { ...error, extensions: rest };
}

/** Keeps names of the schema out of error messages for those who may not read the schema. */
const hideSchemaDetailsPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async ({ contextValue }) => ({
    validationDidStart: async () => async (errors) => {
      if (contextValue.viewer.scopes.includes(explorerScope)) return;
      for (const error of errors ?? []) error.message = error.message.replace(/ ?Did you mean(.+?)\?$/, '');
    },
  }),
};
