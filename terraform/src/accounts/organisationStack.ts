import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import { instituteImages } from '../environment/instituteStack.ts';
import { exchangeImages } from '../exchange/exchangeStack.ts';
import { AccountStack } from './accountStack.ts';
import { Registries } from './registries.ts';
import { SharedReader } from './sharedReader.ts';

/** The central account: what any account has, the registries that all others pull from, and who reads what is shared. */
export class OrganisationStack extends AccountStack {
  constructor(scope: Construct, configuration: Configuration) {
    const { environments, exchanges, accounts } = configuration;
    super(scope, 'organisation', {
      account: accounts.organisation,
      people: configuration.organisation.peopleAccount,
      repository: configuration.repository,
      configuration,
    });
    const lasting = environments.filter(({ isTicket }) => !isTicket);
    const images = [...lasting.map(instituteImages), ...exchanges.map(exchangeImages)].flat();
    new Registries(this, 'registries', {
      account: accounts.organisation,
      images: [...new Set(images)].toSorted(),
      environments: [...lasting, ...exchanges].map(({ name }) => name),
      configuration,
    });
    new SharedReader(this, 'shared-reader', { configuration });
  }
}
