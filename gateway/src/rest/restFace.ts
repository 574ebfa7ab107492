import type { GraphQLError } from 'graphql';
import createRouter, { type HTTPMethod } from 'find-my-way';
import type { AccessRules } from '../access/accessRules.ts';
import { refusalOf } from '../access/accessCheck.ts';
import { createAccessContext } from '../access/accessRule.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import type { GraphOperation, GraphResult } from '../graphOperation.ts';
import { chosenSelection } from './chosenSelection.ts';
import { createDefaultSelection } from './defaultSelection.ts';
import { codedProblem } from './graphProblem.ts';
import { addressableTypes } from './graphShapes.ts';
import type { InputMistake } from './inputMistake.ts';
import { collectionOf } from './naming.ts';
import { parametersOf, readParameters } from './parameters.ts';
import { Problem } from './problem.ts';
import { readBody } from './requestBody.ts';
import { type RestAnswer, restAnswer } from './restAnswer.ts';
import { answeredType } from './answeredType.ts';
import { graphNameOf, restDocument } from './restDocument.ts';
import { type RestOperation, isMutation } from './restOperation.ts';
import { openApiDocument } from './openApiDocument.ts';
import { type RestDocs, createRestDocs } from './restDocs.ts';
import { rootFieldDomains } from './rootFieldDomains.ts';
import type { Limits } from '../limits/limits.ts';
import { restOperations } from './restOperations.ts';
import { createVisibility } from './visibility.ts';

/** A request of the REST face, its sender known. */
export interface RestRequest {
  readonly method: string;
  /** Below the prefix, as it came: not decoded. */
  readonly path: string;
  /** The query string, with or without its `?`. */
  readonly search: string;
  /** The JSON that came; undefined when nothing did. */
  readonly body?: unknown;
  /** The body's media type without parameters, when there is a body. */
  readonly mediaType?: string;
}

export type { RestAnswer };

/** The REST face of one graph. */
export interface RestFace {
  readonly operations: readonly RestOperation[];
  docs(): RestDocs;
  /**
   * Answers a request.
   *
   * @throws Problem
   */
  answer(request: RestRequest, context: GatewayContext): Promise<RestAnswer>;
}

/** What a REST face is made from. */
export interface RestFaceOptions {
  readonly supergraphSdl: string;
  readonly limits: Limits;
  readonly rules: AccessRules;
  /** Runs an operation of the graph, with all its checks and limits. */
  run(operation: GraphOperation, context: GatewayContext): Promise<GraphResult>;
  /** Told of refusals that are made before the graph is asked. */
  onRefused(error: GraphQLError, context: GatewayContext): void;
}

const jsonTypes = ['application/json'];
const patchTypes = [...jsonTypes, 'application/merge-patch+json'];

/**
 * Makes the REST face of a graph.
 *
 * @throws Error when two fields would have one address.
 */
export function createRestFace({ supergraphSdl, limits, rules, run, onRefused }: RestFaceOptions): RestFace {
  const { schema } = rules;
  const operations = restOperations(schema);
  const addressable = addressableTypes(schema);
  const defaults = createDefaultSelection(schema);
  const visibilityOf = createVisibility(rules);
  const router = createRouter({ maxParamLength: 1_000, caseSensitive: true });
  for (const operation of operations) {
    const handler = Object.assign(() => {}, { operation });
    router.on(operation.method, operation.path.replace('{id}', ':id'), handler);
  }
  const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const satisfies HTTPMethod[];
  const parameters = new Map(operations.map((operation) => [operation, parametersOf(operation)]));

  return {
    operations,
    docs: createRestDocs(() =>
      openApiDocument({ operations, rules, domainOf: rootFieldDomains(supergraphSdl), limits }),
    ),
    async answer(request, context) {
      const { operation, id } = find(request);
      Object.assign(context.operation, {
        name: graphNameOf(operation),
        kind: isMutation(operation) ? 'mutation' : 'query',
      });
      await refuseStrangers(operation, context);
      checkMediaType(operation, request);

      const mistakes: InputMistake[] = [];
      const complain = (mistake: InputMistake) => void mistakes.push(mistake);
      const search = new URLSearchParams(request.search);
      const asked = readParameters(operation, parameters.get(operation)!, search, complain);
      const args = isMutation(operation) ? readBody(operation, request.body, id, complain) : asked.args;
      if (!isMutation(operation) && request.mediaType !== undefined) {
        complain({ pointer: '#', detail: 'This operation takes no body.' });
      }
      const { may } = await visibilityOf(context.viewer);
      const type = answeredType(operation);
      const inFull = (of: typeof type) => defaults.of(of, may);
      const selection = asked.fields
        ? chosenSelection(schema, type, asked.fields, inFull, (detail) =>
            complain({ parameter: 'fields', detail }),
          )
        : inFull(type) || ('getFields' in type ? '{ __typename }' : '');
      if (mistakes.length > 0) {
        throw new Problem('BAD_USER_INPUT', {
          detail: mistakes.map(({ detail }) => detail).join(' '),
          extensions: { errors: mistakes },
        });
      }
      const { include } = asked;
      const document = restDocument({ operation, args, id, selection, defaults, may, include });
      const result = await run(document, context);
      const home = addressable.has(type.name) ? `/${collectionOf(type.name)}/{id}` : undefined;
      const { requestId } = context;
      return restAnswer({ operation, result, query: document.query, id, home, search, requestId });
    },
  };

  function find({ method, path }: RestRequest): { operation: RestOperation; id: string | undefined } {
    const asked = method === 'HEAD' ? 'GET' : method;
    if (!isDecodable(path)) {
      throw new Problem('BAD_USER_INPUT', { detail: 'The address has a % that stands for nothing.' });
    }
    const found = methods.flatMap((candidate) => {
      const route = router.find(candidate, path);
      return route ? [{ candidate, route }] : [];
    });
    const match = found.find(({ candidate }) => candidate === asked);
    if (match) {
      const { operation } = match.route.handler as unknown as { operation: RestOperation };
      return { operation, id: match.route.params['id'] };
    }
    if (found.length === 0) {
      throw new Problem('NOT_FOUND', {
        detail: 'There is no such address: /rest lists those there are.',
      });
    }
    const allow = found.flatMap(({ candidate }) => (candidate === 'GET' ? ['GET', 'HEAD'] : [candidate]));
    throw new Problem('METHOD_NOT_ALLOWED', {
      detail: `This address takes ${allow.join(', ')}.`,
      headers: { allow: allow.join(', ') },
    });
  }

  /** Rights come before form: whoever may not ask is not told how to. */
  async function refuseStrangers({ root, inner }: RestOperation, context: GatewayContext): Promise<void> {
    const accessContext = createAccessContext(context.viewer);
    const missing = [];
    for (const { type, field } of inner ? [root, inner] : [root]) {
      for (const rule of rules.ofField(type, field.name)) {
        if (!(await rule.holds(accessContext)))
          missing.push({ rule, fields: [`${type.name}.${field.name}`] });
      }
    }
    if (missing.length === 0) return;
    const error = refusalOf(missing, context.viewer);
    onRefused(error, context);
    throw codedProblem(String(error.extensions['code']), error.message, error.extensions);
  }

  function checkMediaType(operation: RestOperation, { mediaType }: RestRequest): void {
    if (mediaType === undefined || !isMutation(operation)) return;
    const isPatch = operation.method === 'PATCH';
    const accepted = isPatch ? patchTypes : jsonTypes;
    if (accepted.includes(mediaType)) return;
    throw new Problem('UNSUPPORTED_MEDIA_TYPE', {
      detail: `Send the body as ${accepted.join(' or ')}, not as ${mediaType || 'something without a type'}.`,
      headers: { [isPatch ? 'accept-patch' : 'accept-post']: accepted.join(', ') },
    });
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
