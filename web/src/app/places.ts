import type { Place } from '../design/place.ts';
import type { Area } from '../session/area.ts';

const icons = {
  house: 'M3 9l7-6 7 6v8h-5v-5H8v5H3z',
  week: 'M3 4h14v13H3zM3 8h14M8 8v9M13 8v9',
  people: 'M7 9a3 3 0 100-6 3 3 0 000 6zM2 17a5 5 0 0110 0M13 4a3 3 0 010 5M15 12a5 5 0 013 5',
  bars: 'M4 17v-6M10 17V4M16 17V9',
  list: 'M3 5h14M3 10h14M3 15h14',
  search: 'M9 3a6 6 0 100 12A6 6 0 009 3zM13.5 13.5L17 17',
  flag: 'M5 17V3h10l-2 3.5L15 10H5',
  person: 'M10 10a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3.5 17c.6-3 3.200-5 6.500-5s5.900 2 6.500 5',
  badge: 'M4 3h12v14H4zM8 13h4M10 10a1.500 1.500 0 100-3 1.500 1.500 0 000 3',
  calendar: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  braces: 'M7 3C4 3 6 9 3.500 10 6 11 4 17 7 17M13 3c3 0 1 6 3.500 7-2.500 1-.500 7-3.500 7',
  plus: 'M10 4v12M4 10h12',
  workshop: 'M3 4h14v9H3zM7 17l3-4 3 4M7 7h6',
  tick: 'M3 5h14v12H3zM7 3v4M13 3v4M7 12l2 2 4-4',
  clock: 'M10 3a7 7 0 1 0 .01 0M10 6v4l3 2',
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
  agent: [
    { label: 'My shifts', page: 'shifts', icon: icons.calendar },
    { label: 'Open shifts', page: 'open', icon: icons.plus },
    { label: 'Facilities', page: 'facilities', icon: icons.house },
    { label: 'Hours', page: 'hours', icon: icons.clock },
    { label: 'Profile', page: 'profile', icon: icons.person },
  ],
  company: [
    { label: 'Search', page: '', icon: icons.search, isExact: true },
    { label: 'Flags', page: 'flags', icon: icons.flag },
    { label: 'People', page: 'people', icon: icons.person },
    { label: 'Shifts', page: 'shifts', icon: icons.calendar },
    { label: 'Organisations', page: 'organisations', icon: icons.house },
    { label: 'Facilities', page: 'facilities', icon: icons.list },
    { label: 'Agents', page: 'agents', icon: icons.badge },
    { label: 'Explorer', page: 'explorer', icon: icons.braces, isDocument: true },
  ],
  everybody: [
    { label: 'Workshops', page: '', icon: icons.workshop, isExact: true },
    { label: 'My workshops', page: 'mine', icon: icons.tick },
    { label: 'What I bring', page: 'bring', icon: icons.list },
  ],
};

/**
 * The places of an area, with their addresses. Workshops are for everybody: every area leads there, and they lead back.
 *
 * @param own the area in which whoever is signed in acts otherwise.
 */
export function placesOf(area: Area, own: Area | null): Place[] {
  const workshops = placesIn('everybody', '/w');
  if (area.role !== 'everybody') return [...placesIn(area.role, area.base), ...workshops.slice(0, 1)];
  return own && own.role !== 'everybody'
    ? [...workshops, ...placesIn(own.role, own.base).slice(0, 1)]
    : workshops;
}

const placesIn = (role: Area['role'], base: string): Place[] =>
  places[role].map(({ page, ...place }) => ({ ...place, href: page === '' ? base : `${base}/${page}` }));
