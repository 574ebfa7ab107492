import type { TerraformResource } from 'cdktn';
import { Construct } from 'constructs';
import { onceDeployables } from '../deployables/deployables.ts';
import type { Database } from './database.ts';
import { Once } from './once.ts';
import type { Place } from './place.ts';

/** Pending migrations, and generated data where there shall be any: both before any service changes. */
export class Migrations extends Construct {
  readonly migrate: Once;
  /** The last of them. */
  readonly done: TerraformResource;

  constructor(
    scope: Construct,
    id: string,
    { place, database, generatedData }: { place: Place; database: Database; generatedData: boolean },
  ) {
    super(scope, id);
    const domainUrls = Object.values(database.domainUrls);
    const common = { place, settings: {}, statements: [], reaches: [{ group: database.group, port: 5432 }] };
    this.migrate = new Once(this, 'migrate', {
      ...common,
      deployable: onceDeployables.migrate,
      // The addresses of the services too: their passwords are set from there.
      secrets: [database.ownerUrl, ...domainUrls],
      after: [],
    });
    this.done = this.migrate.resource;
    if (!generatedData) return;
    this.done = new Once(this, 'seed', {
      ...common,
      deployable: onceDeployables.seed,
      secrets: domainUrls,
      after: [this.migrate.resource],
    }).resource;
  }
}
