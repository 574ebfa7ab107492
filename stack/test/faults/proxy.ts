import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** What a proxy does to the connections that go through it. */
export type Trouble =
  /** Nothing. */
  | { kind: 'none' }
  /** Keeps every answer back as long as it lasts. */
  | { kind: 'hold' }
  /** Resets a connection when it is used the n-th time and later, before the request goes through. */
  | { kind: 'resetBefore'; use: number }
  /** Resets a connection when the answer of its n-th use comes: what was asked for has happened. */
  | { kind: 'resetAfter'; use: number };

/** Starts a TCP proxy on a port of its own, by which a network can be made bad for real. */
export async function startProxy(targetPort: number) {
  let trouble: Trouble = { kind: 'none' };
  let requests = 0;
  const clients = new Set<Socket>();
  let held: (() => void)[] = [];
  const server = createServer((client) => {
    clients.add(client);
    let uses = 0;
    const target = connect(targetPort, '127.0.0.1');
    const reset = () => {
      client.resetAndDestroy();
      target.destroy();
    };
    client.on('data', (chunk) => {
      // A request of the gateway begins with its line; further chunks of a long one do not.
      if (chunk.subarray(0, 5).toString() === 'POST ') {
        uses += 1;
        requests += 1;
      }
      if (trouble.kind === 'resetBefore' && uses >= trouble.use) return reset();
      target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (trouble.kind === 'resetAfter' && uses >= trouble.use) return reset();
      const handOn = () => void client.write(chunk);
      if (trouble.kind === 'hold') held.push(handOn);
      else handOn();
    });
    const end = () => {
      clients.delete(client);
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) socket.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** The requests that have come so far. */
    requests: () => requests,
    /** How many answers are kept back. */
    held: () => held.length,
    make(next: Trouble) {
      trouble = next;
      for (const handOn of held) handOn();
      held = [];
    },
    async close() {
      server.close();
      for (const client of clients) client.destroy();
      await once(server, 'close');
    },
  };
}
