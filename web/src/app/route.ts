import { NextResponse, type NextRequest } from 'next/server';
import { settings } from '../env.ts';
import { areaOfMembership, homeOf } from '../session/area.ts';
import { readSessions } from '../session/cookieJar.ts';

/** The front door: the first page of whoever is signed in, the sign-in for everyone else. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const [latest] = await readSessions(request.cookies);
  const area = latest && areaOfMembership(latest[1].role, latest[1].organisationId);
  return NextResponse.redirect(`${settings().webUrl}${area ? homeOf(area) : '/auth/sign-in'}`);
}
