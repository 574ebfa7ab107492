/**
 * The parts of the app, one for each persona, told apart by the first segment of the path. An organisation stands in
 * the path, so that two tabs can act for two of them; each has a session of its own.
 *
 * | path                    | for                                                     |
 * | ----------------------- | ------------------------------------------------------- |
 * | `/f/<organisation id>/` | those who plan for the facilities of an organisation    |
 * | `/a/`                   | agents                                                  |
 * | `/s/`                   | support staff of the company                            |
 * | `/w/`                   | everybody: workshops, whatever else they do             |
 */
export interface Area {
  readonly role: 'facility' | 'agent' | 'company' | 'everybody';
  /** The organisation to act for; null where the role alone decides. */
  readonly organisationId: string | null;
  /** What its session is called; where everybody may go, others do as well, see `sessionOfArea`. */
  readonly key: string;
  /** What its paths begin with, without a slash at the end. */
  readonly base: string;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const agents: Area = { role: 'agent', organisationId: null, key: 'a', base: '/a' };
const support: Area = { role: 'company', organisationId: null, key: 's', base: '/s' };
const workshops: Area = { role: 'everybody', organisationId: null, key: 'w', base: '/w' };

/** The area that a path lies in; null for those that need no sign-in, and for those that do not exist. */
export function areaOf(pathname: string): Area | null {
  const [, first, second = ''] = pathname.split('/');
  if (first === 'a') return agents;
  if (first === 's') return support;
  if (first === 'w') return workshops;
  return first === 'f' && uuid.test(second) ? facilityArea(second) : null;
}

/** The area in which a member of an organisation acts; null when the app has none for the role. */
export function areaOfMembership(role: string, organisationId: string): Area | null {
  if (role === 'agent') return agents;
  if (role === 'company') return support;
  if (role === 'member') return workshops;
  return role === 'facility' ? facilityArea(organisationId) : null;
}

const homes = { facility: 'week', agent: 'shifts', company: '', everybody: '' } as const;

/** The first page of an area. */
export function homeOf(area: Area): string {
  return [area.base, homes[area.role]].filter(Boolean).join('/');
}

function facilityArea(organisationId: string): Area {
  return { role: 'facility', organisationId, key: `f.${organisationId}`, base: `/f/${organisationId}` };
}
