import { calendarEntry } from '../../../../features/workshops/calendarEntry.ts';

/** A workshop as a file for a calendar program. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return calendarEntry((await params).id);
}
