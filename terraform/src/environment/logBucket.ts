import type { Construct } from 'constructs';
import { bucketArn, bucketName } from '../configuration/names.ts';
import { Bucket } from './bucket.ts';
import type { Site } from './site.ts';

/** What load balancers and S3 write down of who came. */
export class LogBucket extends Bucket {
  constructor(scope: Construct, id: string, { site }: { site: Site }) {
    const { account, environment, size } = site;
    const name = bucketName(account, environment, 'logs');
    super(scope, id, {
      name,
      isProtected: size.protected,
      expiresAfterDays: size.logDays,
      statements: [
        {
          Sid: 'BalancersOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${bucketArn(name)}/balancers/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': account.id },
            ArnLike: {
              'aws:SourceArn': `arn:aws:elasticloadbalancing:${account.region}:${account.id}:loadbalancer/*`,
            },
          },
        },
        {
          Sid: 'BucketsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `${bucketArn(name)}/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': account.id },
            ArnLike: { 'aws:SourceArn': bucketArn(bucketName(account, environment, '*')) },
          },
        },
      ],
    });
  }
}
