import { IamRolePolicyAttachment } from '@cdktn/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRolePolicy } from '@cdktn/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktn/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';

const issuer = 'token.actions.githubusercontent.com';

/** Workflows of a repository's main branch, as GitHub names them in its tokens. */
export const workflowsOf = (repository: string, ...names: readonly string[]) =>
  names.map((name) => `${repository}/.github/workflows/${name}.yml@refs/heads/main`);

/**
 * A role that workflows of the repository take on, without a lasting credential: those that GitHub vouches for by subject,
 * and as one of the main branch's that are meant to.
 */
export class Deployer extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      name,
      account,
      repository,
      subjects,
      workflows,
      statements,
      shared,
    }: {
      name: string;
      account: Account;
      repository: string;
      /** What follows the repository in the token's subject: `environment:live`, `ref:refs/heads/main`. */
      subjects: readonly string[];
      /** The workflows whose jobs take it on: those that are called, where one calls another. */
      workflows: readonly string[];
      statements: readonly Statement[];
      /** A policy that it has besides: one by itself may not be as long as this. */
      shared?: string;
    },
  ) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name,
      path: '/guildhall/deploy/',
      maxSessionDuration: 3600,
      assumeRolePolicy: policyDocument([
        {
          Sid: 'WorkflowsOfTheRepository',
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::${account.id}:oidc-provider/${issuer}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: 'sts.amazonaws.com',
              [`${issuer}:sub`]: subjects.map((subject) => `repo:${repository}:${subject}`),
              [`${issuer}:job_workflow_ref`]: workflows,
            },
          },
        },
      ]),
    });
    new IamRolePolicy(this, 'policy', { name, role: role.name, policy: policyDocument(statements) });
    if (shared) new IamRolePolicyAttachment(this, 'shared', { role: role.name, policyArn: shared });
  }
}
