import type { Account } from './configurationSchema.ts';

// Names are worked out, not looked up: a policy of one account can name what stands in another, and a test can read it.

/** The bucket of an environment for one purpose. Bucket names are the world's, hence the account in them. */
export const bucketName = (account: Account, environment: string, purpose: string) =>
  `guildhall-${account.id}-${environment}-${purpose}`;

export const bucketArn = (name: string) => `arn:aws:s3:::${name}`;

/** The bucket in the organisation's account that keeps the states of one account's stacks. */
export const stateBucketName = (organisation: Account, account: Account) =>
  `guildhall-${organisation.id}-state-${account.id}`;

/** The alias of the key of one account's states. */
export const stateKeyAlias = (account: Account) => `alias/guildhall-state-${account.id}`;

/** Roles of an environment have a path of their own, which the role that deploys it is confined to. */
export const rolePath = (environment: string) => `/guildhall/${environment}/`;

export const roleArn = (account: Account, environment: string, role: string) =>
  `arn:aws:iam::${account.id}:role${rolePath(environment)}${role}`;

/** What guards an environment: it by itself; tickets share one. */
export const guardOf = (environment: string) => (environment.startsWith('ticket-') ? 'ticket' : environment);

export const boundaryName = (environment: string) => `boundary-${guardOf(environment)}`;

/** The most that a role of an environment can ever do, whatever its policies say. */
export const boundaryArn = (account: Account, environment: string) =>
  `arn:aws:iam::${account.id}:policy/guildhall/${boundaryName(environment)}`;

/** The role that GitHub's workflows take on to deploy an environment; tickets share one. */
export const deployRoleName = (environment: string) => `guildhall-deploy-${guardOf(environment)}`;

/** Where an image is pulled from; the digest follows. */
export const repositoryUrl = (registry: Account, image: string) =>
  `${registry.id}.dkr.ecr.${registry.region}.amazonaws.com/guildhall/${image}`;

export const repositoryArn = (registry: Account, image: string) =>
  `arn:aws:ecr:${registry.region}:${registry.id}:repository/guildhall/${image}`;

/** A secret of an environment; what follows its name in ARNs is AWS's own. */
export const secretName = (environment: string, variable: string) => `guildhall/${environment}/${variable}`;

/** The role of the organisation's account that reads what authorities share, the only one. */
export const readerRoleArn = (organisation: Account) =>
  `arn:aws:iam::${organisation.id}:role/guildhall/sharing/shared-reader`;

/** The alias by which another account's policy tells the key of a shared bucket. */
export const sharedKeyAlias = (environment: string) => `alias/guildhall-${environment}-shared`;
