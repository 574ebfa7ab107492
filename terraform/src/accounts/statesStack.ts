import type { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Account } from '../configuration/configurationSchema.ts';
import { bucketArn, stateBucketName, stateKeyAlias } from '../configuration/names.ts';
import { BaseStack } from '../environment/baseStack.ts';
import { Bucket } from '../environment/bucket.ts';
import { Key } from '../environment/key.ts';

/**
 * The buckets that keep the states of Terraform, one for each account, each with a key of its own. The first stack that
 * is applied, and the only one whose own state is not in one of them.
 */
export class StatesStack extends BaseStack {
  constructor(scope: Construct, accounts: readonly Account[], configuration: Configuration) {
    const { organisation } = configuration.accounts;
    super(scope, 'organisation-states', { account: organisation, organisation, keepsOwnState: true });
    const { id: organisationId } = configuration.organisation;
    for (const account of accounts) {
      const name = stateBucketName(organisation, account);
      // An account decides by its own roles who of it deploys; nobody else of the organisation gets here.
      const ofTheAccount = { AWS: `arn:aws:iam::${account.id}:root` };
      const ofTheOrganisation = { StringEquals: { 'aws:PrincipalOrgID': organisationId } };
      const key = new Key(this, `${account.id}-key`, {
        account: organisation,
        alias: stateKeyAlias(account),
        description: `States of Terraform of the account ${account.id}`,
        others: [
          {
            Sid: 'StatesOfThisAccount',
            Effect: 'Allow',
            Principal: ofTheAccount,
            Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
            Resource: '*',
            Condition: ofTheOrganisation,
          },
        ],
      });
      new Bucket(this, account.id, {
        name,
        key,
        isProtected: true,
        statements: [
          {
            Sid: 'ListStatesOfThisAccount',
            Effect: 'Allow',
            Principal: ofTheAccount,
            Action: 's3:ListBucket',
            Resource: bucketArn(name),
            Condition: ofTheOrganisation,
          },
          {
            Sid: 'StatesOfThisAccount',
            Effect: 'Allow',
            Principal: ofTheAccount,
            Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
            Resource: `${bucketArn(name)}/*.tfstate*`,
            Condition: ofTheOrganisation,
          },
        ],
      });
    }
  }
}
