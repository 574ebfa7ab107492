import type { Viewer } from '@guildhall/kit/viewer';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createAccessContext, isSignedIn } from './accessRule.ts';
import type { AccessRules } from './accessRules.ts';
import { type OperationRule, conditionVariables, operationRules, readConditions } from './operationAccess.ts';

/** A validated operation, as the access check needs to know it. */
export interface CheckedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Stands for the document's text. */
  documentHash: string;
  variables?: Readonly<Record<string, unknown>>;
  viewer: Viewer;
}

/**
 * Makes the check that an operation passes before it is planned.
 *
 * What an operation needs is worked out once for each set of values of its `@skip` and `@include`
 * variables; after that a check costs one evaluation for each distinct rule.
 *
 * @returns a function that throws a GraphQLError naming every refused field and what it needs, with code
 *   UNAUTHENTICATED when nobody is signed in and FORBIDDEN otherwise.
 */
export function createAccessCheck(rules: AccessRules): (operation: CheckedOperation) => Promise<void> {
  const variablesOf = new LRUCache<string, readonly string[]>({ max: 2_000 });
  const rulesOf = new LRUCache<string, readonly OperationRule[]>({ max: 5_000 });

  return async ({ document, operation, documentHash, variables, viewer }) => {
    const names = variablesOf.get(documentHash) ?? conditionVariables(document);
    variablesOf.set(documentHash, names);
    const conditions = readConditions(names, operation, variables);
    const values = [...conditions.values()].join();
    const key = `${documentHash} ${operation.name?.value ?? ''} ${values}`;
    const needed = rulesOf.get(key) ?? operationRules(rules, document, operation, conditions);
    rulesOf.set(key, needed);

    const context = createAccessContext(viewer);
    const held = await Promise.all(needed.map(({ rule }) => rule.holds(context)));
    if (!held.every(Boolean))
      throw refusalOf(
        needed.filter((_, index) => !held[index]),
        viewer,
      );
  };
}

/** The error of rules that do not hold, naming every field that asks for them and what it needs. */
export function refusalOf(missing: readonly OperationRule[], viewer: Viewer): GraphQLError {
  const needsOf = new Map<string, string[]>();
  for (const { rule, fields } of missing) {
    for (const field of fields) needsOf.set(field, [...(needsOf.get(field) ?? []), rule.needs]);
  }
  const refused = [...needsOf]
    .map(([field, needs]) => ({ field, needs: needs.toSorted() }))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1));
  const list = refused.map(({ field, needs }) => `${field} needs ${needs.join(' and ')}`).join('; ');
  return isSignedIn(viewer)
    ? new GraphQLError(`You may not run this operation, and nothing of it was run: ${list}.`, {
        extensions: { code: 'FORBIDDEN', refused, http: { status: 403 } },
      })
    : new GraphQLError(`Sign in to run this operation, nothing of it was run: ${list}.`, {
        extensions: { code: 'UNAUTHENTICATED', refused, http: { status: 401 } },
      });
}
