import { AwsProvider } from '@cdktn/provider-aws/lib/provider/index.js';
import { LocalBackend, S3Backend, TerraformStack } from 'cdktn';
import type { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { stateBucketName, stateKeyAlias } from '../configuration/names.ts';

/** Those with write-only arguments, through which no secret reaches a state. OpenTofu has them since then too. */
export const terraformVersions = '>=1.11.0';

/** A stack in one account: who may be asked, and where its state is kept. */
export class BaseStack extends TerraformStack {
  /**
   * @param organisation the account that keeps the states.
   * @param keepsOwnState of the one stack that makes the buckets of states: its state is on the disk of whoever runs it.
   */
  constructor(
    scope: Construct,
    name: string,
    {
      account,
      organisation,
      keepsOwnState = false,
    }: { account: Account; organisation: Account; keepsOwnState?: boolean },
  ) {
    super(scope, name);
    this.addOverride('terraform.required_version', terraformVersions);
    new AwsProvider(this, 'aws', {
      region: account.region,
      allowedAccountIds: [account.id],
      defaultTags: [{ tags: { product: 'guildhall', stack: name } }],
    });
    if (keepsOwnState) {
      // Beside `src`: what lies in the folder of the stack goes with the next synthesis.
      new LocalBackend(this, { path: `../../../${name}.tfstate` });
      return;
    }
    new S3Backend(this, {
      bucket: stateBucketName(organisation, account),
      key: `${name}.tfstate`,
      region: organisation.region,
      encrypt: true,
      kmsKeyId: `arn:aws:kms:${organisation.region}:${organisation.id}:${stateKeyAlias(account)}`,
      useLockfile: true,
    });
  }
}
