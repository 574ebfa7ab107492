import { TerraformVariable, VariableType } from 'cdktn';
import { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { repositoryUrl } from '../configuration/names.ts';

/**
 * The digests of the images that a stack runs, given when it is applied. There is no default: who leaves one out is
 * told which, and nothing is applied.
 */
export class Images extends Construct {
  readonly #registry: Account;
  /** All of them, by image. */
  readonly digests: unknown;

  constructor(
    scope: Construct,
    id: string,
    { names, registry }: { names: readonly string[]; registry: Account },
  ) {
    super(scope, id);
    this.#registry = registry;
    const variable = new TerraformVariable(this, 'digests', {
      type: VariableType.object(Object.fromEntries(names.map((name) => [name, VariableType.STRING]))),
      nullable: false,
      description: 'The digest of each image, sha256:…',
      validation: [
        {
          condition:
            '${alltrue([for digest in values(var.images) : can(regex("^sha256:[0-9a-f]{64}$", digest))])}',
          errorMessage: 'Each image is given by its digest, sha256: and 64 hexadecimal digits.',
        },
      ],
    });
    variable.overrideLogicalId('images');
    this.digests = variable.value;
  }

  /** The address of an image, by its digest. */
  addressOf(image: string): string {
    return `${repositoryUrl(this.#registry, image)}@\${var.images.${image}}`;
  }
}
