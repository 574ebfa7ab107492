import { GraphQLError } from 'graphql';
import { z } from 'zod';

/** A limit of the gateway: its setting, its default, and how going over it is told. */
interface Limit {
  readonly setting: `LIMIT_${string}`;
  readonly byDefault: number;
  /** What it limits, as the end of "It is …". */
  readonly what: string;
  /** The beginning of the sentence that refuses, and what to do. */
  readonly refusal: readonly [over: (given: number) => string, remedy: string];
  /** The HTTP status when nothing was run; 200 where the rest of the answer may be there. */
  readonly status: number;
}

const n = (count: number) => count.toLocaleString('en-GB');
const less = 'Ask for less at once.';

/** Every limit, by the name it has in error messages' extensions. */
export const limitTable = {
  tokens: {
    setting: 'LIMIT_TOKENS',
    byDefault: 2_000,
    what: 'the most tokens of an operation, since reading and checking it grow with their square',
    refusal: [() => 'The operation is longer than', less],
    status: 400,
  },
  depth: {
    setting: 'LIMIT_DEPTH',
    byDefault: 16,
    what: 'how many levels deep an operation may be',
    refusal: [(given) => `The operation is ${n(given)} levels deep`, less],
    status: 400,
  },
  fields: {
    setting: 'LIMIT_FIELDS',
    byDefault: 5_000,
    what: 'the most fields of an operation, each fragment counted wherever it is spread',
    refusal: [(given) => `The operation has ${n(given)} fields`, less],
    status: 400,
  },
  aliases: {
    setting: 'LIMIT_ALIASES',
    byDefault: 100,
    what: 'the most aliases of an operation, each fragment counted wherever it is spread',
    refusal: [(given) => `The operation has ${n(given)} aliases`, less],
    status: 400,
  },
  rootFields: {
    setting: 'LIMIT_ROOT_FIELDS',
    byDefault: 20,
    what: 'the most fields that an operation asks of Query or Mutation itself',
    refusal: [(given) => `The operation has ${n(given)} root fields`, 'Send several operations.'],
    status: 400,
  },
  directives: {
    setting: 'LIMIT_DIRECTIVES',
    byDefault: 50,
    what: 'the most directives of an operation, each fragment counted wherever it is spread',
    refusal: [(given) => `The operation has ${n(given)} directives`, less],
    status: 400,
  },
  cost: {
    setting: 'LIMIT_COST',
    byDefault: 20_000,
    what: 'the highest estimated cost of an operation: 1 for each object that it could return, 10 for each mutation',
    refusal: [
      (given) => `The operation could cost ${n(given)}`,
      'Ask for shorter lists, or for fewer lists in lists.',
    ],
    status: 400,
  },
  bodyBytes: {
    setting: 'LIMIT_BODY_BYTES',
    byDefault: 512 * 1024,
    what: 'the largest request, in bytes',
    refusal: [() => 'The request is larger in bytes than', 'Send less at once.'],
    status: 413,
  },
  responseBytes: {
    setting: 'LIMIT_RESPONSE_BYTES',
    byDefault: 10 * 1024 * 1024,
    what: 'the largest answer of the graph or of one of its services, in bytes',
    refusal: [() => 'The answer is larger in bytes than', less],
    status: 200,
  },
  operationSeconds: {
    setting: 'LIMIT_OPERATION_SECONDS',
    byDefault: 30,
    what: 'how many seconds an operation may take',
    refusal: [() => 'The operation took longer in seconds than', less],
    status: 200,
  },
  requests: {
    setting: 'LIMIT_REQUESTS',
    byDefault: 1_200,
    what: 'the most requests of one viewer in a window, counted by each gateway process for itself; 0 for no limit',
    refusal: [() => 'You have sent more requests in this window than', 'Wait, and send fewer at a time.'],
    status: 429,
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitTable;

/** The highest that passes, by limit; how long one service may take, and in what time requests are counted. */
export type Limits = Readonly<Record<LimitName | 'subgraphSeconds' | 'windowSeconds', number>>;

/** What can be set, by its name in {@link Limits}. */
export const settableLimits: Readonly<Record<keyof Limits, Pick<Limit, 'setting' | 'byDefault' | 'what'>>> = {
  ...limitTable,
  subgraphSeconds: {
    setting: 'LIMIT_SUBGRAPH_SECONDS',
    byDefault: 10,
    what: 'how many seconds one call of a service may take',
  },
  windowSeconds: {
    setting: 'LIMIT_WINDOW_SECONDS',
    byDefault: 60,
    what: 'the window in which the requests of a viewer are counted, in seconds',
  },
};

/** The limits as settings, to be read with the others. */
export const limitSettings = z.object(
  Object.fromEntries(
    Object.values(settableLimits).map(({ setting, byDefault, what }) => [
      setting,
      z.coerce.number().int().min(0).default(byDefault).describe(`${what}, for example ${byDefault}`),
    ]),
  ),
);

/** The limits out of settings that {@link limitSettings} has read. */
export function limitsOf(settings: Readonly<Record<string, unknown>>): Limits {
  return Object.fromEntries(
    Object.entries(settableLimits).map(([name, { setting }]) => [name, settings[setting]]),
  ) as Limits;
}

/** The limits that hold when nothing is set. */
export const defaultLimits: Limits = limitsOf(limitSettings.parse({}));

/**
 * The error of what goes over a limit; it names the limit and its setting.
 *
 * @param given how much it is, where that is known.
 */
export function limitExceeded(name: LimitName, limits: Limits, given?: number): GraphQLError {
  const { setting, refusal, status } = limitTable[name];
  const [over, remedy] = refusal;
  const most = n(limits[name]);
  const start = over(given ?? 0);
  const sentence = start.endsWith('than') ? `${start} ${most}` : `${start}, and ${most} is the most`;
  return new GraphQLError(`${sentence} (${setting}). ${remedy}`, {
    extensions: {
      code: 'LIMIT_EXCEEDED',
      limit: name,
      most: limits[name],
      ...(given !== undefined && { given }),
      ...(status !== 200 && { http: { status } }),
    },
  });
}

/** The error of an answer that is larger than answers may be; undefined when it is not. */
export function responseTooLarge(answer: string, limits: Limits): GraphQLError | undefined {
  // No character is more than three bytes.
  const bytes = answer.length * 3 > limits.responseBytes ? Buffer.byteLength(answer) : 0;
  return bytes > limits.responseBytes ? limitExceeded('responseBytes', limits, bytes) : undefined;
}
