import 'server-only';
import { askGraph } from '../../graph/askGraph.ts';
import { workshopCalendar } from './workshopCalendar.query.ts';

/** The entry of a workshop for a calendar program, as a file; a status and a sentence when there is none. */
export async function calendarEntry(id: string): Promise<Response> {
  const outcome = await askGraph(workshopCalendar, { id });
  if (outcome.kind !== 'data' || outcome.down.length > 0) {
    return new Response('The calendar entry could not be made at the moment. Try again in a minute.\n', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  const { workshop } = outcome.data;
  if (!workshop) {
    return new Response('There is no such workshop that you may see.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  return new Response(workshop.calendarText, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(workshop.title)}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** A title in letters that every system takes in the name of a file. */
const fileName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'workshop';
