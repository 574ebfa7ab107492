import { IamPolicy } from '@cdktn/provider-aws/lib/iam-policy/index.js';
import { IamRolePolicyAttachment } from '@cdktn/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRolePolicy } from '@cdktn/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktn/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Account } from '../configuration/configurationSchema.ts';
import { secretName } from '../configuration/names.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';
import type { Managed } from './managed.ts';
import { managingStatements } from './managing.ts';
import { readingStatements } from './reading.ts';

/** How old a second factor may be when somebody takes on the role that changes things, in seconds. */
const freshSecondFactor = 900;
/** The most characters of a policy that AWS takes. */
const longestPolicy = 6_144;
/** The shortest session that AWS lets a role have at most, in seconds. */
const shortestSession = 3600;

/**
 * The two roles that people have in an account. Everyone reads; who has to change something by hand takes on the
 * elevated role, with a second factor of the last minutes, and has it for an hour at most.
 */
export class People extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      account,
      environments,
      shared,
      from: peopleAccount,
      configuration,
    }: {
      account: Account;
      environments: readonly Managed[];
      /** The policy of whoever deploys any of them. */
      shared: string;
      /** The account that they sign in to. */
      from: string;
      configuration: Configuration;
    },
  ) {
    super(scope, id);
    const { organisation, accounts } = configuration;
    const from = (condition: Statement['Condition']) =>
      policyDocument([
        {
          Sid: 'PeopleWithASecondFactor',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${peopleAccount}:root` },
          Action: 'sts:AssumeRole',
          Condition: condition,
        },
      ]);
    const role = (name: string, assumeRolePolicy: string) =>
      new IamRole(this, name, {
        name,
        path: '/guildhall/people/',
        maxSessionDuration: shortestSession,
        assumeRolePolicy,
      }).name;
    // A person brings the one to the identity provider, and puts a new public key beside those of the other.
    const carryingStatement: Statement = {
      Sid: 'KeysThatPeopleCarry',
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Resource: environments.flatMap(({ name }) =>
        ['IDENTITY_KEY', 'VIEWER_JWKS'].map(
          (variable) =>
            `arn:aws:secretsmanager:${account.region}:${account.id}:secret:${secretName(name, variable)}-??????`,
        ),
      ),
    };
    const ofTheOrganisation = { StringEquals: { 'aws:PrincipalOrgID': organisation.id } };
    const readOnly = role(
      'read-only',
      from({ ...ofTheOrganisation, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    );
    new IamRolePolicy(this, 'read-only-policy', {
      name: 'read-only',
      role: readOnly,
      policy: policyDocument(readingStatements()),
    });
    const elevated = role(
      'elevated',
      from({
        ...ofTheOrganisation,
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': String(freshSecondFactor) },
      }),
    );
    const statements = [
      ...managingStatements(environments, account, accounts.organisation),
      carryingStatement,
    ];
    const policies = inPolicies(statements).map(
      (policy, index) =>
        new IamPolicy(this, `elevated-${index}`, { name: `elevated-${index}`, path: '/guildhall/', policy })
          .arn,
    );
    for (const [index, policyArn] of [shared, ...policies].entries())
      new IamRolePolicyAttachment(this, `elevated-has-${index}`, { role: elevated, policyArn });
  }
}

/** Statements in as many policies as they take: an account of several environments has more than one may hold. */
function inPolicies(statements: readonly Statement[]): string[] {
  const parts: Statement[][] = [[]];
  for (const statement of statements) {
    if (policyDocument([...parts.at(-1)!, statement]).length > longestPolicy) parts.push([]);
    parts.at(-1)!.push(statement);
  }
  return parts.map(policyDocument);
}
