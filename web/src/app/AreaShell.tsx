import 'server-only';
import type { ReactNode } from 'react';
import { Shell } from '../design/Shell.tsx';
import { type OtherPlace, UserMenu } from '../design/UserMenu.tsx';
import { areaOfMembership, homeOf } from '../session/area.ts';
import { currentSession } from '../session/currentSession.ts';
import { placesOf } from './places.ts';
import { SupportTools } from './SupportTools.tsx';

/** The shell of the area that the page lies in, for whoever is signed in there. */
export async function AreaShell({ children }: { children: ReactNode }) {
  const { area, session } = await currentSession();
  // Where everybody may go, people keep the places of the area that they act in.
  const own =
    area.role === 'everybody' ? session && areaOfMembership(session.role, session.organisationId) : area;
  const others = (session?.memberships ?? []).flatMap(({ role, organisationId, name }): OtherPlace[] => {
    const other = areaOfMembership(role, organisationId);
    if (!other || other.key === own?.key) return [];
    return [{ label: name, base: other.base, home: homeOf(other) }];
  });
  return (
    <Shell
      organisation={session?.organisationName ?? 'Guildhall'}
      places={placesOf(area, own)}
      tools={own?.role === 'company' && session && <SupportTools />}
      menu={<UserMenu personName={session?.personName ?? 'Signed out'} base={area.base} others={others} />}
    >
      {children}
    </Shell>
  );
}
