import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Policy,
  type Principal,
  everything,
  keyArn,
  may,
  policiesOfRole,
  policyAt,
} from './simulate.ts';
import { guardOf } from '../src/configuration/names.ts';
import { containersOf, environments, listed, stackOf, stacks } from './synthesized.ts';

const organisationId = 'o-exampleorgid';
const accounts = { organisation: '111111111111', dev: '222222222222', prod: '333333333333' };

const roleOf = (stack: string, account: string, path: string, name: string): Principal => ({
  arn: `arn:aws:iam::${account}:role${path}${name}`,
  organisationId,
  policies: policiesOfRole(stackOf(stack), name),
});
/** The boundary that a role names, as the policy that stands in its account. */
const boundaryOf = (arn: string): Policy => {
  const name = arn.split('/').at(-1)!;
  const owner = [...stacks.values()].find(
    (each) => each.account === arn.split(':')[4] && each.name.endsWith('-account'),
  )!;
  return policyAt(owner, `${name}/policy`);
};
const asks = (
  who: Principal,
  action: string,
  arn: string,
  context: Record<string, string | string[]> = {},
) => {
  const account = arn.split(':')[4] || who.arn.split(':')[4]!;
  // Keys, roles and registries let in who may by their own policies; other resources have no policy here.
  const policy: Policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OwnAccountByRoles',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${who.arn.split(':')[4]}:root` },
        Action: action,
        ...(action.startsWith('kms:') && { Resource: '*' }),
      },
    ],
  };
  const hasPolicy = /^(kms:|sts:AssumeRole|ecr:)/.test(action) && arn !== '*';
  const resource = { arn, account, ...(hasPolicy && { policy }) };
  return may(who, action, resource, { 'aws:RequestedRegion': 'eu-west-2', ...context });
};

describe('the role that deploys live', () => {
  const deployer = roleOf('prod-account', accounts.prod, '/guildhall/deploy/', 'guildhall-deploy-live');
  const role = (path: string) => `arn:aws:iam::${accounts.prod}:role/guildhall/${path}`;
  const boundaryOf = (environment: string) => ({
    'iam:PermissionsBoundary': `arn:aws:iam::${accounts.prod}:policy/guildhall/boundary-${environment}`,
  });
  const boundary = boundaryOf('live');

  test('changes the services of live, and what they stand in', async () => {
    const { prod } = accounts;
    expect(
      await asks(
        deployer,
        'ecs:UpdateService',
        `arn:aws:ecs:eu-west-2:${prod}:service/guildhall-live/people`,
      ),
    ).toBe(true);
    expect(
      await asks(
        deployer,
        'ecs:RunTask',
        `arn:aws:ecs:eu-west-2:${prod}:task-definition/guildhall-live-migrate:7`,
      ),
    ).toBe(true);
    const subnet = `arn:aws:ec2:eu-west-2:${prod}:subnet/subnet-1`;
    const ofLive = { 'aws:ResourceTag/stack': 'live' };
    expect(await asks(deployer, 'ec2:DeleteSubnet', subnet, ofLive)).toBe(true);
    // What nobody has said to be of live stays.
    expect(await asks(deployer, 'ec2:DeleteSubnet', subnet)).toBe(false);
    expect(
      await asks(deployer, 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-2:${prod}:key/1`, ofLive),
    ).toBe(true);
    expect(await asks(deployer, 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-2:${prod}:key/1`)).toBe(
      false,
    );
  });

  test('writes the secrets of live, and reads the two that a deployment needs', async () => {
    const act = (action: string, name: string) =>
      asks(
        deployer,
        `secretsmanager:${action}`,
        `arn:aws:secretsmanager:eu-west-2:${accounts.prod}:secret:guildhall/live/${name}-AbCdEf`,
      );
    for (const name of ['OWNER_PASSWORD', 'JOURNEYS_KEY'])
      expect(await act('GetSecretValue', name), name).toBe(true);
    for (const name of [
      'DATABASE_URL',
      'PEOPLE_DATABASE_URL',
      'VIEWER_PRIVATE_KEY',
      'SESSION_SECRET',
      'OIDC_CLIENT_SECRET',
      'IDENTITY_KEY',
    ]) {
      expect(await act('PutSecretValue', name), name).toBe(true);
      expect(await act('GetSecretValue', name), name).toBe(false);
    }
  });

  test.for([
    ['ec2:RunInstances', 'instance/*'],
    ['ec2:CreateVpcPeeringConnection', 'vpc-peering-connection/*'],
    ['ec2:ModifyVpcEndpointServicePermissions', 'vpc-endpoint-service/*'],
    ['ec2:CreateClientVpnEndpoint', 'client-vpn-endpoint/*'],
    ['ec2:CreateTransitGateway', 'transit-gateway/*'],
    ['ec2:CreateKeyPair', 'key-pair/*'],
  ])('starts no machine and opens no network: it may not %s', async ([action, resource]) => {
    expect(await asks(deployer, action!, `arn:aws:ec2:eu-west-2:${accounts.prod}:${resource}`)).toBe(false);
  });

  test('changes the names of live in the zone, and no others', async () => {
    const change = (zone: string, ...names: string[]) =>
      asks(deployer, 'route53:ChangeResourceRecordSets', `arn:aws:route53:::hostedzone/${zone}`, {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': names,
      });
    const zone = 'Z000000000000000PROD';
    expect(await change(zone, 'app.guildhall.example')).toBe(true);
    expect(await change(zone, '_0123.app.guildhall.example', 'graph.guildhall.example')).toBe(true);
    expect(await change(zone, 'app.staging.guildhall.example')).toBe(false);
    expect(await change(zone, 'app.guildhall.example', 'www.guildhall.example')).toBe(false);
    expect(await change('Z0000000000000ANOTHER', 'app.guildhall.example')).toBe(false);
    expect(await asks(deployer, 'route53:DeleteHostedZone', `arn:aws:route53:::hostedzone/${zone}`)).toBe(
      false,
    );
  });

  test('touches nothing of staging, which is beside it', async () => {
    const { prod } = accounts;
    expect(
      await asks(
        deployer,
        'ecs:UpdateService',
        `arn:aws:ecs:eu-west-2:${prod}:service/guildhall-staging/people`,
      ),
    ).toBe(false);
    expect(
      await asks(deployer, 'rds:DeleteDBInstance', `arn:aws:rds:eu-west-2:${prod}:db:guildhall-staging`),
    ).toBe(false);
    expect(
      await asks(
        deployer,
        'secretsmanager:GetSecretValue',
        `arn:aws:secretsmanager:eu-west-2:${prod}:secret:guildhall/staging/DATABASE_URL-AbCdEf`,
      ),
    ).toBe(false);
    expect(
      await asks(deployer, 'ec2:DeleteSubnet', `arn:aws:ec2:eu-west-2:${prod}:subnet/subnet-1`, {
        'aws:ResourceTag/stack': 'staging',
      }),
    ).toBe(false);
    const key = `arn:aws:kms:eu-west-2:${prod}:key/1`;
    const through = { 'kms:ViaService': 'secretsmanager.eu-west-2.amazonaws.com' };
    const ofLive = { 'aws:ResourceTag/stack': 'live' };
    expect(await asks(deployer, 'kms:Decrypt', key, { ...through, ...ofLive })).toBe(true);
    expect(await asks(deployer, 'kms:Decrypt', key, ofLive)).toBe(false);
    expect(await asks(deployer, 'kms:Decrypt', key, { ...through, 'aws:ResourceTag/stack': 'staging' })).toBe(
      false,
    );
    const state = `arn:aws:s3:::guildhall-${accounts.organisation}-state-${prod}`;
    expect(await asks(deployer, 's3:PutObject', `${state}/live.tfstate`)).toBe(true);
    expect(await asks(deployer, 's3:PutObject', `${state}/staging.tfstate`)).toBe(false);
    expect(await asks(deployer, 's3:GetObject', `${state}/prod-account.tfstate`)).toBe(false);
  });

  test('makes roles within the boundary alone, and never raises itself', async () => {
    expect(await asks(deployer, 'iam:CreateRole', role('live/live-people'), boundary)).toBe(true);
    expect(await asks(deployer, 'iam:CreateRole', role('live/live-people'))).toBe(false);
    expect(
      await asks(deployer, 'iam:CreateRole', role('live/live-people'), {
        'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ).toBe(false);
    // Not even with that of an environment beside it, through which it would reach that one.
    expect(await asks(deployer, 'iam:CreateRole', role('live/live-people'), boundaryOf('staging'))).toBe(
      false,
    );
    expect(await asks(deployer, 'iam:PutRolePolicy', role('live/live-people'), boundary)).toBe(true);
    expect(await asks(deployer, 'iam:PutRolePolicy', role('deploy/guildhall-deploy-live'), boundary)).toBe(
      false,
    );
    expect(await asks(deployer, 'iam:UpdateAssumeRolePolicy', role('people/elevated'))).toBe(false);
    expect(await asks(deployer, 'iam:AttachRolePolicy', role('live/live-people'), boundary)).toBe(false);
    expect(
      await asks(deployer, 'iam:DeleteRolePermissionsBoundary', role('live/live-people'), boundary),
    ).toBe(false);
    expect(
      await asks(
        deployer,
        'iam:CreatePolicyVersion',
        `arn:aws:iam::${accounts.prod}:policy/guildhall/boundary-live`,
      ),
    ).toBe(false);
    expect(
      await asks(deployer, 'iam:PassRole', role('live/live-people'), {
        'iam:PassedToService': 'ecs-tasks.amazonaws.com',
      }),
    ).toBe(true);
    expect(
      await asks(deployer, 'iam:PassRole', role('live/live-people'), {
        'iam:PassedToService': 'lambda.amazonaws.com',
      }),
    ).toBe(false);
  });

  test('reads no file of any bucket, and deletes none', async () => {
    const file = `arn:aws:s3:::guildhall-${accounts.prod}-live-workspace/people/file.csv`;
    expect(await asks(deployer, 's3:GetObject', file)).toBe(false);
    expect(await asks(deployer, 's3:DeleteObject', file)).toBe(false);
  });

  test.for([
    ['prod-account', 'guildhall-deploy-live', 'environment:live', ['deploy']],
    ['dev-account', 'guildhall-deploy-ticket', 'environment:ticket', ['deploy', 'ticket']],
    ['organisation-account', 'guildhall-publish', 'ref:refs/heads/main', ['deliver']],
  ] as const)(
    'of %s, %s is taken on with one subject, by the workflows of main that need it',
    ([stack, name, subject, workflows]) => {
      const { is } = stackOf(stack)
        .of('aws_iam_role')
        .find((each) => each.is.name === name)!;
      const [statement, ...others] = JSON.parse(is.assume_role_policy).Statement;
      expect(others).toEqual([]);
      expect(statement.Condition.StringEquals).toEqual({
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': [`repo:guildhall/guildhall:${subject}`],
        'token.actions.githubusercontent.com:job_workflow_ref': workflows.map(
          (workflow) => `guildhall/guildhall/.github/workflows/${workflow}.yml@refs/heads/main`,
        ),
      });
      for (const workflow of workflows)
        expect(existsSync(new URL(`../../.github/workflows/${workflow}.yml`, import.meta.url))).toBe(true);
      expect(is.max_session_duration).toBe(3600);
    },
  );
});

describe('the key of support staff, by which a deployment is tried,', () => {
  const tries = readFileSync(new URL('../../.ci/try-journeys', import.meta.url), 'utf8');
  const [, asked] = /--secret-id "([^"]+)"/.exec(tries)!;
  const secretOf = (environment: string) => {
    const name = asked!.replace('$ENVIRONMENT', environment);
    return stackOf(environment)
      .of('aws_secretsmanager_secret')
      .find(({ is }) => is.name === name);
  };

  test.for([
    ['test', ['elevated', 'guildhall-deploy-test']],
    ['live', ['elevated', 'guildhall-deploy-live']],
  ] as const)(
    'is read in %s by who deploys there, by a person who is elevated, and by no other role of the account',
    async ([environment, readers]) => {
      const stack = stackOf(environment);
      const { account } = stack;
      const { is } = secretOf(environment)!;
      const secret = `arn:aws:secretsmanager:eu-west-2:${account}:secret:${is.name}-AbCdEf`;
      const key = keyArn(stack, stack.at(is.kms_key_id).path);
      const roles = [...stacks.values()]
        .filter((each) => each.account === account)
        .flatMap((each) => each.of('aws_iam_role').map((role) => ({ in: each, is: role.is })));
      const reading: string[] = [];
      for (const each of roles) {
        const role: Principal = {
          arn: `arn:aws:iam::${account}:role${each.is.path}${each.is.name}`,
          organisationId,
          policies: policiesOfRole(each.in, each.is.name),
          ...(each.is.permissions_boundary && { boundary: boundaryOf(each.is.permissions_boundary) }),
        };
        const ofStack = { 'aws:ResourceTag/stack': environment };
        if (!(await asks(role, 'secretsmanager:GetSecretValue', secret, ofStack))) continue;
        const through = { 'kms:ViaService': 'secretsmanager.eu-west-2.amazonaws.com' };
        expect(await asks(role, 'kms:Decrypt', key, { ...ofStack, ...through }), each.is.name).toBe(true);
        reading.push(each.is.name);
      }
      expect(reading.toSorted()).toEqual(readers);
    },
  );

  test('is there wherever journeys are tried, those of tickets included, and waits for nobody', () => {
    for (const { name } of environments) {
      const isTried = /^(dev|test|staging|live|ticket-.*)$/.test(name);
      expect(secretOf(name) !== undefined, name).toBe(isTried);
      const { output } = JSON.parse(stackOf(name).text);
      expect(output.secrets_to_fill.value, name).not.toContain('JOURNEYS_KEY');
      if (name.startsWith('ticket-')) expect(output.secrets_to_fill.value).toEqual([]);
    }
  });
});

describe('the task that makes the keys of machines', () => {
  const stack = stackOf('live');
  const task: Principal = {
    arn: `arn:aws:iam::${accounts.prod}:role/guildhall/live/live-machine-keys`,
    organisationId,
    policies: policiesOfRole(stack, 'live-machine-keys'),
    boundary: policyAt(stackOf('prod-account'), 'boundary-live/policy'),
  };
  const made = ['VIEWER_JWKS', 'VIEWER_PRIVATE_KEY', 'JOURNEYS_KEY', 'IDENTITY_KEY'];
  const names = stack
    .of('aws_secretsmanager_secret')
    .map(({ is }) => (is.name as string).replace('guildhall/live/', ''));
  const act = (action: string, name: string) =>
    asks(
      task,
      `secretsmanager:${action}`,
      `arn:aws:secretsmanager:eu-west-2:${accounts.prod}:secret:guildhall/live/${name}-AbCdEf`,
    );

  test('writes those four, sees whether people have put in theirs, and reads none', async () => {
    expect(names).toEqual(expect.arrayContaining([...made, 'DATABASE_URL', 'OIDC_CLIENT_SECRET']));
    for (const name of names) {
      expect(await act('PutSecretValue', name), name).toBe(made.includes(name));
      expect(await act('GetSecretValue', name), name).toBe(false);
    }
    expect(await act('DescribeSecret', 'OIDC_CLIENT_SECRET')).toBe(true);
    expect(await act('DescribeSecret', 'SESSION_SECRET')).toBe(false);
    for (const action of ['DeleteSecret', 'UpdateSecret', 'PutResourcePolicy'])
      expect(await act(action, 'JOURNEYS_KEY'), action).toBe(false);
  });

  test('encrypts by the key of its environment, through Secrets Manager alone', async () => {
    const key = keyArn(stack, 'keys/data/key');
    const ofLive = { 'aws:ResourceTag/stack': 'live' };
    const through = (service: string) => ({
      ...ofLive,
      'kms:ViaService': `${service}.eu-west-2.amazonaws.com`,
    });
    expect(await asks(task, 'kms:GenerateDataKey', key, through('secretsmanager'))).toBe(true);
    expect(await asks(task, 'kms:GenerateDataKey', key, through('s3'))).toBe(false);
    expect(await asks(task, 'kms:GenerateDataKey', key, ofLive)).toBe(false);
  });

  test('is in every environment, before any service, and told what to make and what people have to', () => {
    for (const each of environments) {
      const definition = each
        .of('aws_ecs_task_definition')
        .find(({ path }) => path === 'machine-keys/make/definition')!;
      const [{ environment }] = containersOf(definition) as [ReturnType<typeof containersOf>[number]];
      const { API_KEYS: apiKeys, FILLED_BY_PEOPLE: filled } = Object.fromEntries(
        environment.map(({ name, value }) => [name, value]),
      ) as Record<string, string>;
      const own = each.of('aws_secretsmanager_secret').map(({ is }) => is.name.split('/').at(-1));
      for (const { name, scopes } of JSON.parse(apiKeys!) as { name: string; scopes: string[] }[]) {
        expect(own).toContain(name);
        expect(scopes.length).toBeGreaterThan(0);
      }
      const { output } = JSON.parse(each.text);
      const byPeople = output.secrets_to_fill.value as string[];
      // Of an exchange a person makes it before anything is applied.
      expect(filled!.split(',').filter(Boolean), each.name).toEqual(
        byPeople.filter((name) => name !== 'FRONTEND_CLIENT_SECRET'),
      );
      for (const name of filled!.split(',').filter(Boolean)) expect(own).toContain(name);
    }
  });
});

describe('people', () => {
  const readOnly = roleOf('prod-account', accounts.prod, '/guildhall/people/', 'read-only');
  const elevated = roleOf('prod-account', accounts.prod, '/guildhall/people/', 'elevated');

  test('look at prod, and at nothing that it keeps', async () => {
    const service = `arn:aws:ecs:eu-west-2:${accounts.prod}:service/guildhall-live/people`;
    expect(await asks(readOnly, 'ecs:DescribeServices', service)).toBe(true);
    expect(await asks(readOnly, 'ecs:UpdateService', service)).toBe(false);
    expect(
      await asks(readOnly, 's3:GetObject', `arn:aws:s3:::guildhall-${accounts.prod}-live-workspace/a`),
    ).toBe(false);
    expect(
      await asks(
        readOnly,
        'secretsmanager:GetSecretValue',
        `arn:aws:secretsmanager:eu-west-2:${accounts.prod}:secret:guildhall/live/DATABASE_URL-AbCdEf`,
      ),
    ).toBe(false);
  });

  test.for([
    [
      'with a second factor of just now',
      { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' },
      true,
    ],
    ['without a second factor', { 'aws:MultiFactorAuthPresent': 'false' }, false],
    [
      'with one of an hour ago',
      { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '3600' },
      false,
    ],
    [
      'from another organisation',
      {
        'aws:MultiFactorAuthPresent': 'true',
        'aws:MultiFactorAuthAge': '60',
        'aws:PrincipalOrgID': 'o-anotherorganisation',
      },
      false,
    ],
  ] as const)('take on what changes prod %s: %s', async ([, context, allowed]) => {
    const person: Principal = {
      arn: `arn:aws:iam::${accounts.organisation}:user/somebody`,
      organisationId,
      policies: [everything],
    };
    const trust = policyAt(stackOf('prod-account'), 'people/elevated', 'assume_role_policy');
    expect(
      await may(
        person,
        'sts:AssumeRole',
        { arn: elevated.arn, account: accounts.prod, policy: trust },
        context,
      ),
    ).toBe(allowed);
  });

  test('have it for an hour at most, and cannot raise themselves with it', async () => {
    const { is } = stackOf('prod-account')
      .of('aws_iam_role')
      .find((each) => each.is.name === 'elevated')!;
    expect(is.max_session_duration).toBe(3600);
    expect(
      await asks(
        elevated,
        'ecs:UpdateService',
        `arn:aws:ecs:eu-west-2:${accounts.prod}:service/guildhall-live/people`,
      ),
    ).toBe(true);
    for (const role of ['people/elevated', 'people/read-only', 'deploy/guildhall-deploy-live'])
      expect(
        await asks(
          elevated,
          'iam:UpdateAssumeRolePolicy',
          `arn:aws:iam::${accounts.prod}:role/guildhall/${role}`,
        ),
      ).toBe(false);
  });
});

describe('an authority', () => {
  test('has a frontend that gets out of its network to uploads alone, whatever its rights', async () => {
    const stack = stackOf('northshire');
    const endpoint = policyAt(stack, 'frontend/endpoints/s3');
    const frontend: Principal = {
      arn: 'arn:aws:iam::444444444444:role/guildhall/northshire/northshire-frontend',
      organisationId,
      policies: [everything],
    };
    const act = (action: string, name: string) =>
      may(frontend, action, { arn: `arn:aws:s3:::${name}`, account: '444444444444' }, {}, endpoint);
    const bucket = 'guildhall-444444444444-northshire';
    expect(await act('s3:PutObject', `${bucket}-workspace/uploads/a`)).toBe(true);
    expect(await act('s3:GetObject', `${bucket}-workspace/uploads/a`)).toBe(false);
    expect(await act('s3:PutObject', `${bucket}-workspace/runs/a`)).toBe(false);
    for (const elsewhere of [`${bucket}-data/a`, `${bucket}-shared/a`, 'a-bucket-of-somebody/a'])
      for (const action of ['s3:GetObject', 's3:PutObject']) expect(await act(action, elsewhere)).toBe(false);
  });

  test('has its account to itself: nobody of the organisation takes on a role in it', async () => {
    const context = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' };
    const stack = stackOf('northshire-account');
    for (const name of ['read-only', 'elevated']) {
      const role = {
        arn: `arn:aws:iam::444444444444:role/guildhall/people/${name}`,
        account: '444444444444',
        policy: policyAt(stack, `people/${name}`, 'assume_role_policy'),
      };
      for (const [account, allowed] of [
        ['444444444444', true],
        [accounts.organisation, false],
      ] as const) {
        const person = {
          arn: `arn:aws:iam::${account}:user/somebody`,
          organisationId,
          policies: [everything],
        };
        expect(await may(person, 'sts:AssumeRole', role, context)).toBe(allowed);
      }
    }
  });
});

describe('the boundary', () => {
  test.for(environments)('lets the roles of $name do what their policies say', async (stack) => {
    const { account } = stack;
    const owner = [...stacks.values()].find(
      (each) => each.account === account && each.name.endsWith('-account'),
    )!;
    const boundary = policyAt(owner, `boundary-${guardOf(stack.name)}/policy`);
    for (const { is } of stack.of('aws_iam_role_policy')) {
      const name = stack.at(is.role).is.name as string;
      const policies = policiesOfRole(stack, name);
      const role: Principal = {
        arn: `arn:aws:iam::${account}:role/guildhall/${stack.name}/${name}`,
        organisationId,
        policies,
        boundary,
      };
      for (const { Action, Resource, Condition = {} } of policies.flatMap(({ Statement }) => Statement)) {
        const context = {
          'aws:ResourceTag/stack': stack.name,
          ...(Object.fromEntries(
            Object.values(Condition).flatMap((keys) =>
              Object.entries(keys).map(([key, value]) => [key, String(listed(value)[0]).replace('*', 'x')]),
            ),
          ) as Record<string, string>),
        };
        for (const action of listed(Action).filter((each) => !ofLogGroups.test(each)))
          for (const resource of listed(Resource))
            expect(
              await asks(role, action, one(action, resource), context),
              `${name}: ${action} on ${resource}`,
            ).toBe(true);
      }
    }
  });

  // AWS names a log group in two ways, and policies both at once: what is written there says enough.
  const ofLogGroups = /^logs:(?!PutLogEvents)/;
  /** One resource among those that a policy speaks of. */
  const one = (action: string, resource: string) => {
    if (resource === '*') return resource;
    if (action === 'logs:PutLogEvents') return `${resource.replace(/:?\*$/, '')}:log-stream:x`;
    return resource.replaceAll('*', 'x');
  };

  test('keeps a role with every right from all but what services do', async () => {
    const role: Principal = {
      arn: `arn:aws:iam::${accounts.prod}:role/guildhall/live/live-people`,
      organisationId,
      policies: [everything],
      boundary: policyAt(stackOf('prod-account'), 'boundary-live/policy'),
    };
    const bucket = (environment: string) =>
      `arn:aws:s3:::guildhall-${accounts.prod}-${environment}-workspace/people/a`;
    const secret = (environment: string) =>
      `arn:aws:secretsmanager:eu-west-2:${accounts.prod}:secret:guildhall/${environment}/DATABASE_URL-AbCdEf`;
    for (const [environment, allowed] of [
      ['live', true],
      ['staging', false],
    ] as const) {
      expect(await asks(role, 's3:GetObject', bucket(environment))).toBe(allowed);
      expect(await asks(role, 'secretsmanager:GetSecretValue', secret(environment))).toBe(allowed);
      const context = {
        'kms:ViaService': 's3.eu-west-2.amazonaws.com',
        'aws:ResourceTag/stack': environment,
      };
      expect(await asks(role, 'kms:Decrypt', `arn:aws:kms:eu-west-2:${accounts.prod}:key/1`, context)).toBe(
        allowed,
      );
    }
    expect(await asks(role, 's3:GetObject', 'arn:aws:s3:::another-bucket/a')).toBe(false);
    expect(await asks(role, 'iam:CreateRole', `arn:aws:iam::${accounts.prod}:role/guildhall/live/more`)).toBe(
      false,
    );
    expect(
      await asks(role, 'sts:AssumeRole', `arn:aws:iam::${accounts.prod}:role/guildhall/people/elevated`),
    ).toBe(false);
  });
});

describe('the registries', () => {
  const repository = {
    arn: `arn:aws:ecr:eu-west-2:${accounts.organisation}:repository/guildhall/people`,
    account: accounts.organisation,
    policy: policyAt(stackOf('organisation-account'), 'registries/people-policy'),
  };
  const everyAdministrator = (account: string, of = organisationId): Principal => ({
    arn: `arn:aws:iam::${account}:role/administrator`,
    organisationId: of,
    policies: [everything],
  });

  test('are pulled from by accounts of the organisation, and by no others; none of them pushes', async () => {
    expect(await may(everyAdministrator(accounts.prod), 'ecr:BatchGetImage', repository)).toBe(true);
    expect(await may(everyAdministrator('444444444444'), 'ecr:GetDownloadUrlForLayer', repository)).toBe(
      true,
    );
    expect(
      await may(everyAdministrator('999999999999', 'o-anotherorganisation'), 'ecr:BatchGetImage', repository),
    ).toBe(false);
    expect(await may(null, 'ecr:BatchGetImage', repository)).toBe(false);
    expect(await may(everyAdministrator(accounts.prod), 'ecr:PutImage', repository)).toBe(false);
    expect(await may(everyAdministrator(accounts.prod), 'ecr:BatchDeleteImage', repository)).toBe(false);
  });

  test('let promotion give tags to what is there, and bring nothing new', async () => {
    const promote = roleOf(
      'organisation-account',
      accounts.organisation,
      '/guildhall/deploy/',
      'guildhall-promote',
    );
    const publish = roleOf(
      'organisation-account',
      accounts.organisation,
      '/guildhall/deploy/',
      'guildhall-publish',
    );
    for (const [who, uploads] of [
      [promote, false],
      [publish, true],
    ] as const) {
      expect(await may(who, 'ecr:PutImage', repository)).toBe(true);
      expect(await may(who, 'ecr:UploadLayerPart', repository)).toBe(uploads);
      expect(await may(who, 'ecr:BatchDeleteImage', repository)).toBe(false);
    }
  });

  test('keep each build under its digest and its tag; only tags of environments move', () => {
    const repositories = stackOf('organisation-account').of('aws_ecr_repository');
    const images = repositories.map(({ is }) => is.name.replace('guildhall/', ''));
    expect(images).toEqual(
      expect.arrayContaining([
        'gateway',
        'web',
        'people',
        'migrate',
        'prometheus',
        'frontend',
        'code-server',
      ]),
    );
    for (const { is } of repositories)
      expect(is).toMatchObject({
        image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
        image_tag_mutability_exclusion_filter: [{ filter: 'env-*', filter_type: 'WILDCARD' }],
        image_scanning_configuration: { scan_on_push: true },
      });
  });
});

describe('a service', () => {
  test('reads its own files, writes them, and sees no others', async () => {
    const people: Principal = {
      arn: `arn:aws:iam::${accounts.prod}:role/guildhall/live/live-people`,
      organisationId,
      policies: policiesOfRole(stackOf('live'), 'live-people'),
      boundary: policyAt(stackOf('prod-account'), 'boundary-live/policy'),
    };
    const bucket = (purpose: string) => `arn:aws:s3:::guildhall-${accounts.prod}-live-${purpose}`;
    expect(await asks(people, 's3:PutObject', `${bucket('workspace')}/people/a`)).toBe(true);
    expect(await asks(people, 's3:GetObject', `${bucket('workspace')}/staffing/a`)).toBe(false);
    expect(await asks(people, 's3:GetObject', `${bucket('data')}/people/a`)).toBe(false);
    expect(await asks(people, 's3:ListBucket', bucket('workspace'), { 's3:prefix': 'people/' })).toBe(true);
    expect(await asks(people, 's3:ListBucket', bucket('workspace'), { 's3:prefix': '' })).toBe(false);
  });
});
