import { IamRolePolicy } from '@cdktn/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktn/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import { boundaryArn, roleArn, rolePath } from '../configuration/names.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';
import type { Site } from './site.ts';

/** A role of an environment: under its path, within the boundary, with the statements given and no others. */
export class Role extends Construct {
  readonly name: string;
  readonly arn: string;
  /** What has to be there before the role can be used. */
  readonly parts: readonly (IamRole | IamRolePolicy)[];

  constructor(
    scope: Construct,
    id: string,
    {
      site,
      name,
      assumedBy,
      statements,
    }: { site: Site; name: string; assumedBy: string; statements: readonly Statement[] },
  ) {
    super(scope, id);
    this.name = name;
    const role = new IamRole(this, 'role', {
      name,
      path: rolePath(site.environment),
      assumeRolePolicy: assumedBy,
      permissionsBoundary: boundaryArn(site.account, site.environment),
    });
    this.arn = roleArn(site.account, site.environment, name);
    const policies =
      statements.length === 0
        ? []
        : [new IamRolePolicy(this, 'policy', { name, role: role.name, policy: policyDocument(statements) })];
    this.parts = [role, ...policies];
  }
}
