import { S3BucketLifecycleConfiguration } from '@cdktn/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketLoggingA } from '@cdktn/provider-aws/lib/s3-bucket-logging/index.js';
import { S3BucketOwnershipControls } from '@cdktn/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktn/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktn/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktn/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktn/provider-aws/lib/s3-bucket-versioning/index.js';
import { S3Bucket } from '@cdktn/provider-aws/lib/s3-bucket/index.js';
import { Construct } from 'constructs';
import { bucketArn } from '../configuration/names.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';
import type { Key } from './key.ts';

export interface BucketOptions {
  readonly name: string;
  /** Left out for what load balancers write, which know no key of ours: then S3's own encrypts. */
  readonly key?: Key;
  /** The bucket that keeps who read and wrote here. */
  readonly accessLog?: Bucket;
  /** Whether it may not be deleted with what is in it. */
  readonly isProtected: boolean;
  /** After how many days files go; never when left out. */
  readonly expiresAfterDays?: number;
  readonly statements?: readonly Statement[];
}

/** A bucket that is private, versioned and encrypted, and answers over TLS alone. */
export class Bucket extends Construct {
  readonly name: string;
  readonly arn: string;
  /** What has to be there before something may be written. */
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, options: BucketOptions) {
    super(scope, id);
    const { name, key, accessLog, isProtected, expiresAfterDays, statements = [] } = options;
    this.name = name;
    this.arn = bucketArn(name);
    const { id: bucket } = new S3Bucket(this, 'bucket', {
      bucket: name,
      forceDestroy: !isProtected,
      lifecycle: { preventDestroy: isProtected },
    });
    const access = new S3BucketPublicAccessBlock(this, 'private', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, 'owner', {
      bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    const versioning = new S3BucketVersioningA(this, 'versions', {
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket,
      rule: [
        {
          bucketKeyEnabled: key !== undefined,
          applyServerSideEncryptionByDefault: key
            ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn }
            : { sseAlgorithm: 'AES256' },
        },
      ],
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket,
      rule: [
        {
          id: 'old-versions',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          noncurrentVersionExpiration: [{ noncurrentDays: 90 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          ...(expiresAfterDays !== undefined && { expiration: [{ days: expiresAfterDays }] }),
        },
      ],
      dependsOn: [versioning],
    });
    if (accessLog) {
      new S3BucketLoggingA(this, 'access-log', {
        bucket,
        targetBucket: accessLog.name,
        targetPrefix: `${name}/`,
        dependsOn: [accessLog.policy],
      });
    }
    this.policy = new S3BucketPolicy(this, 'policy', {
      bucket,
      policy: policyDocument([
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: [this.arn, `${this.arn}/*`],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        ...statements,
      ]),
      dependsOn: [access],
    });
  }
}
