import { join } from 'node:path';
import { readPersonas } from '@guildhall/gateway/personas';
import { runTurbo } from '../../turbo.mjs';
import { startService, type ServiceProcess } from '../dev/serviceProcess.ts';
import type { Keys } from '../keys.ts';
import { Problem } from '../problem.ts';
import type { Progress } from '../progress.ts';
import { repository, type StackSettings } from '../settings.ts';

/**
 * Starts the web server in a process of its own: with what is built, building it first when it has changed, or
 * following what is saved.
 *
 * @throws Problem when it does not build or start.
 */
export async function startWeb({
  settings,
  keys,
  issuer,
  graphUrl,
  follows,
  progress,
}: {
  settings: StackSettings;
  keys: Keys;
  issuer: string;
  graphUrl: string;
  /** Whether it serves what is saved, as in `npm run dev`. */
  follows: boolean;
  progress: Progress;
}): Promise<ServiceProcess> {
  if (!follows) {
    await progress.step('Web build', async () => {
      const code = await runTurbo(['run', 'build', '--filter=@guildhall/web'], { quiet: true });
      if (code !== 0) throw new Problem('The web app does not build: see above for the file to mend.');
    });
  }
  return progress.step('Web', () =>
    startService('Web', join(repository, 'web/serve.ts'), {
      NODE_ENV: follows ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(settings.webPort),
      HOST: '127.0.0.1',
      WEB_URL: '',
      GATEWAY_URL: graphUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: settings.webClient.id,
      OIDC_CLIENT_SECRET: settings.webClient.secret ?? '',
      OIDC_EXPLORER_CLIENT_ID: settings.explorerClientId,
      OIDC_CONNECTION: settings.oidcConnection ?? '',
      OIDC_AUDIENCE: settings.oidcAudience,
      OIDC_SCOPES: webScopes().join(' '),
      HOME_TIME_ZONE: settings.homeTimeZone,
      SESSION_SECRET: keys.webSession,
      OTEL_EXPORTER_OTLP_ENDPOINT: settings.tracing.endpoint ?? '',
      OTEL_TRACES_SAMPLER_ARG: String(settings.tracing.ratio),
    }),
  );
}

/** What people may be granted; machines have scopes of their own, which nobody signs in for. */
function webScopes(): string[] {
  const ofPeople = [...readPersonas()].filter(([role]) => role !== 'identity');
  return [...new Set(ofPeople.flatMap(([, { scopes }]) => scopes))];
}
