import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages stand at the root of the repository.
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
  outputFileTracingRoot: fileURLToPath(new URL('..', import.meta.url)),
  // They are checked once for the whole repository, by `npm run typecheck`.
  typescript: { ignoreBuildErrors: true },
  // Loaded at run time, and only when traces are sent.
  serverExternalPackages: [
    '@opentelemetry/sdk-trace',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/core',
    '@opentelemetry/context-async-hooks',
  ],
  // The files of the explorer: what they load comes from here, and their names change with their content.
  headers: async () => [
    {
      source: '/explorer/assets/:path*',
      headers: [
        { key: 'cache-control', value: 'public, max-age=31536000, immutable' },
        { key: 'content-security-policy', value: "default-src 'self'" },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
  ],
  experimental: {
    // Pages of people are never kept by a browser's router: what they show may have changed.
    staleTimes: { dynamic: 0 },
    optimizePackageImports: ['@mantine/core', '@mantine/hooks'],
  },
};

export default config;
