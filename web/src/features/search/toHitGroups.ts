import type {
  FoundAgentFragment,
  FoundFacilityFragment,
  FoundOrganisationFragment,
  FoundPersonFragment,
  FoundShiftFragment,
  FoundWorkshopFragment,
} from '../../../generated/graphql.ts';
import { formatDay, formatSpan } from '../../design/format.ts';
import type { Hit, HitGroup } from './hit.ts';

/** What was found, kind by kind. */
export interface Found {
  people: readonly FoundPersonFragment[];
  organisations: readonly FoundOrganisationFragment[];
  facilities: readonly FoundFacilityFragment[];
  agents: readonly FoundAgentFragment[];
  shifts: readonly FoundShiftFragment[];
  workshops: readonly FoundWorkshopFragment[];
}

/**
 * What was found, as it is shown; kinds of which nothing was found are left out.
 *
 * @param text what was looked for, to look for more of a kind in its list; null when it was an id.
 */
export function toHitGroups(found: Found, text: string | null, locale: string): HitGroup[] {
  const groups: HitGroup[] = [
    {
      label: 'People',
      hits: found.people.map(({ id, name, contact }) => ({
        id,
        title: name,
        detail: words([contact?.email, contact?.phone]),
        href: `/s/people/${id}`,
      })),
    },
    {
      label: 'Organisations',
      hits: found.organisations.map(({ id, name, kind }) => ({
        id,
        title: name,
        detail: `${kind.slice(0, 1)}${kind.slice(1).toLowerCase()}`,
        href: `/s/organisations/${id}`,
      })),
    },
    {
      label: 'Facilities',
      hits: found.facilities.map(({ id, name, address }) => ({
        id,
        title: name,
        detail: words([address]),
        href: `/s/facilities/${id}`,
      })),
    },
    { label: 'Agents', hits: withoutDoubles(found.agents.map(agentHit)) },
    {
      label: 'Shifts',
      hits: found.shifts.map(({ id, startsAt, endsAt, status, facility, qualification }) => {
        const [start, end] = [new Date(startsAt), new Date(endsAt)];
        const reader = { locale, timeZone: facility.timeZone };
        return {
          id,
          title: `${formatDay(start, reader)}, ${formatSpan(start, end, reader)}`,
          detail: words([facility.name, qualification?.displayName, status.toLowerCase()]),
          href: `/s/shifts/${id}`,
        };
      }),
    },
    {
      label: 'Workshops',
      hits: found.workshops.map(({ id, title, place, startsAt, endsAt, timeZone, status }) => {
        const [start, end] = [new Date(startsAt), new Date(endsAt)];
        const reader = { locale, timeZone };
        const when = `${formatDay(start, reader)}, ${formatSpan(start, end, reader)}`;
        return { id, title, detail: words([when, place, status.toLowerCase()]), href: `/w/${id}` };
      }),
    },
  ];
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map(({ label, hits }) => ({
      label,
      hits: [...hits, ...(hits.length < few || text === null ? [] : [allOf(label, text)])],
    }));
}

/** From so many on there may be more. */
const few = 5;

const allOf = (label: string, text: string): Hit => ({
  id: 'all',
  title: `All ${label.toLowerCase()} with “${text}”`,
  detail: '',
  href:
    label === 'Workshops'
      ? `/w?show=all&q=${encodeURIComponent(text)}`
      : `/s/${label.toLowerCase()}?q=${encodeURIComponent(text)}`,
});

const agentHit = ({ id, person, homeArea, qualifications }: FoundAgentFragment): Hit => ({
  id,
  title: person?.name ?? 'Agent without a name',
  detail: words([
    homeArea,
    ...qualifications.slice(0, 2).map(({ qualification }) => qualification.displayName),
  ]),
  href: `/s/agents/${id}`,
});

const words = (values: readonly (string | null | undefined)[]) => values.filter(Boolean).join(' · ');

const withoutDoubles = (hits: readonly Hit[]) => [...new Map(hits.map((hit) => [hit.id, hit])).values()];
