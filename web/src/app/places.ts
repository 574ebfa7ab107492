import type { Place } from '../design/place.ts';
import type { Area } from '../session/area.ts';

const icons = {
  house: 'M3 9l7-6 7 6v8h-5v-5H8v5H3z',
  list: 'M3 5h14M3 10h14M3 15h14',
  calendar: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  plus: 'M10 4v12M4 10h12',
  clock: 'M10 3a7 7 0 1 0 .01 0M10 6v4l3 2',
  person: 'M10 4a3 3 0 1 0 .01 0M4 17c0-4 12-4 12 0',
};

/** The places of each area, in the order of its navigation; a page that is not here has no link to it. */
const places: Record<Area['role'], readonly (Omit<Place, 'href'> & { page: string })[]> = {
  facility: [{ label: 'Profile', page: 'profile', icon: icons.house }],
  agent: [
    { label: 'My shifts', page: 'shifts', icon: icons.calendar },
    { label: 'Open shifts', page: 'open', icon: icons.plus },
    { label: 'Facilities', page: 'facilities', icon: icons.house },
    { label: 'Hours', page: 'hours', icon: icons.clock },
    { label: 'Profile', page: 'profile', icon: icons.person },
  ],
  company: [{ label: 'Facilities', page: 'facilities', icon: icons.list }],
};

/** The places of an area, with their addresses. */
export const placesOf = (area: Area): Place[] =>
  places[area.role].map(({ page, ...place }) => ({ ...place, href: `${area.base}/${page}` }));
