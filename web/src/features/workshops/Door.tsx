import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { pageParameters, type SearchParameters, textParameter } from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { Pager } from '../../design/Pager.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { door } from './door.query.ts';
import { DoorList } from './DoorList.tsx';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { nameOf } from './nameOf.ts';
import { whenInWords } from './workshopWords.ts';

/** Whoever has a seat, to be marked as they come. In the address: `name`, part of it. */
export async function Door({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const name = textParameter(parameters, 'name');
  const outcome = await askGraph(door, { id, ...pageParameters(parameters, 100), name });
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const hasStarted = new Date(workshop.startsAt) <= new Date();
  const canMark = hasStarted && (workshop.status === 'PUBLISHED' || workshop.status === 'HELD');
  const { confirmed, attended, noShow } = workshop.all.totals;
  const { nodes, totalCount, pageInfo } = workshop.participants;
  const arrivals = nodes
    .map(({ id: participantId, status, person }) => ({
      id: participantId,
      name: nameOf(person),
      attended: status === 'CONFIRMED' ? null : status === 'ATTENDED',
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
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
      ) : confirmed + attended + noShow === 0 ? (
        <EmptyState action={<Link href={`/w/${id}/organize`}>See the participants</Link>}>
          Nobody has a seat yet.
        </EmptyState>
      ) : (
        <DoorList
          arrivals={arrivals}
          here={attended}
          expected={confirmed + attended + noShow}
          named={name === undefined ? null : totalCount}
          canMark={canMark}
        >
          {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
            <Pager
              count={nodes.length}
              total={totalCount}
              pageInfo={pageInfo}
              parameters={parameters}
              locale={locale}
            />
          )}
        </DoorList>
      )}
    </Page>
  );
}
