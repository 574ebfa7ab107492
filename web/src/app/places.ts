import type { Place } from '../design/place.ts';
import type { Area } from '../session/area.ts';

const icons = {
  house: 'M3 9l7-6 7 6v8h-5v-5H8v5H3z',
  week: 'M3 4h14v13H3zM3 8h14M8 8v9M13 8v9',
  people: 'M7 9a3 3 0 100-6 3 3 0 000 6zM2 17a5 5 0 0110 0M13 4a3 3 0 010 5M15 12a5 5 0 013 5',
  bars: 'M4 17v-6M10 17V4M16 17V9',
  list: 'M3 5h14M3 10h14M3 15h14',
};

/** The places of each area, in the order of its navigation; a page that is not here has no link to it. */
const places: Record<Area['role'], readonly (Omit<Place, 'href'> & { page: string })[]> = {
  facility: [
    { label: 'Week', page: 'week', icon: icons.week },
    { label: 'Shifts', page: 'shifts', icon: icons.list },
    { label: 'Agents', page: 'agents', icon: icons.people },
    { label: 'Figures', page: 'figures', icon: icons.bars },
    { label: 'Profile', page: 'profile', icon: icons.house },
  ],
  agent: [{ label: 'Facilities', page: 'facilities', icon: icons.list }],
  company: [{ label: 'Facilities', page: 'facilities', icon: icons.list }],
};

/** The places of an area, with their addresses. */
export const placesOf = (area: Area): Place[] =>
  places[area.role].map(({ page, ...place }) => ({ ...place, href: `${area.base}/${page}` }));
