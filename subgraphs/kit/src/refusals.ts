/** Refusals that every domain words alike; their GraphQL types stand in schema/shared.graphql. */

export interface NotFound {
  readonly __typename: 'NotFound';
  readonly message: string;
  readonly id: string;
}

export interface InvalidInput {
  readonly __typename: 'InvalidInput';
  readonly message: string;
  readonly field: string;
}

export interface StillInUse {
  readonly __typename: 'StillInUse';
  readonly message: string;
}

export interface AlreadyExists {
  readonly __typename: 'AlreadyExists';
  readonly message: string;
}

export interface NotPermitted {
  readonly __typename: 'NotPermitted';
  readonly message: string;
}

export interface NotPossibleNow {
  readonly __typename: 'NotPossibleNow';
  readonly message: string;
}

/** @param what The kind of record, as in "There is no shift …". */
export function notFound(what: string, id: string): NotFound {
  return {
    __typename: 'NotFound',
    message: `There is no ${what} with the id ${id} that you may see. It may have been deleted; look it up again.`,
    id,
  };
}

/** @param field The path of the input field that has to change. */
export function invalidInput(field: string, message: string): InvalidInput {
  return { __typename: 'InvalidInput', field, message };
}

export function stillInUse(message: string): StillInUse {
  return { __typename: 'StillInUse', message };
}

export function alreadyExists(message: string): AlreadyExists {
  return { __typename: 'AlreadyExists', message };
}

export function notPermitted(message: string): NotPermitted {
  return { __typename: 'NotPermitted', message };
}

export function notPossibleNow(message: string): NotPossibleNow {
  return { __typename: 'NotPossibleNow', message };
}

/**
 * What the triggers of a domain refuse, by their SQLSTATEs: GH001 a status out of order, GH002 a value that is not
 * the viewer's to write, GH003 too early, GH004 too late. Their messages are written for people.
 */
export const triggerRefusals = {
  GH001: ({ message }: { message: string }) => notPossibleNow(message),
  GH002: ({ message }: { message: string }) => notPermitted(message),
  GH003: ({ message }: { message: string }) => notPossibleNow(message),
  GH004: ({ message }: { message: string }) => notPossibleNow(message),
};
