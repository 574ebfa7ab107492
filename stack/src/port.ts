import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem } from './problem.ts';

/**
 * Makes sure that a port of 127.0.0.1 can be had, before anything is started that would have to be stopped again.
 *
 * @param port 0 is always free.
 * @param what what wants it, for example `the graph`.
 * @param setting the setting that changes it.
 * @throws Problem when another program has it.
 */
export async function requireFreePort(port: number, what: string, setting: string): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${message})`;
    throw new Problem(
      `Port ${port}, which ${what} wants, ${reason}: stop what uses it, or set ${setting} to another port.`,
    );
  }
  server.close();
  await once(server, 'close');
}
