import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

/**
 * Makes the storage of a local provider: sessions and codes live as long as its process, and are gone with it.
 * (Access tokens need no storage: they are checked by their signature.)
 */
export function createMemoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  const forgetExpired = () => {
    const now = Date.now();
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
  };
  const find = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload, expiresAt }] of entries) {
      if (key.startsWith(`${model}:`) && expiresAt > Date.now() && matches(payload)) return payload;
    }
    return undefined;
  };

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        forgetExpired();
        entries.set(keyOf(id), { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
      },
      async find(id) {
        const entry = entries.get(keyOf(id));
        return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
      },
      findByUid: async (uid) => find(model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => find(model, (payload) => payload.userCode === userCode),
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
