import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';
import type { Statement } from '../src/policies/policyDocument.ts';
import type { Resource, Stack } from './synthesized.ts';

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** Whoever asks: a role of an account in an organisation; null for someone without credentials. */
export interface Principal {
  readonly arn: string;
  readonly organisationId: string;
  /** What its own policies allow. */
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
}

/** A policy that allows everything, as an administrator of another account has it. */
export const everything: Policy = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }],
};

const accountOf = (arn: string) => arn.split(':')[4]!;

/**
 * Whether AWS would allow it, by the policies of who asks, of the resource, and of the endpoint in between.
 *
 * @throws Error when the policies or the request are none that AWS would take.
 */
export async function may(
  principal: Principal | null,
  action: string,
  resource: { readonly arn: string; readonly account: string; readonly policy?: Policy },
  context: Readonly<Record<string, string | string[]>> = {},
  endpoint?: Policy,
): Promise<boolean> {
  const named = (policies: readonly Policy[]) =>
    policies.map((policy, index) => ({ name: `policy ${index}`, policy }));
  const outcome = await runSimulation(
    {
      request: {
        principal: principal ? principal.arn : anonymousPrincipal,
        action,
        resource: { resource: resource.arn, accountId: resource.account },
        contextVariables: {
          'aws:SecureTransport': 'true',
          'aws:PrincipalIsAWSService': 'false',
          ...(principal && {
            'aws:PrincipalArn': principal.arn,
            'aws:PrincipalAccount': accountOf(principal.arn),
            'aws:PrincipalOrgID': principal.organisationId,
          }),
          ...context,
        },
      },
      identityPolicies: named(principal?.policies ?? []),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: resource.policy,
      ...(principal?.boundary && { permissionBoundaryPolicies: named([principal.boundary]) }),
      ...(endpoint && { vpcEndpointPolicies: named([endpoint]) }),
    },
    {},
  );
  if (outcome.resultType === 'error') throw new Error(JSON.stringify(outcome.errors));
  return outcome.overallResult === 'Allowed';
}

/** A policy of a stack, with ARNs in place of what only Terraform will know. */
export function policyAt(stack: Stack, path: string, argument = 'policy'): Policy {
  const resource = stack.resources.find((each) => each.path === path);
  if (!resource) throw new Error(`${stack.name} has nothing at ${path}.`);
  return withArns(stack, resource.is[argument]);
}

/** The policies of a role of a stack. */
export function policiesOfRole(stack: Stack, role: string): Policy[] {
  const isOfRole = ({ is }: Resource) => stack.at(is.role).is.name === role;
  const own = stack.of('aws_iam_role_policy').filter(isOfRole);
  const shared = stack
    .of('aws_iam_role_policy_attachment')
    .filter(isOfRole)
    .map(({ is }) => stack.at(is.policy_arn));
  return [...own, ...shared].map(({ is }) => withArns(stack, is.policy));
}

/** The ARN that a key of a stack will have, as far as a test has to tell it from others. */
export function keyArn(stack: Stack, path: string): string {
  const key = stack.resources.find((each) => each.path === path)!;
  return `arn:aws:kms:eu-west-2:${stack.account}:key/${key.id}`;
}

function withArns(stack: Stack, text: string): Policy {
  const known = text.replaceAll(/\$\{(aws_\w+)\.([\w-]+)\.arn\}/g, (_, type: string, id: string) => {
    if (type === 'aws_kms_key') return `arn:aws:kms:eu-west-2:${stack.account}:key/${id}`;
    if (type === 'aws_secretsmanager_secret')
      return `arn:aws:secretsmanager:eu-west-2:${stack.account}:secret:${stack.at(`\${${type}.${id}`).is.name}-AbCdEf`;
    if (type === 'aws_cloudwatch_log_group')
      return `arn:aws:logs:eu-west-2:${stack.account}:log-group:${stack.at(`\${${type}.${id}`).is.name}`;
    if (type === 'aws_prometheus_workspace') return `arn:aws:aps:eu-west-2:${stack.account}:workspace/${id}`;
    throw new Error(`No test knows the ARN of ${type}.`);
  });
  // The simulator takes no context of encryption for one: a condition on it would never be met.
  return JSON.parse(known, (key, value) => (key.startsWith('kms:EncryptionContext:') ? undefined : value));
}
