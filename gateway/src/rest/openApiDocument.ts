import {
  GraphQLNonNull,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
  SecurityRequirementObject,
} from 'openapi3-ts/oas31';
import type { AccessRules } from '../access/accessRules.ts';
import type { Limits } from '../limits/limits.ts';
import { exampleObject, exampleOf } from './example.ts';
import { addressableTypes, isList, nodeOf, resultOf, subjectOf } from './graphShapes.ts';
import { hasNoContent } from './hasNoContent.ts';
import { collectionOf } from './naming.ts';
import { pageSchema, problemSchema, requestId } from './openApiParts.ts';
import { createOpenApiSchemas } from './openApiSchemas.ts';
import { type RestParameter, extrasOf, isChoosable, parametersOf } from './parameters.ts';
import { type ProblemCode, problemKinds, problemType, slugOf, titleOf } from './problem.ts';
import { memberOf, refusalStatus } from './refusalProblem.ts';
import { bodyFields, needsBody } from './requestBody.ts';
import { answeredType } from './answeredType.ts';
import { type RestOperation, isMutation, restPrefix, targetOf } from './restOperation.ts';
import { needsText, rulesOfOperation, scopeAlternatives } from './rights.ts';

const json = 'application/json';
const problemJson = 'application/problem+json';

/** Problems that any operation can come to, beside those of its own. */
const general: readonly ProblemCode[] = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_ACCEPTABLE',
  'LIMIT_EXCEEDED',
  'INTERNAL',
  'UPSTREAM_UNAVAILABLE',
];

const introduction = `The graph for partners and scripts that do not speak GraphQL: the same records, the same rights, the same limits.

Answers are JSON with what was asked for in \`data\`. An answer is whole or a problem (RFC 9457), never half of one.
Without \`fields\`, it has of a record what you may read of it: its own values, and other records by id and name. \`fields=id,facility.name\` chooses exactly; what you may not read is then refused by name.
Lists are paged by cursor: follow \`rel="next"\` of the header Link, or send \`page.endCursor\` as \`after\`.`;

/**
 * The OpenAPI 3.1 document of a REST face.
 *
 * @param domainOf the domain that answers a root field, by coordinate.
 */
export function openApiDocument({
  operations,
  rules,
  domainOf,
  limits,
}: {
  operations: readonly RestOperation[];
  rules: AccessRules;
  domainOf: ReadonlyMap<string, string>;
  limits: Limits;
}): OpenAPIObject {
  const schemas = createOpenApiSchemas(rules);
  const { components } = schemas;
  components['Problem'] = problemSchema;
  components['Page'] = pageSchema;
  const addressable = addressableTypes(rules.schema);
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const operation of operations) {
    const path = (paths[`${restPrefix}${operation.path}`] ??= {});
    path[operation.method.toLowerCase()] = operationObject(operation);
  }
  const tags = new Map(
    operations.map(({ tag, root }) => [tag, domainOf.get(`${root.type.name}.${root.field.name}`)]),
  );
  const domains = [...new Set(tags.values())].filter((domain) => domain !== undefined);
  return {
    openapi: '3.1.0',
    info: { title: 'Guildhall', version: '1', description: introduction },
    servers: [{ url: '/' }],
    tags: [...tags].map(([name]) => ({ name, description: meaningOf(name) })),
    'x-tagGroups': domains.map((name) => ({
      name,
      tags: [...tags].filter(([, domain]) => domain === name).map(([tag]) => tag),
    })),
    paths,
    components: {
      schemas: components,
      responses: Object.fromEntries(
        (Object.keys(problemKinds) as ProblemCode[]).map((code) => [code, problemResponse(code)]),
      ),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the identity provider, for one person in one organisation.',
        },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: 'An API key of a machine: its id and its secret.',
        },
      },
    },
  };

  /** What a tag stands for: the description of the type that its addresses are named after. */
  function meaningOf(tag: string): string {
    const type = Object.values(rules.schema.getTypeMap()).find(({ name }) => collectionOf(name) === tag);
    return type?.description ?? '';
  }

  function operationObject(operation: RestOperation): OperationObject {
    const { type, field } = targetOf(operation);
    const needed = rulesOfOperation(rules, operation);
    const needs = needsText(needed);
    const domain = domainOf.get(`${operation.root.type.name}.${operation.root.field.name}`);
    const description = field.description ?? '';
    const body = requestBody(operation);
    return {
      operationId: operation.id,
      tags: [operation.tag],
      summary: description.split(/(?<=\.)\s|;/)[0]!.replace(/\.$/, '') || operation.id,
      description: [description, needs && `Needs ${needs}.`].filter(Boolean).join('\n\n'),
      ...(field.deprecationReason != null && { deprecated: true }),
      parameters: parameterObjects(operation),
      ...(body && { requestBody: body }),
      responses: responses(operation),
      security: scopeAlternatives(needed).flatMap((scopes): SecurityRequirementObject[] => [
        { bearer: [...scopes] },
        { basic: [...scopes] },
      ]),
      'x-domain': domain,
      'x-graph': `${type.name}.${field.name}`,
      'x-required': needed.map((rule) => rule.needs),
    };
  }

  function parameterObjects(operation: RestOperation): ParameterObject[] {
    const own: ParameterObject[] = [];
    if (operation.hasId) {
      own.push({
        name: 'id',
        in: 'path',
        required: true,
        description: idDescription(operation),
        schema: { type: 'string' },
      });
    }
    own.push(...parametersOf(operation).map((parameter) => parameterObject(parameter)));
    const extras = extrasOf(operation);
    if (extras.length > 0) {
      own.push({
        name: 'include',
        in: 'query',
        description: 'What to tell of the whole list besides its rows, with commas between; it costs time.',
        explode: false,
        schema: { type: 'array', items: { type: 'string', enum: [...extras] } },
      });
    }
    if (isChoosable(operation)) {
      own.push({
        name: 'fields',
        in: 'query',
        description:
          'Exactly what to answer of each record, names with commas between; a dot goes into an object. Without it, what you may read: values, and other records by id and name.',
        explode: false,
        schema: { type: 'array', items: { type: 'string' } },
      });
    }
    return own;
  }

  function parameterObject(parameter: RestParameter): ParameterObject {
    const { name, type, description, minimum, maximum, defaultValue } = parameter;
    const bounds = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
    // That it may be left out is said by `required`: a query string has no null.
    const schema = schemas.input(isNonNullType(type) ? type : new GraphQLNonNull(type));
    const told = {
      ...schema,
      ...bounds,
      ...(defaultValue !== undefined && { default: defaultValue }),
    } as SchemaObject;
    return {
      name,
      in: 'query',
      ...(parameter.isRequired && { required: true }),
      ...(description && { description }),
      ...(parameter.deprecationReason != null && { deprecated: true }),
      ...(parameter.isJson ? { content: { [json]: { schema: told } } } : { schema: told }),
      ...(parameter.isRequired && !parameter.isJson && { example: exampleOf(parameter) }),
    };
  }

  function requestBody(operation: RestOperation): RequestBodyObject | undefined {
    const fields = bodyFields(operation);
    if (fields.length === 0) return undefined;
    const input = operation.root.field.args[0]!;
    const named = getNamedType(input.type);
    const schema = schemas.inputObject(fields, 'description' in named ? named.description : undefined);
    const media = { schema, example: exampleObject(fields) };
    return {
      required: needsBody(operation),
      content: {
        [json]: media,
        ...(operation.method === 'PATCH' && { 'application/merge-patch+json': media }),
      },
    };
  }

  function responses(operation: RestOperation): Record<string, ResponseObject | ReferenceObject> {
    const all: Record<string, ResponseObject | ReferenceObject> = {};
    if (hasNoContent(operation)) all['204'] = { description: 'It was done.', headers: requestId };
    else all[operation.creates ? '201' : '200'] = success(operation);
    const byStatus = new Map<number, ProblemCode[]>();
    const codes: ProblemCode[] = [...general];
    if (operation.hasId || !isMutation(operation)) codes.push('NOT_FOUND');
    const takesBody = bodyFields(operation).length > 0;
    if (isMutation(operation)) codes.push('DONE_BUT_UNREAD');
    if (isMutation(operation)) codes.push('UNSUPPORTED_MEDIA_TYPE');
    for (const code of codes) {
      const { status } = problemKinds[code];
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
    const { refusals } = isMutation(operation) ? resultOf(operation.root.field) : { refusals: [] };
    const refusalsBy = Map.groupBy(refusals, ({ name }) => refusalStatus(name));
    for (const status of new Set([...byStatus.keys(), ...refusalsBy.keys()])) {
      const own = refusalsBy.get(status) ?? [];
      // Not found is the same problem, whether there is no row or a mutation says so.
      const kinds = (byStatus.get(status) ?? []).filter(
        (code) => !own.some(({ name }) => slugOf(name) === slugOf(code)),
      );
      all[status] =
        own.length === 0 && kinds.length === 1
          ? { $ref: `#/components/responses/${kinds[0]!}` }
          : refusalResponse(own, kinds);
    }
    for (const status of [...(takesBody ? ['413'] : []), '429', '504']) {
      all[status] = { $ref: '#/components/responses/LIMIT_EXCEEDED' };
    }
    return all;
  }

  function success(operation: RestOperation): ResponseObject {
    const { field } = targetOf(operation);
    const properties: Record<string, SchemaObject | ReferenceObject> = {};
    if (isMutation(operation)) {
      const { payload } = resultOf(field);
      const subject = subjectOf(payload);
      const beside = isObjectType(payload) ? schemas.propertiesOf(payload) : {};
      if (subject) delete beside[subject.name];
      properties['data'] = subject ? schemas.output(subject.type) : { type: 'object', properties: beside };
      if (subject) Object.assign(properties, beside);
    } else if (nodeOf(field)) {
      const connection = getNamedType(field.type) as GraphQLObjectType;
      const told = (name: string) => schemas.output(connection.getFields()[name]!.type);
      properties['data'] = told('nodes');
      properties['page'] = { $ref: '#/components/schemas/Page' };
      for (const name of extrasOf(operation)) properties[name] = told(name);
    } else {
      const given = schemas.output(field.type);
      properties['data'] =
        isList(field.type) || isLeafType(getNamedType(field.type)) ? given : notNull(given);
    }
    const required = nodeOf(field) ? ['data', 'page'] : ['data'];
    return {
      description: operation.creates ? 'It was created.' : 'What was asked for.',
      headers: {
        ...requestId,
        ...(nodeOf(field) && {
          Link: {
            description: 'Other pages of the list (RFC 8288), rel="next" and rel="prev".',
            schema: { type: 'string' },
          },
        }),
        ...(operation.creates &&
          addressable.has(answeredType(operation).name) && {
            Location: {
              description: `Where the record stands, ${restPrefix}/${collectionOf(answeredType(operation).name)}/{id}.`,
              schema: { type: 'string' },
            },
          }),
        ...(!isMutation(operation) && {
          ETag: { description: 'For If-None-Match, which is answered by 304.', schema: { type: 'string' } },
        }),
      },
      content: { [json]: { schema: { type: 'object', properties, required } } },
    };
  }

  function refusalResponse(
    refusals: readonly GraphQLObjectType[],
    kinds: readonly ProblemCode[],
  ): ResponseObject {
    const told = refusals.map((type) => ({ $ref: `#/components/schemas/${refusalSchema(type)}` }));
    const others = kinds.length > 0 ? [{ $ref: '#/components/schemas/Problem' }] : [];
    const words = [
      ...refusals.map(
        ({ name, description }) => `- \`${problemType(name)}\`: ${description ?? titleOf(name)}`,
      ),
      ...kinds.map((code) => `- \`${problemType(code)}\`: ${problemKinds[code].meaning}`),
    ];
    const all = [...told, ...others];
    return {
      description: words.join('\n'),
      headers: requestId,
      content: { [problemJson]: { schema: all.length === 1 ? all[0]! : { anyOf: all } } },
    };
  }

  function refusalSchema(type: GraphQLObjectType): string {
    const { message: _, ...fields } = schemas.propertiesOf(type);
    const own = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [memberOf(name), schema]));
    components[type.name] ??= {
      ...(type.description && { description: type.description }),
      allOf: [
        { $ref: '#/components/schemas/Problem' },
        {
          type: 'object',
          properties: { type: { const: problemType(type.name) }, ...own } as Record<string, SchemaObject>,
        },
      ],
    };
    return type.name;
  }

  function problemResponse(code: ProblemCode): ResponseObject {
    const { title, meaning, status } = problemKinds[code];
    return {
      description: `${title}. ${code === 'LIMIT_EXCEEDED' ? limitsText(limits) : meaning}`,
      headers: {
        ...requestId,
        ...(status === 401 && {
          'WWW-Authenticate': { description: 'How to sign in (RFC 9110).', schema: { type: 'string' } },
        }),
        ...((status === 503 || code === 'LIMIT_EXCEEDED') && {
          'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
        }),
      },
      content: {
        [problemJson]: {
          schema: { $ref: '#/components/schemas/Problem' },
          example: { type: problemType(code), title, status, detail: 'What happened here, in a sentence.' },
        },
      },
    };
  }

  function idDescription(operation: RestOperation): string {
    if (!isMutation(operation)) return operation.root.field.args[0]?.description ?? 'The id of the record.';
    const input = getNamedType(operation.root.field.args[0]!.type);
    const id = 'getFields' in input ? input.getFields()['id'] : undefined;
    return id?.description ?? 'The id of the record.';
  }
}

function limitsText({ requests, windowSeconds, bodyBytes, cost }: Limits): string {
  const n = (count: number) => count.toLocaleString('en-GB');
  const calls =
    requests === 0 ? '' : `${n(requests)} requests in ${n(windowSeconds)} seconds for each caller, `;
  return `${problemKinds.LIMIT_EXCEEDED.meaning} At most ${calls}${n(bodyBytes)} bytes in a body, and ${n(cost)} objects that an answer could hold.`;
}

function notNull(schema: SchemaObject | ReferenceObject): SchemaObject | ReferenceObject {
  return ('anyOf' in schema && schema.anyOf?.[0]) || schema;
}
