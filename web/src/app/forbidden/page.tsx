import { Button } from '@mantine/core';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { Notice } from '../../design/Notice.tsx';
import { areaOfMembership, homeOf } from '../../session/area.ts';
import { readSessions } from '../../session/cookieJar.ts';
import { pathHeader } from '../../session/requestHeaders.ts';

export const metadata: Metadata = { title: 'Not for you' };

/** What the proxy shows at an address that is for another role or organisation. */
export default async function Forbidden() {
  const [latest] = await readSessions(await cookies());
  const path = (await headers()).get(pathHeader) ?? '/';
  const area = latest && areaOfMembership(latest[1].role, latest[1].organisationId);
  return (
    <Notice title="This page is not for you">
      <p>
        {latest
          ? `You are signed in as ${latest[1].personName} for ${latest[1].organisationName}, and this page belongs to another role or organisation.`
          : 'This page belongs to another role or organisation.'}
      </p>
      {area && <a href={homeOf(area)}>Go to your own pages</a>}
      <form method="post" action="/auth/sign-out">
        <input type="hidden" name="to" value={path} />
        <Button type="submit" variant="default">
          Sign in as someone else
        </Button>
      </form>
    </Notice>
  );
}
