import { EcrLifecyclePolicy } from '@cdktn/provider-aws/lib/ecr-lifecycle-policy/index.js';
import { EcrRegistryScanningConfiguration } from '@cdktn/provider-aws/lib/ecr-registry-scanning-configuration/index.js';
import { EcrRepositoryPolicy } from '@cdktn/provider-aws/lib/ecr-repository-policy/index.js';
import { EcrRepository } from '@cdktn/provider-aws/lib/ecr-repository/index.js';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration/configuration.ts';
import type { Account } from '../configuration/configurationSchema.ts';
import { repositoryArn } from '../configuration/names.ts';
import { policyDocument } from '../policies/policyDocument.ts';
import { Deployer, workflowsOf } from './deployer.ts';

/** The tags that move: `env-live` is what live runs. */
const environmentTags = 'env-*';
/** How many images of one name are kept that no environment runs. */
const keptBuilds = 50;

/**
 * A registry for each image: what is in it never changes under its digest or its commit; which image an environment runs is
 * a tag, which moves. Accounts of the organisation pull, and nobody else.
 */
export class Registries extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      account,
      images,
      environments,
      configuration,
    }: {
      account: Account;
      images: readonly string[];
      /** Those that images are promoted to. */
      environments: readonly string[];
      configuration: Configuration;
    },
  ) {
    super(scope, id);
    new EcrRegistryScanningConfiguration(this, 'scanning', {
      scanType: 'ENHANCED',
      rule: [
        {
          scanFrequency: 'CONTINUOUS_SCAN',
          repositoryFilter: [{ filter: 'guildhall/*', filterType: 'WILDCARD' }],
        },
      ],
    });
    for (const image of images) {
      const repository = new EcrRepository(this, image, {
        name: `guildhall/${image}`,
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilter: [{ filter: environmentTags, filterType: 'WILDCARD' }],
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: [{ encryptionType: 'KMS' }],
        forceDelete: false,
        lifecycle: { preventDestroy: true },
      });
      new EcrRepositoryPolicy(this, `${image}-policy`, {
        repository: repository.name,
        policy: policyDocument([
          {
            Sid: 'AccountsOfTheOrganisationPull',
            Effect: 'Allow',
            Principal: '*',
            Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            Condition: { StringEquals: { 'aws:PrincipalOrgID': configuration.organisation.id } },
          },
        ]),
      });
      new EcrLifecyclePolicy(this, `${image}-lifecycle`, {
        repository: repository.name,
        policy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              // What one rule selects, no later one takes away.
              description: 'What an environment runs stays, however old',
              selection: {
                tagStatus: 'tagged',
                tagPatternList: [environmentTags],
                countType: 'imageCountMoreThan',
                countNumber: 1000,
              },
              action: { type: 'expire' },
            },
            {
              rulePriority: 2,
              description: 'Older builds go',
              selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: keptBuilds },
              action: { type: 'expire' },
            },
          ],
        }),
      });
    }

    const repositories = images.map((image) => repositoryArn(account, image));
    const signIn = {
      Sid: 'SignIn',
      Effect: 'Allow',
      Action: 'ecr:GetAuthorizationToken',
      Resource: '*',
    } as const;
    const look = [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:DescribeImageScanFindings',
      'ecr:DescribeImages',
      'ecr:GetDownloadUrlForLayer',
    ];
    new Deployer(this, 'publish', {
      name: 'guildhall-publish',
      account,
      repository: configuration.repository,
      subjects: ['ref:refs/heads/main'],
      workflows: workflowsOf(configuration.repository, 'deliver'),
      statements: [
        signIn,
        {
          Sid: 'BringImages',
          Effect: 'Allow',
          Action: [
            ...look,
            'ecr:CompleteLayerUpload',
            'ecr:InitiateLayerUpload',
            'ecr:PutImage',
            'ecr:UploadLayerPart',
          ],
          Resource: repositories,
        },
      ],
    });
    new Deployer(this, 'promote', {
      name: 'guildhall-promote',
      account,
      repository: configuration.repository,
      subjects: environments.map((environment) => `environment:${environment}`),
      workflows: workflowsOf(configuration.repository, 'deploy'),
      statements: [
        signIn,
        // A tag for what is there already: without uploading, nothing new can come.
        { Sid: 'TagImages', Effect: 'Allow', Action: [...look, 'ecr:PutImage'], Resource: repositories },
      ],
    });
  }
}
