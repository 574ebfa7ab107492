import { Construct } from 'constructs';
import { bucketName, sharedKeyAlias } from '../configuration/names.ts';
import type { BucketAccess } from '../deployables/deployables.ts';
import type { Statement } from '../policies/policyDocument.ts';
import { type Reader, bucketGate, keyGate } from '../sharing/sharing.ts';
import { Bucket } from './bucket.ts';
import { Key } from './key.ts';
import type { Keys } from './keys.ts';
import { LogBucket } from './logBucket.ts';
import type { Site } from './site.ts';

/** The buckets of an environment: what is worked on, what is kept, and what may be shared. */
export class Storage extends Construct {
  readonly logs: LogBucket;
  readonly #region: string;
  readonly #buckets: Readonly<Record<BucketAccess['bucket'], { bucket: Bucket; key: Key }>>;

  /**
   * @param reader who of the organisation reads the shared bucket; null when nobody does.
   */
  constructor(
    scope: Construct,
    id: string,
    { site, keys, reader }: { site: Site; keys: Keys; reader: Reader | null },
  ) {
    super(scope, id);
    const { account, environment } = site;
    this.#region = account.region;
    this.logs = new LogBucket(this, 'logs', { site });
    // A key of its own, so that sharing it gives away nothing else.
    const sharedKey = new Key(this, 'shared-key', {
      account,
      alias: sharedKeyAlias(environment),
      description: `The shared bucket of ${environment}`,
      others: keyGate(account, reader),
    });
    const bucket = (purpose: BucketAccess['bucket'], key: Key, mayRead: Reader | null) => {
      const name = bucketName(account, environment, purpose);
      const made = new Bucket(this, purpose, {
        name,
        key,
        accessLog: this.logs,
        isProtected: site.size.protected,
        statements: bucketGate(name, account, mayRead),
      });
      return { bucket: made, key };
    };
    this.#buckets = {
      workspace: bucket('workspace', keys.data, null),
      data: bucket('data', keys.data, null),
      shared: bucket('shared', sharedKey, reader),
    };
  }

  /** What a role needs for the files that it may read or change, and for no others. */
  statementsFor(accesses: readonly BucketAccess[]): Statement[] {
    return accesses.flatMap(({ bucket: purpose, prefix, may }, index): Statement[] => {
      const { bucket, key } = this.#buckets[purpose];
      const reads = may !== 'write';
      const writes = may !== 'read';
      return [
        {
          Sid: `Files${index}`,
          Effect: 'Allow',
          Action: [
            ...(reads ? ['s3:GetObject'] : []),
            ...(writes ? ['s3:PutObject', 's3:AbortMultipartUpload'] : []),
          ],
          Resource: `${bucket.arn}/${prefix}*`,
        },
        ...(reads
          ? [
              {
                Sid: `List${index}`,
                Effect: 'Allow',
                Action: 's3:ListBucket',
                Resource: bucket.arn,
                ...(prefix && { Condition: { StringLike: { 's3:prefix': `${prefix}*` } } }),
              } as const,
            ]
          : []),
        {
          Sid: `Key${index}`,
          Effect: 'Allow',
          // Large files are written in parts, which S3 puts together: that needs Decrypt too.
          Action: ['kms:Decrypt', ...(writes ? ['kms:GenerateDataKey'] : [])],
          Resource: key.arn,
          Condition: { StringEquals: { 'kms:ViaService': `s3.${this.#region}.amazonaws.com` } },
        },
      ];
    });
  }
}
