import { currentRequest } from './currentRequest.ts';

const batched =
  'Prisma sends it in one batch with those of other requests, under the viewer of whoever asked first.';
const unsafe =
  'it takes SQL as text, into which a value can be written. Use the tagged template $queryRaw or $executeRaw.';

/** What may not be called, and what to use instead. */
const forbidden = {
  model: {
    findUnique: `findUnique may not be used: ${batched} Use findFirst, or loadByKey.`,
    findUniqueOrThrow: `findUniqueOrThrow may not be used: ${batched} Use findFirstOrThrow.`,
  } as Record<string, string>,
  client: {
    $queryRawUnsafe: `$queryRawUnsafe may not be used: ${unsafe}`,
    $executeRawUnsafe: `$executeRawUnsafe may not be used: ${unsafe}`,
    $extends:
      '$extends may not be used: what it returns is without the guard. Write a function that takes the client.',
  } as Record<string, string>,
};
const arrayTransaction = `$transaction may not be given an array: ${batched} Use $transaction(async (tx) => …).`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Callable = (...args: any[]) => any;

/**
 * The same Prisma client, in transactions too, without the calls that would run under another request's
 * viewer or take SQL as text: they throw and say what to use instead.
 *
 * @param client a Prisma client, or the one that a transaction is handed.
 */
export function guardedClient<Client extends object>(client: Client): Client {
  const members = new Map<string | symbol, unknown>();
  return new Proxy(client, {
    get(target, name) {
      let member = members.get(name);
      if (member === undefined) {
        member = guardedMember(target, name);
        members.set(name, member);
      }
      return member;
    },
  });
}

function guardedMember(client: object, name: string | symbol): unknown {
  const refusal = forbidden.client[String(name)];
  if (refusal) return refusing(refusal);
  const member: unknown = Reflect.get(client, name);
  if (name === '$transaction' && typeof member === 'function')
    return interactiveOnly(client, member as Callable);
  if (typeof member === 'function') return member.bind(client);
  return isModel(member) ? guardedModel(member) : member;
}

function isModel(member: unknown): member is object {
  return typeof member === 'object' && member !== null && 'findUnique' in member;
}

function guardedModel(model: object): object {
  return new Proxy(model, {
    get(target, name) {
      const refusal = forbidden.model[String(name)];
      return refusal ? refusing(refusal) : Reflect.get(target, name);
    },
  });
}

function interactiveOnly(client: object, transaction: Callable): Callable {
  return (work: unknown, options?: unknown) => {
    if (typeof work !== 'function') throw new Error(arrayTransaction);
    return transaction.call(
      client,
      (tx: object) => {
        const request = currentRequest.getStore();
        const run = () => work(guardedClient(tx));
        return request ? currentRequest.run({ ...request, inTransaction: true }, run) : run();
      },
      options,
    );
  };
}

function refusing(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}
