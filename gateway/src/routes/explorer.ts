import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Personas } from '../personas.ts';

/** Where the page's files are built to, see explorer/vite.config.ts. */
const folder = fileURLToPath(new URL('../../explorer/generated', import.meta.url));

/** What the page has to know to sign people in. */
export interface ExplorerSettings {
  issuer: string;
  audience: string;
  /** The explorer's id at the identity provider, a public client. */
  clientId: string;
  personas: Personas;
}

/**
 * Mounts `/explorer/`, GraphiQL with the provider's sign-in, from files of our own. It may do what its user may:
 * whether they may read the schema is decided by the access rules of the graph.
 *
 * @throws Error when its files have not been built.
 */
export async function mountExplorer(
  app: FastifyInstance,
  { issuer, audience, clientId, personas }: ExplorerSettings,
): Promise<void> {
  if (!existsSync(folder)) {
    throw new Error(
      'The files of the explorer are not there: run `npm run generate`, or turn it off with EXPLORER_CLIENT_ID=none.',
    );
  }
  const scopes = [...new Set([...personas.values()].flatMap((persona) => persona.scopes))];
  // The editor sets styles of elements, and no scripts but its own run.
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

  await app.register(
    async (explorer) => {
      explorer.addHook('onSend', async (_request, reply) => {
        reply.headers({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' });
      });
      await explorer.register(fastifyStatic, {
        root: folder,
        preCompressed: true,
        cacheControl: false,
        setHeaders(reply, path) {
          // Names of assets change with their content.
          const isAsset = path.startsWith(`${folder}/assets/`);
          reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
      explorer.get('/config.json', async () => ({ issuer, audience, clientId, scopes }));
      // Where the provider sends people back to.
      explorer.get('/callback', async (_request, reply) => reply.sendFile('index.html'));
    },
    { prefix: '/explorer' },
  );
  app.get('/explorer', async (_request, reply) => reply.redirect('/explorer/'));
}
