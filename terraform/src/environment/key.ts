import { KmsAlias } from '@cdktn/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktn/provider-aws/lib/kms-key/index.js';
import { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';

/** A key of our own, which changes its material every year. Its account decides by roles who uses it. */
export class Key extends Construct {
  readonly arn: string;
  readonly resource: KmsKey;

  constructor(
    scope: Construct,
    id: string,
    {
      account,
      alias,
      description,
      others = [],
    }: {
      account: Account;
      alias: string;
      description: string;
      /** Who else may use it: services of AWS, other accounts. */
      others?: readonly Statement[];
    },
  ) {
    super(scope, id);
    this.resource = new KmsKey(this, 'key', {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument([
        {
          Sid: 'OwnAccountByRoles',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account.id}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
        ...others,
      ]),
    });
    this.arn = this.resource.arn;
    new KmsAlias(this, 'alias', { name: alias, targetKeyId: this.resource.keyId });
  }
}
