/** Credentials that were given and do not hold. The request is refused with 401, never taken as anonymous. */
export class InvalidCredentials extends Error {
  /** The scheme that failed; null when it is not known which was meant. */
  readonly scheme: 'Bearer' | 'Basic' | null;
  /** RFC 6750, section 3.1. */
  readonly code: 'invalid_request' | 'invalid_token';

  /** @param description a sentence for the caller; it never repeats what they sent. */
  constructor(
    scheme: 'Bearer' | 'Basic' | null,
    code: 'invalid_request' | 'invalid_token',
    description: string,
    options?: ErrorOptions,
  ) {
    super(description, options);
    this.name = 'InvalidCredentials';
    this.scheme = scheme;
    this.code = code;
  }
}

/** Credentials that cannot be checked at the moment. The request is refused with 503 and may be sent again. */
export class AuthenticationUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AuthenticationUnavailable';
  }
}

/**
 * The `WWW-Authenticate` of a refusal (RFC 7235, section 4.1; RFC 6750, section 3). The challenge is of the
 * scheme that was tried, so that a browser does not ask for a password when a token has expired.
 */
export function challenge({ scheme, code, message }: InvalidCredentials): string {
  // RFC 6750 allows neither quotes nor backslashes nor anything outside printable ASCII.
  const description = message.replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  const reason = `error="${code}", error_description="${description}"`;
  const bearer = `Bearer realm="guildhall", ${reason}`;
  const basic = `Basic realm="guildhall", charset="UTF-8", ${reason}`;
  return scheme === 'Bearer' ? bearer : scheme === 'Basic' ? basic : `${bearer}, ${basic}`;
}
