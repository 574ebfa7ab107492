// Prints an access token of the local provider, and nothing else on standard output:
// npm run --silent token -- <persona or subject> [--organisation <id>]
// npm run --silent token -- --key <file>, for a tool of support staff, at any provider
import { parseArgs } from 'node:util';
import { fetchToken } from './fetchToken.ts';
import { fetchToolToken } from './fetchToolToken.ts';
import { Problem } from './problem.ts';
import { runCommand } from './runCommand.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { organisation: { type: 'string' }, key: { type: 'string' }, client: { type: 'string' } },
  });
  const [who] = positionals;
  if (values.key !== undefined && who === undefined) {
    console.log(await fetchToolToken(values.key, values.client));
    return;
  }
  if (who === undefined || positionals.length > 1) {
    throw new Problem(
      'Say who to sign in as: npm run token -- <persona or subject> [--organisation <id>], for example npm run token -- agent.',
    );
  }
  console.log(await fetchToken(who, values.organisation));
});
