import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktn';
import { AccountStack } from './accounts/accountStack.ts';
import { OrganisationStack } from './accounts/organisationStack.ts';
import { StatesStack } from './accounts/statesStack.ts';
import type { Configuration } from './configuration/configuration.ts';
import { terraformVersions } from './environment/baseStack.ts';
import { deliveryOf } from './delivery.ts';
import { InstituteStack } from './environment/instituteStack.ts';
import { ExchangeStack } from './exchange/exchangeStack.ts';

/**
 * Writes every stack of a configuration as Terraform takes it, one folder each, and beside them `delivery.json`, what
 * workflows have to know.
 *
 * @param outdir the folder to write to.
 */
export function synthesize(configuration: Configuration, outdir: string): void {
  const app = new App({
    outdir,
    stackTraces: false,
    context: {
      targetVersions: { terraform: terraformVersions, opentofu: terraformVersions },
      failOnConstructsOutsideOfStacks: 'true',
    },
  });
  const { accounts, environments, exchanges } = configuration;
  const authorities = exchanges.filter(({ isOrganisation }) => !isOrganisation);

  new StatesStack(
    app,
    [...Object.values(accounts), ...authorities.map(({ account }) => account)],
    configuration,
  );
  new OrganisationStack(app, configuration);
  for (const name of ['dev', 'prod'] as const)
    new AccountStack(app, name, {
      account: accounts[name],
      people: configuration.organisation.peopleAccount,
      repository: configuration.repository,
      configuration,
    });
  for (const { name, account, repository } of authorities)
    new AccountStack(app, name, {
      account,
      // An authority's account is the authority's: nobody of the organisation takes on a role in it.
      people: account.id,
      repository,
      configuration,
    });

  for (const environment of environments) new InstituteStack(app, environment, configuration);
  for (const exchange of exchanges) new ExchangeStack(app, exchange, configuration);
  app.synth();
  writeFileSync(join(outdir, 'delivery.json'), `${JSON.stringify(deliveryOf(configuration), null, 2)}\n`);
}
