import { policyDocument } from './policyDocument.ts';

/**
 * Who may take a role on: one service of AWS, acting for this account alone, so that nobody makes the service use
 * the role on behalf of another account.
 */
export function assumedBy(service: string, accountId: string): string {
  return policyDocument([
    {
      Sid: 'ServiceOfThisAccount',
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
    },
  ]);
}
