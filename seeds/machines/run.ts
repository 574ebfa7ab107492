// A task of its own, before services start and by hand:
//
//   node seeds/machines/run.ts keys                         makes the keys of machines that are not there yet
//   node seeds/machines/run.ts keys --renew JOURNEYS_KEY    one of the API keys anew; the one before holds for a day
//   node seeds/machines/run.ts staff --name <name> --login <subject> [--organisation <name>]
//                                                           lets somebody of support staff sign in, then the same
//
// Its settings are in env.ts. Values go into Secrets Manager and nowhere else.
import { parseArgs } from 'node:util';
import { addStaff } from './addStaff.ts';
import { readMachineSettings } from './env.ts';
import { makeKeys } from './makeKeys.ts';
import { secretStore } from './secretStore.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      renew: { type: 'string', multiple: true, default: [] },
      name: { type: 'string' },
      login: { type: 'string' },
      organisation: { type: 'string' },
    },
  });
  const { region, environment, apiKeys, filledByPeople, serviceUrl } = readMachineSettings();
  const store = secretStore({ region, environment });
  const [command] = positionals;
  if (command === 'staff') {
    const { name, login, organisation } = values;
    if (!name || !login || !serviceUrl)
      throw new Error('Say --name and --login, and set PEOPLE_DATABASE_URL.');
    console.log(await addStaff({ serviceUrl, name, login, organisation }));
  } else if (command !== 'keys') throw new Error('node seeds/machines/run.ts keys | staff');
  for (const line of await makeKeys({ store, apiKeys, serviceUrl, renew: values.renew })) console.log(line);

  const missing: string[] = [];
  for (const name of filledByPeople) if (!(await store.has(name))) missing.push(name);
  if (missing.length > 0)
    throw new Error(
      `${missing.map((name) => `guildhall/${environment}/${name}`).join(', ')}: put the values in (docs/deploying.md says where each comes from), and deploy again.`,
    );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
