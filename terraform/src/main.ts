// Writes every stack to terraform/cdktf.out:
//
//   npm run synth
//   npm run synth -- --ticket abc-123     with the environment of a ticket as well; may be given several times
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigurationError, readConfiguration } from './configuration/readConfiguration.ts';
import { synthesize } from './synthesize.ts';

try {
  const { values } = parseArgs({
    options: { ticket: { type: 'string', multiple: true }, out: { type: 'string' } },
  });
  const outdir = values.out ?? fileURLToPath(new URL('../cdktf.out', import.meta.url));
  const configuration = readConfiguration(undefined, { tickets: values.ticket });
  // A stack that is no more must not stay there to be applied.
  rmSync(outdir, { recursive: true, force: true });
  synthesize(configuration, outdir);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
