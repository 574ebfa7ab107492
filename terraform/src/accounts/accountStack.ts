import { IamPolicy } from '@cdktn/provider-aws/lib/iam-policy/index.js';
import { EbsEncryptionByDefault } from '@cdktn/provider-aws/lib/ebs-encryption-by-default/index.js';
import { IamOpenidConnectProvider } from '@cdktn/provider-aws/lib/iam-openid-connect-provider/index.js';
import { S3AccountPublicAccessBlock } from '@cdktn/provider-aws/lib/s3-account-public-access-block/index.js';
import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Account } from '../configuration/configurationSchema.ts';
import { deployRoleName, guardOf } from '../configuration/names.ts';
import { BaseStack } from '../environment/baseStack.ts';
import { policyDocument } from '../policies/policyDocument.ts';
import { Boundary } from './boundary.ts';
import { Deployer, workflowsOf } from './deployer.ts';
import { managedIn } from './managed.ts';
import { managingStatements, sharedManagingStatements } from './managing.ts';
import { People } from './people.ts';

/** What an account has before any environment: who may do what in it. A person with rights over the account applies it. */
export class AccountStack extends BaseStack {
  /**
   * @param name the account's; the stack is called `<name>-account`.
   */
  constructor(
    scope: Construct,
    name: string,
    {
      account,
      people,
      repository,
      configuration,
    }: {
      account: Account;
      /** The account that people sign in to, who take on a role in this one. */
      people: string;
      /** Whose workflows deploy. */
      repository: string;
      configuration: Configuration;
    },
  ) {
    const { organisation } = configuration.accounts;
    super(scope, `${name}-account`, { account, organisation });
    new S3AccountPublicAccessBlock(this, 'no-public-buckets', {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new EbsEncryptionByDefault(this, 'encrypted-disks', { enabled: true });
    new IamOpenidConnectProvider(this, 'github', {
      url: 'https://token.actions.githubusercontent.com',
      clientIdList: ['sts.amazonaws.com'],
    });
    const environments = managedIn(account.id, configuration);
    const { arn: shared } = new IamPolicy(this, 'managing', {
      name: 'managing',
      path: '/guildhall/',
      description: 'What whoever deploys an environment of this account may do whatever its name',
      policy: policyDocument(
        sharedManagingStatements(
          environments.map(({ kind }) => kind),
          account,
          organisation,
        ),
      ),
    });
    for (const environment of environments) {
      const guard = guardOf(environment.name);
      new Boundary(this, `boundary-${guard}`, { environment: environment.name, account, organisation });
      new Deployer(this, `deploy-${guard}`, {
        name: deployRoleName(environment.name),
        account,
        repository,
        // The environment at GitHub, which says who approves.
        subjects: [`environment:${guard}`],
        // What goes with a ticket is taken away by the workflow of tickets itself.
        workflows: workflowsOf(repository, 'deploy', ...(guard === 'ticket' ? ['ticket'] : [])),
        statements: managingStatements([environment], account, organisation),
        shared,
      });
    }
    new People(this, 'people', { account, environments, shared, from: people, configuration });
  }
}
