/**
 * The Content-Security-Policy of every page: scripts and style elements by nonce, what they load by trust in them,
 * everything else from here. Style attributes are allowed: pages are rendered with them, and they run nothing.
 *
 * @param options.hasEditor whether the page has the editor of the explorer, which adds style elements of its own and a
 *   font of its icons; its scripts are held to the same rules.
 * @param options.issuer where the form that signs people out is sent on to.
 */
export function contentSecurityPolicy({
  nonce,
  issuer,
  isDevelopment,
  hasEditor = false,
}: {
  nonce: string;
  issuer: string;
  isDevelopment: boolean;
  hasEditor?: boolean;
}): string {
  return [
    "default-src 'none'",
    // React's development build makes code of text, for its stacks.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // What Next's own tools show over a page in development has style elements without one. With a nonce beside it,
    // 'unsafe-inline' would count for nothing.
    `style-src 'self' ${hasEditor || isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `font-src 'self'${hasEditor ? ' data:' : ''}`,
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
