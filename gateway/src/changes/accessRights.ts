import { type Viewer, anonymous } from '@guildhall/kit/viewer';
import { isObjectType } from 'graphql';
import { type AccessRule, createAccessContext } from '../access/accessRule.ts';
import type { AccessRules } from '../access/accessRules.ts';
import type { Personas } from '../personas.ts';

/**
 * Who may ask for what: by coordinate (`Type.field` of an object, `Type.field.argument`) the roles that may, each
 * with all scopes that it may be granted. `anonymous` stands for those who did not sign in.
 */
export type AccessRights = ReadonlyMap<string, readonly string[]>;

/** Works out who may ask for each field and give each argument of a graph. */
export async function accessRightsOf(rules: AccessRules, personas: Personas): Promise<AccessRights> {
  const viewers: Viewer[] = [
    anonymous,
    ...[...personas].map(([role, { scopes }]) => ({
      personId: null,
      organisationId: null,
      role,
      scopes,
    })),
  ];
  const contexts = viewers.map((viewer) => ({ role: viewer.role, context: createAccessContext(viewer) }));
  const holders = new Map<AccessRule, Promise<ReadonlySet<string>>>();
  const holdersOf = (rule: AccessRule) => {
    const known =
      holders.get(rule) ??
      Promise.all(
        contexts.map(async ({ role, context }) => ((await rule.holds(context)) ? [role] : [])),
      ).then((roles) => new Set(roles.flat()));
    holders.set(rule, known);
    return known;
  };
  const rolesOf = async (needed: readonly AccessRule[]) => {
    const sets = await Promise.all(needed.map(holdersOf));
    return contexts.map(({ role }) => role).filter((role) => sets.every((set) => set.has(role)));
  };

  const rights = new Map<string, readonly string[]>();
  for (const type of Object.values(rules.schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const ofField = rules.ofField(type, field.name);
      rights.set(coordinate, await rolesOf(ofField));
      for (const { name } of field.args) {
        const needed = [...ofField, ...rules.ofArgument(type, field.name, name)];
        rights.set(`${coordinate}.${name}`, await rolesOf(needed));
      }
    }
  }
  return rights;
}

/** How the rights of one role on what both graphs have differ. */
export interface AccessChange {
  role: string;
  /** What it could ask for and no longer may: broken for it. */
  lost: readonly string[];
  /** What it may ask for now, and could not. */
  gained: readonly string[];
}

/** The roles whose rights differ, in the order of the personas. */
export function accessChanges(before: AccessRights, after: AccessRights): AccessChange[] {
  const roles = [...new Set([...before.values(), ...after.values()].flat())];
  const common = [...after.keys()].filter((coordinate) => before.has(coordinate));
  // An argument changes with its field; alone it is told only when the field does not.
  const withoutFollowers = (coordinates: readonly string[]) =>
    coordinates.filter((coordinate) => !coordinates.includes(fieldOf(coordinate)));
  return roles
    .map((role) => {
      const had = (coordinate: string) => before.get(coordinate)!.includes(role);
      const has = (coordinate: string) => after.get(coordinate)!.includes(role);
      return {
        role,
        lost: withoutFollowers(common.filter((coordinate) => had(coordinate) && !has(coordinate))),
        gained: withoutFollowers(common.filter((coordinate) => !had(coordinate) && has(coordinate))),
      };
    })
    .filter(({ lost, gained }) => lost.length > 0 || gained.length > 0);
}

/** `Type.field` of an argument; nothing that is a coordinate for a field itself. */
function fieldOf(coordinate: string): string {
  const parts = coordinate.split('.');
  return parts.length === 3 ? parts.slice(0, 2).join('.') : '';
}
