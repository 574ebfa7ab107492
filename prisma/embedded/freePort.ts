import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port of this machine that nobody listens on. It is below those that systems give to outgoing connections (from
 * 32,768 on), so that none of these takes it while what listens there is being started anew.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue; // somebody listens there
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
