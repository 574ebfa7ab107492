import { TerraformResource } from 'cdktn';
import type { Construct } from 'constructs';
import { Task, type TaskOptions } from './task.ts';

/**
 * A task that runs to its end whenever its definition changes, its image above all, and has to succeed: what
 * comes after it is left as it is when it fails, and the next apply runs it again.
 */
export class Once extends Task {
  readonly resource: TerraformResource;
  /** Where it runs, as `aws ecs run-task --network-configuration` takes it. */
  readonly networkConfiguration: string;

  constructor(
    scope: Construct,
    id: string,
    options: TaskOptions & { readonly after: readonly TerraformResource[] },
  ) {
    super(scope, id, options);
    const { cluster, network } = options.place;
    this.networkConfiguration = `awsvpcConfiguration={subnets=[${network.subnets.private.join(',')}],securityGroups=[${this.group.id}],assignPublicIp=DISABLED}`;
    // Not cdktn's own class for it, which looks for a terraform to run.
    this.resource = new TerraformResource(this, 'run', {
      terraformResourceType: 'terraform_data',
      dependsOn: [...options.after, ...this.group.waysOut],
      provisioners: [
        {
          type: 'local-exec',
          interpreter: ['bash', '-euo', 'pipefail', '-c'],
          environment: {
            AWS_REGION: options.place.site.account.region,
            CLUSTER: cluster.arn,
            DEFINITION: this.definitionArn,
            NETWORK: this.networkConfiguration,
          },
          command: [
            'task=$(aws ecs run-task --cluster "$CLUSTER" --task-definition "$DEFINITION" --launch-type FARGATE --network-configuration "$NETWORK" --started-by terraform --query "tasks[0].taskArn" --output text)',
            'echo "Waiting for $task"',
            // A waiter gives up after ten minutes; the third one may fail.
            'aws ecs wait tasks-stopped --cluster "$CLUSTER" --tasks "$task" || aws ecs wait tasks-stopped --cluster "$CLUSTER" --tasks "$task" || aws ecs wait tasks-stopped --cluster "$CLUSTER" --tasks "$task"',
            'code=$(aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$task" --query "tasks[0].containers[0].exitCode" --output text)',
            `test "$code" = 0 || { echo "${options.deployable.name} ended with $code: its log is in ${this.log.name}" >&2; exit 1; }`,
          ].join('\n'),
        },
      ],
    });
    this.resource.addOverride('triggers_replace', { definition: this.definitionArn });
  }
}
