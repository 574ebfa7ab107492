import type { Viewer } from '@guildhall/kit/viewer';
import type { GraphQLResolveInfo } from 'graphql';
import { type Requirement, describeRequirement } from './requirement.ts';
import { and, or, rule } from './shield.ts';

/** One distinct rule of the graph, however many fields it protects. */
export interface AccessRule {
  /** What it was made of. */
  requirement: Requirement;
  /** What the caller lacks when it does not hold, as the end of the sentence "… needs". */
  needs: string;
  /** Whether it holds; within one context every part of a rule is worked out once. */
  holds(context: AccessContext): Promise<boolean>;
}

/** What rules are resolved against: one for each operation. */
export interface AccessContext {
  viewer: Viewer;
  /** graphql-shield's cache for rules that are the same throughout an operation. */
  _shield: { cache: Record<string, never> };
}

/** The context of one operation. */
export function createAccessContext(viewer: Viewer): AccessContext {
  return { viewer, _shield: { cache: {} } };
}

type ShieldRule = ReturnType<typeof and> | ReturnType<typeof or> | ReturnType<ReturnType<typeof rule>>;

/** Whether a viewer is anybody at all. */
export function isSignedIn(viewer: Viewer): boolean {
  return viewer.role !== 'anonymous';
}

/** Makes the graphql-shield rule of a requirement. */
export function createAccessRule(requirement: Requirement): AccessRule {
  const shieldRule = compile(requirement);
  // No field is being resolved, so a rule is given neither parent, arguments nor info.
  const noInfo = {} as GraphQLResolveInfo;
  const options = { debug: true } as Parameters<ShieldRule['resolve']>[4];
  return {
    requirement,
    needs: describeRequirement(requirement),
    holds: async (context) => (await shieldRule.resolve({}, {}, context, noInfo, options)) === true,
  };
}

function compile(requirement: Requirement): ShieldRule {
  switch (requirement.kind) {
    case 'authenticated':
      return viewerRule('authenticated', isSignedIn);
    case 'scopes':
      return anyOfAll(requirement.anyOf, (scope) =>
        viewerRule(`scope ${scope}`, (viewer) => isSignedIn(viewer) && viewer.scopes.includes(scope)),
      );
    case 'policies':
      return anyOfAll(requirement.anyOf, (role) =>
        viewerRule(`role ${role}`, (viewer) => isSignedIn(viewer) && viewer.role === role),
      );
  }
}

function viewerRule(name: string, test: (viewer: Viewer) => boolean): ShieldRule {
  return rule(name, { cache: 'contextual' })((_parent, _args, context: AccessContext) =>
    test(context.viewer),
  );
}

function anyOfAll(anyOf: readonly (readonly string[])[], ruleOf: (name: string) => ShieldRule): ShieldRule {
  return or(...anyOf.map((allOf) => and(...allOf.map(ruleOf))));
}
