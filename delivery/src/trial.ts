import { generateKeyPairSync } from 'node:crypto';
import type { Image } from './images.ts';

/** How an image is started by itself: nothing that it would ask is there. */
export interface Trial {
  readonly port: number;
  readonly path: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** How to start an image by itself; null for what runs to its end, and needs a database for it. */
export function trialOf({ name, kind }: Image, images: readonly Image[]): Trial | null {
  const nowhere = 'postgresql://service:none@127.0.0.1:1/guildhall';
  const domains = images.flatMap(({ domain }) => (domain === null ? [] : [domain.toUpperCase()]));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [secret, shown] = [privateKey, publicKey].map((key) => ({
    ...key.export({ format: 'jwk' }),
    kid: 'trial',
    alg: 'EdDSA',
  }));
  switch (kind) {
    case 'subgraph':
      return {
        port: 4001,
        path: '/healthz',
        settings: {
          [`${name.toUpperCase()}_DATABASE_URL`]: nowhere,
          VIEWER_JWKS: JSON.stringify({ keys: [shown] }),
        },
      };
    case 'gateway':
      return {
        port: 4000,
        path: '/healthz',
        settings: {
          OIDC_ISSUER: 'https://nobody.guildhall.example/',
          OIDC_AUDIENCE: 'https://graph.guildhall.example',
          VIEWER_PRIVATE_KEY: JSON.stringify(secret),
          ...Object.fromEntries(domains.map((domain) => [`${domain}_URL`, 'http://127.0.0.1:1/graphql'])),
        },
      };
    case 'web':
      return {
        port: 4020,
        path: '/healthz',
        settings: {
          WEB_URL: 'http://localhost:4020',
          GATEWAY_URL: 'http://127.0.0.1:1/graphql',
          OIDC_ISSUER: 'https://nobody.guildhall.example/',
          OIDC_AUDIENCE: 'https://graph.guildhall.example',
          OIDC_SCOPES: 'shifts:read',
          SESSION_SECRET: 'of a trial and long enough to be taken',
        },
      };
    case 'monitoring':
      return {
        prometheus: {
          port: 9090,
          path: '/-/healthy',
          settings: { SCRAPED: 'gateway:4090', ALERTMANAGER: '127.0.0.1:9093', ENVIRONMENT: 'trial' },
        },
        alertmanager: {
          port: 9093,
          path: '/-/healthy',
          settings: { PAGERDUTY_KEY: 'none', ENVIRONMENT: 'trial' },
        },
        blackbox: { port: 9115, path: '/-/healthy', settings: {} },
        grafana: { port: 3000, path: '/api/health', settings: { PROMETHEUS_URL: 'http://127.0.0.1:9090' } },
      }[name]!;
    case 'migrate':
    case 'seed':
      return null;
  }
}
