import { IamRolePolicy } from '@cdktn/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktn/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import { readerRoleArn, roleArn } from '../configuration/names.ts';
import { policyDocument } from '../policies/policyDocument.ts';
import { roleGate } from '../sharing/sharing.ts';

/** The role that reads what authorities share, taken on by the organisation's own processing code. */
export class SharedReader extends Construct {
  constructor(scope: Construct, id: string, { configuration }: { configuration: Configuration }) {
    super(scope, id);
    const { organisation } = configuration.accounts;
    const own = configuration.exchanges.filter(({ isOrganisation }) => isOrganisation);
    const sharing = configuration.exchanges.filter(
      ({ isOrganisation, sharing }) => !isOrganisation && sharing === 'open',
    );
    const role = new IamRole(this, 'role', {
      name: readerRoleArn(organisation).split('/').at(-1)!,
      path: '/guildhall/sharing/',
      maxSessionDuration: 3600,
      assumeRolePolicy: policyDocument([
        {
          Sid: 'ProcessingCodeOfTheOrganisation',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${organisation.id}:root` },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnEquals: {
              'aws:PrincipalArn': own.map(({ name }) => roleArn(organisation, name, `${name}-code-server`)),
            },
          },
        },
      ]),
    });
    const statements = roleGate(sharing);
    if (statements.length > 0)
      new IamRolePolicy(this, 'policy', {
        name: 'read-what-is-shared',
        role: role.name,
        policy: policyDocument(statements),
      });
  }
}
