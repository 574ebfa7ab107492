import { z } from 'zod';

/** Settings are missing or wrong. The message names each one and says how to set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const isZone = (timeZone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('how to serve'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4020).describe('the port to listen on'),
  OPERATIONS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('the port of /metrics, for operators alone, for example 4090'),
  HOST: z.string().default('127.0.0.1').describe('the address to listen on, in a container 0.0.0.0'),
  WEB_URL: z.url().describe('where people reach the app, for example https://app.guildhall.example'),
  GATEWAY_URL: z.url().describe('the address of the graph, for example http://localhost:4000/graphql'),
  GATEWAY_PUBLIC_URL: z
    .url()
    .optional()
    .describe('where calendar programs reach the gateway, for example https://graph.guildhall.example'),
  OIDC_ISSUER: z
    .url()
    .describe('the identity provider, exactly as in its tokens, for example https://guildhall.eu.auth0.com/'),
  OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .default('guildhall-web')
    .describe("the app's id at the identity provider"),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('its secret there, when it has one'),
  OIDC_EXPLORER_CLIENT_ID: z
    .string()
    .min(1)
    .default('guildhall-explorer')
    .describe("the explorer's id at the identity provider, a public client that may come back to this app"),
  OIDC_CONNECTION: z
    .string()
    .min(1)
    .optional()
    .describe(
      'the connection through which the identity provider signs support staff in, for example google-oauth2; its own choice when left out',
    ),
  HOME_TIME_ZONE: z
    .string()
    .default('Europe/London')
    .refine(isZone, 'a time zone by its IANA name')
    .describe(
      'the zone whose clocks are read where neither a place nor a person says one, for example Europe/London',
    ),
  OIDC_AUDIENCE: z
    .string()
    .min(1)
    .describe('the audience of access tokens, for example https://graph.guildhall.example'),
  OIDC_SCOPES: z
    .string()
    .min(1)
    .describe('the scopes to ask for, with spaces between, for example "facilities:read shifts:read"'),
  SESSION_SECRET: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(32, 'a secret has 32 characters or more')))
    .describe(
      'what seals session cookies: 32 random characters or more; to change it, put the new one before the old one, with a comma between',
    ),
  VERSION: z.string().default('development').describe('what is deployed'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional().describe('the collector that traces are sent to'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('the share of traces recorded'),
});

/** The settings of the web server, checked. */
export interface Settings {
  readonly isDevelopment: boolean;
  readonly port: number;
  readonly host: string;
  /** Of `/metrics` alone; undefined when this machine asks at `port`. */
  readonly operationsPort: number | undefined;
  /** An origin, without a slash at its end. */
  readonly webUrl: string;
  readonly gatewayUrl: string;
  /** Where the world reaches the gateway: an origin, without a slash at its end. */
  readonly publicGatewayUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly explorerClientId: string;
  /** Through which the provider signs support staff in; undefined leaves it to the provider. */
  readonly connection: string | undefined;
  /** The zone whose clocks are read where neither a place nor a person says one. */
  readonly homeZone: string;
  readonly audience: string;
  readonly scopes: string;
  /** The first one seals, all of them open. */
  readonly sessionSecrets: readonly string[];
  readonly tracing: { version: string; endpoint: string | undefined; ratio: number };
}

/**
 * Reads the settings; an empty value counts as not set.
 *
 * @throws SettingsError naming each that is missing or wrong, without its value.
 */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = variables.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path: [name], message }) => {
      const description = variables.shape[name as keyof typeof variables.shape].description;
      return `  ${String(name)} ${given[String(name)] === undefined ? 'is not set' : `is wrong (${message})`}. It is ${description}.`;
    });
    throw new SettingsError(
      `These settings are missing or wrong; set them in the environment and start again:\n${[...new Set(lines)].join('\n')}`,
    );
  }
  const { data } = result;
  return {
    isDevelopment: data.NODE_ENV === 'development',
    port: data.PORT,
    host: data.HOST,
    operationsPort: data.OPERATIONS_PORT,
    webUrl: new URL(data.WEB_URL).origin,
    gatewayUrl: data.GATEWAY_URL,
    publicGatewayUrl: new URL(data.GATEWAY_PUBLIC_URL ?? data.GATEWAY_URL).origin,
    issuer: data.OIDC_ISSUER,
    clientId: data.OIDC_CLIENT_ID,
    clientSecret: data.OIDC_CLIENT_SECRET,
    explorerClientId: data.OIDC_EXPLORER_CLIENT_ID,
    connection: data.OIDC_CONNECTION,
    homeZone: data.HOME_TIME_ZONE,
    audience: data.OIDC_AUDIENCE,
    scopes: data.OIDC_SCOPES,
    sessionSecrets: data.SESSION_SECRET,
    tracing: {
      version: data.VERSION,
      endpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT,
      ratio: data.OTEL_TRACES_SAMPLER_ARG,
    },
  };
}

let read: Settings | undefined;

/** The settings, read when they are first needed: building the app needs none. */
export const settings = (): Settings => (read ??= readSettings());
