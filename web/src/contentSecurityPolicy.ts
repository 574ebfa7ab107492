/**
 * The Content-Security-Policy of every page: scripts and style elements by nonce, what they load by trust in them,
 * everything else from here. Style attributes are allowed: pages are rendered with them, and they run nothing.
 *
 * @param options.issuer where the form that signs people out is sent on to.
 */
export function contentSecurityPolicy({
  nonce,
  issuer,
  isDevelopment,
}: {
  nonce: string;
  issuer: string;
  isDevelopment: boolean;
}): string {
  return [
    "default-src 'none'",
    // React's development build makes code of text, for its stacks.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    `form-action 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    'report-uri /csp-reports',
    'report-to csp',
  ].join('; ');
}
