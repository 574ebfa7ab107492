/**
 * An address of this app to come back to, from what a request says; the front page when it leads elsewhere. A browser
 * reads `//host` and `/\host` as another site, and drops tabs and line ends.
 */
export function returnAddress(given: string | null | undefined, webUrl: string): string {
  if (!given?.startsWith('/')) return '/';
  const address = URL.parse(given, webUrl);
  if (address?.origin !== new URL(webUrl).origin || address.pathname.startsWith('/auth/')) return '/';
  return `${address.pathname}${address.search}${address.hash}`;
}
