/** Called once when the server starts: traces begin here when there is a collector to send them to. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { settings } = await import('./env.ts');
  const { endpoint, version, ratio } = settings().tracing;
  if (endpoint === undefined) return;
  const { startTracing } = await import('./startTracing.ts');
  startTracing({ endpoint, version, ratio });
}
