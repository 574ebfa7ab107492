import Link from 'next/link';
import type { WorkshopDoorQuery } from '../../../generated/graphql.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { Page } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { currentSession } from '../../session/currentSession.ts';
import type { Arrival } from './arrival.ts';
import { door } from './door.query.ts';
import { DoorList } from './DoorList.tsx';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { nameOf } from './nameOf.ts';
import { whenInWords } from './workshopWords.ts';

/** So many pages of a hundred are loaded at most. */
const mostPages = 20;

/** Whoever has a seat, to be marked as they come. */
export async function Door({ id }: { id: string }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const { outcome, arrivals } = await everybody(id);
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const hasStarted = new Date(workshop.startsAt) <= new Date();
  const canMark = hasStarted && (workshop.status === 'PUBLISHED' || workshop.status === 'HELD');
  return (
    <Page
      title={`At the door: ${workshop.title}`}
      note={
        <>
          {whenInWords(workshop, locale)}, times in {formatZone(workshop.timeZone)}
          {!canMark && '. People can be marked from its start on'} ·{' '}
          <Link href={`/w/${id}/organize`} prefetch={false}>
            All of the console
          </Link>
        </>
      }
      down={outcome.down}
    >
      {!workshop.canManage ? (
        <EmptyState action={<Link href={`/w/${id}`}>Open the workshop</Link>}>
          You do not organize this workshop, or cannot at present.
        </EmptyState>
      ) : arrivals.length === 0 ? (
        <EmptyState action={<Link href={`/w/${id}/organize`}>See the participants</Link>}>
          Nobody has a seat yet.
        </EmptyState>
      ) : (
        <DoorList arrivals={arrivals} locale={locale} canMark={canMark} />
      )}
    </Page>
  );
}

async function everybody(id: string): Promise<{ outcome: Outcome<WorkshopDoorQuery>; arrivals: Arrival[] }> {
  const arrivals: Arrival[] = [];
  let outcome = await askGraph(door, { id });
  for (let page = 1; outcome.kind === 'data' && outcome.data.workshop; page += 1) {
    const { nodes, pageInfo } = outcome.data.workshop.participants;
    for (const { id: participantId, status, person } of nodes) {
      const attended = status === 'CONFIRMED' ? null : status === 'ATTENDED';
      arrivals.push({ id: participantId, name: nameOf(person), attended });
    }
    if (!pageInfo.hasNextPage || page === mostPages) break;
    outcome = await askGraph(door, { id, after: pageInfo.endCursor });
  }
  return { outcome, arrivals };
}
