import { kebab, wordsOf } from './naming.ts';

/** Where the types of problems are explained; each type is the address of its explanation. */
export const problemPrefix = '/rest/problems';

/** What a kind of problem is, whatever its details. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do, in sentences. */
  readonly meaning: string;
}

/** The kinds of problems that the gateway itself tells, by the code that the graph has for them. */
export const problemKinds = {
  UNAUTHENTICATED: {
    status: 401,
    title: 'Not signed in',
    meaning:
      'There is no credential, or it does not hold. Send an access token as Bearer, or an API key as Basic. Where it is about rights, refused names each field and what it needs.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'Not allowed',
    meaning:
      'Your role or scopes do not reach that far, and nothing was run. refused names each field and what it needs; leave such fields out of fields, or ask with other rights.',
  },
  BAD_USER_INPUT: {
    status: 400,
    title: 'The request is not right',
    meaning:
      'A parameter or the body is not of the form that the operation takes. errors names each place: parameter for a query parameter, pointer for a place in the body (RFC 6901).',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Not found',
    meaning: 'There is no such address, or no such record among those that you may see.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Not with this method',
    meaning: 'The address exists, but not for this method. The header Allow names those it takes.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: 'No such form',
    meaning: 'Answers are application/json, and problems application/problem+json: accept both.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The body is not JSON',
    meaning: 'Send the body as application/json; changes may also be application/merge-patch+json.',
  },
  LIMIT_EXCEEDED: {
    status: 400,
    title: 'Too much',
    meaning:
      'The request goes over a limit. limit names it, most says how much passes. 413 for a body that is too large, 429 with Retry-After for too many requests, 504 for what takes too long, 400 for the rest: ask for less at once.',
  },
  UPSTREAM_UNAVAILABLE: {
    status: 503,
    title: 'A service does not answer',
    meaning:
      'A service that is needed does not answer; service names it. When retryable is true, try again after Retry-After, or leave out of fields what comes from that service. When it is false, a change may or may not have been made: look before you send it again.',
  },
  DONE_BUT_UNREAD: {
    status: 502,
    title: 'Done, but its outcome cannot be read',
    meaning:
      'The change was made, but what came of it could not be read in full. Do not send it again: read the record, at Location where there is one.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'It is a bug of ours. If it persists, report it with the request id.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** The stable address of a problem's explanation, from its code or from the name of the refusal's type. */
export function problemType(name: string): string {
  return `${problemPrefix}/${slugOf(name)}`;
}

/** A code or a type's name as it stands in addresses: `NOT_FOUND` and `NotFound` are both `not-found`. */
export function slugOf(name: string): string {
  return name.includes('_') ? name.toLowerCase().replaceAll('_', '-') : kebab(name);
}

/** The title of a refusal, from the name of its type: `ShiftAlreadyTaken` is "Shift already taken". */
export function titleOf(typeName: string): string {
  const text = wordsOf(typeName).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a problem says besides its kind. */
export interface ProblemDetails {
  readonly detail: string;
  readonly status?: number;
  readonly title?: string;
  readonly type?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why an answer is not what was asked for, as problem details (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of `application/problem+json`. */
  readonly body: Readonly<Record<string, unknown>>;

  /** @param code gives what `details` leave out. */
  constructor(code: ProblemCode, details: ProblemDetails) {
    super(details.detail);
    this.name = 'Problem';
    const kind = problemKinds[code];
    this.status = details.status ?? kind.status;
    this.headers = details.headers ?? {};
    this.body = {
      ...details.extensions,
      type: details.type ?? problemType(code),
      title: details.title ?? kind.title,
      status: this.status,
      detail: details.detail,
    };
  }
}
