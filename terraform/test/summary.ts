import { createHash } from 'node:crypto';
import { type Stack, containersOf, listed, policiesOf } from './synthesized.ts';

/**
 * A stack in as many lines as a person reads: what runs, who reaches whom, who may do what, and each resource with a few
 * letters that change when anything of it does.
 */
export function summaryOf(stack: Stack): string {
  return [
    ['Runs', runs(stack)],
    ['Reaches', reaches(stack)],
    ['May', rights(stack)],
    ['Is made of', resources(stack)],
  ]
    .filter(([, lines]) => lines!.length > 0)
    .map(
      ([title, lines]) => `${title as string}\n${(lines as string[]).map((line) => `  ${line}\n`).join('')}`,
    )
    .join('\n');
}

function runs(stack: Stack): string[] {
  const services = new Map(
    stack.of('aws_ecs_service').map(({ is }) => [stack.at(is.task_definition).address, is]),
  );
  return stack.of('aws_ecs_task_definition').map((task) => {
    const [{ name, image, secrets }] = containersOf(task) as [ReturnType<typeof containersOf>[number]];
    const service = services.get(task.address);
    const target = stack
      .of('aws_appautoscaling_target')
      .find(({ is }) => is.resource_id.endsWith(`/${name}`));
    const count = target
      ? `${target.is.min_capacity} to ${target.is.max_capacity}`
      : (service?.desired_count ?? 'once');
    const names = secrets.map((secret) => secret.name).join(', ');
    return `${name}: ${image.split('/').at(-1)!.split('@')[0]}, ${count}, ${task.is.cpu}/${task.is.memory}${names && `, with ${names}`}`;
  });
}

function reaches(stack: Stack): string[] {
  const nameOf = (group: string) => stack.at(group).is.name as string;
  const ingress = stack.of('aws_vpc_security_group_ingress_rule').map(({ is }) => {
    const from = is.cidr_ipv4 ?? nameOf(is.referenced_security_group_id);
    return `${from} -> ${nameOf(is.security_group_id)}:${is.from_port}`;
  });
  const outside = stack
    .of('aws_vpc_security_group_egress_rule')
    .filter(({ is }) => is.cidr_ipv4)
    .map(({ is }) => `${nameOf(is.security_group_id)} -> ${is.cidr_ipv4}:${is.from_port}`);
  return [...ingress, ...outside].toSorted();
}

function rights(stack: Stack): string[] {
  return policiesOf(stack)
    .flatMap(({ resource: { path }, argument, statements }) =>
      statements.map(({ Sid, Effect, Action, Resource, Condition }) => {
        const actions = listed(Action);
        const what =
          actions.length > 4
            ? `${actions.slice(0, 3).join(', ')} and ${actions.length - 3} more`
            : actions.join(', ');
        const on =
          listed(Resource).length > 1
            ? `${listed(Resource).length} resources`
            : (listed(Resource)[0] ?? 'it');
        const when = Condition ? ` when ${Object.values(Condition).flatMap(Object.keys).join(', ')}` : '';
        return `${path}${argument === 'policy' ? '' : ' (trust)'} ${Sid}: ${Effect} ${what} on ${on}${when}`;
      }),
    )
    .toSorted();
}

function resources(stack: Stack): string[] {
  return stack.resources
    .map(({ type, path, is }) => {
      // The scopes of people come with domains, and are not what this is about.
      const text = JSON.stringify(is).replace(/(OIDC_SCOPES\\",\\"value\\":\\")[^"\\]+/, '$1');
      return `${type} ${path} ${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
    })
    .toSorted();
}
