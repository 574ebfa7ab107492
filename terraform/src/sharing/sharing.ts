import type { Account } from '../configuration/configurationSchema.ts';
import { bucketArn, bucketName, readerRoleArn, sharedKeyAlias } from '../configuration/names.ts';
import type { Statement } from '../policies/policyDocument.ts';

// The three gates between an authority's shared bucket and the organisation: the bucket's policy, its key's policy and
// the policy of the role that reads. Each is shut by itself when the authority revokes, so that one that is
// still open elsewhere, because another pipeline has not run yet, opens nothing.

/** Whom an environment lets read its shared bucket; null when nobody. */
export interface Reader {
  /** The account of the organisation. */
  readonly account: Account;
  /** The id of the AWS organisation. */
  readonly organisationId: string;
}

/** Refuses whoever is of another account, whatever else allows them; the reader is left to what allows it. */
function nobodyElse(
  actions: string,
  resources: string | readonly string[],
  own: Account,
  reader: Reader | null,
): Statement {
  return {
    Sid: 'NobodyElse',
    Effect: 'Deny',
    Principal: '*',
    Action: actions,
    Resource: resources,
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': own.id },
      ...(reader && { ArnNotEquals: { 'aws:PrincipalArn': readerRoleArn(reader.account) } }),
      // Services of AWS act for this account by statements of their own.
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  };
}

/** Who is the reader: of the organisation, in its account, under the one name. */
function isReader({ account, organisationId }: Reader) {
  return {
    StringEquals: { 'aws:PrincipalOrgID': organisationId },
    ArnEquals: { 'aws:PrincipalArn': readerRoleArn(account) },
  };
}

/** The first gate: what the policy of a bucket says of other accounts. */
export function bucketGate(name: string, own: Account, reader: Reader | null): Statement[] {
  const resources = [bucketArn(name), `${bucketArn(name)}/*`];
  const refusal = nobodyElse('s3:*', resources, own, reader);
  if (!reader) return [refusal];
  return [
    {
      Sid: 'ReaderOfTheOrganisation',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${reader.account.id}:root` },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: resources,
      Condition: isReader(reader),
    },
    refusal,
  ];
}

/** The second gate: what the policy of the bucket's key says of other accounts. */
export function keyGate(own: Account, reader: Reader | null): Statement[] {
  const refusal = nobodyElse('kms:*', '*', own, reader);
  if (!reader) return [refusal];
  const { StringEquals, ArnEquals } = isReader(reader);
  return [
    {
      Sid: 'ReaderOfTheOrganisation',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${reader.account.id}:root` },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: {
        StringEquals: { ...StringEquals, 'kms:ViaService': `s3.${own.region}.amazonaws.com` },
        ArnEquals,
      },
    },
    refusal,
  ];
}

/** The third gate: what the organisation's role may read, of those that share with it now. */
export function roleGate(sharing: readonly { name: string; account: Account }[]): Statement[] {
  return sharing.flatMap(({ name, account }, index): Statement[] => {
    const arn = bucketArn(bucketName(account, name, 'shared'));
    return [
      {
        Sid: `Read${index}`,
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [arn, `${arn}/*`],
      },
      {
        Sid: `Decrypt${index}`,
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: `arn:aws:kms:${account.region}:${account.id}:key/*`,
        Condition: {
          StringEquals: { 'kms:ViaService': `s3.${account.region}.amazonaws.com` },
          'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [sharedKeyAlias(name)] },
        },
      },
    ];
  });
}
