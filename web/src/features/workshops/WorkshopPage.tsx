import { Button } from '@mantine/core';
import Link from 'next/link';
import type { WorkshopPageQuery } from '../../../generated/graphql.ts';
import { Facts } from '../../design/Facts.tsx';
import { formatInstant, formatZone } from '../../design/format.ts';
import { HistoryList } from '../../design/HistoryList.tsx';
import { LinkButton } from '../../design/LinkButton.tsx';
import { pageParameters, type SearchParameters } from '../../design/listParameters.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { ReaderTime } from '../../design/ReaderTime.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { InvitationActions } from './InvitationActions.tsx';
import { needsAnswer } from './participationWords.ts';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { nameOf } from './nameOf.ts';
import { OwnPart } from './OwnPart.tsx';
import { workshopHistory } from './workshopHistory.query.ts';
import styles from './WorkshopPage.module.css';
import { workshopPage } from './workshopPage.query.ts';
import { seatsInWords, whenInWords, whereInWords, workshopStatuses } from './workshopWords.ts';

type Shown = NonNullable<WorkshopPageQuery['workshop']>;

/** One workshop: when and where, who organizes it, what it takes, how one takes part; to support staff its history. */
export async function WorkshopPage({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path, session } = await currentSession();
  const locale = await readerLocale();
  const isSupport = session?.role === 'company';
  const [outcome, history] = await Promise.all([
    askGraph(workshopPage, { id }),
    isSupport ? askGraph(workshopHistory, { id, ...pageParameters(parameters, 10) }) : null,
  ]);
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;

  const { title, timeZone, startsAt, endsAt, myParticipation, myOrganizing, canManage } = workshop;
  const changes = history && partOf(history, (data) => data.workshop?.history);
  const isUrgent = myParticipation !== null && needsAnswer(myParticipation);
  const ownPart = <OwnPart workshop={workshop} locale={locale} now={new Date()} />;
  return (
    <Page
      title={title}
      note={
        <>
          <time dateTime={startsAt}>{whenInWords(workshop, locale)}</time>, times in {formatZone(timeZone)}{' '}
          <ReaderTime startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} locale={locale} />
        </>
      }
      down={outcome.down}
      actions={
        <>
          {workshop.status === 'PUBLISHED' && (
            <Button component="a" variant="default" href={`/w/${id}/calendar`} download>
              Add to calendar
            </Button>
          )}
          {canManage && <LinkButton href={`/w/${id}/organize`}>Organize</LinkButton>}
        </>
      }
    >
      <div className={styles.layout}>
        {myOrganizing && (myOrganizing.status === 'INVITED' || myOrganizing.status === 'UNAVAILABLE') && (
          <Panel label="Organizing it">
            <InvitationActions id={myOrganizing.id} status={myOrganizing.status} title={title} />
          </Panel>
        )}
        {isUrgent && ownPart}
        <div className={styles.sides}>
          <div className={styles.side}>
            {!isUrgent && ownPart}
            {workshop.description && (
              <Panel label="About">
                <div className={styles.section}>
                  <h2>About</h2>
                  <p className={styles.description}>{workshop.description}</p>
                </div>
              </Panel>
            )}
          </div>
          <div className={styles.side}>
            <Panel label="Facts">
              <WorkshopFactList workshop={workshop} locale={locale} />
            </Panel>
            <Attendees workshop={workshop} locale={locale} />
          </div>
        </div>
        {changes && (
          <Panel>
            {changes.kind === 'data' ? (
              <HistoryList history={changes.data} parameters={parameters} reader={{ locale, timeZone }} />
            ) : (
              <TroubleState trouble={changes} path={path} />
            )}
          </Panel>
        )}
      </div>
    </Page>
  );
}

function WorkshopFactList({ workshop, locale }: { workshop: Shown; locale: string }) {
  const { status, link, timeZone, organizers, myParticipation } = workshop;
  const active = organizers.filter((each) => each.status === 'ACTIVE').map(({ person }) => nameOf(person));
  const { tone, label } = workshopStatuses[status];
  return (
    <Facts
      facts={[
        [
          'Status',
          <StatusTag key="status" tone={tone}>
            {label}
          </StatusTag>,
        ],
        ['Why cancelled', workshop.cancellationReason],
        ['When', whenInWords(workshop, locale)],
        ['Clocks', formatZone(timeZone)],
        ['Where', whereInWords(workshop)],
        [
          'Link',
          link && (
            <a key="link" href={link} rel="noreferrer">
              {link.replace(/^https:\/\//, '')}
            </a>
          ),
        ],
        ['Seats', status === 'PUBLISHED' ? seatsInWords(workshop, locale) : String(workshop.capacity)],
        ['Organized by', active.join(', ') || 'Nobody at present'],
        [
          'Offered until',
          myParticipation?.offeredUntil &&
            formatInstant(new Date(myParticipation.offeredUntil), { locale, timeZone }),
        ],
      ]}
    />
  );
}

/** The names of those who have a seat, for those who have one themselves. */
function Attendees({ workshop: { attendees, canManage, id }, locale }: { workshop: Shown; locale: string }) {
  const { nodes, totalCount } = attendees;
  if (totalCount === 0) return null;
  const number = new Intl.NumberFormat(locale);
  return (
    <Panel label="Who comes">
      <div className={styles.section}>
        <h2>Who comes ({number.format(totalCount)})</h2>
        <ul className={styles.names}>
          {nodes.map((attendee) => (
            <li key={attendee.id}>{nameOf(attendee.person)}</li>
          ))}
        </ul>
        {nodes.length < totalCount && <p>and {number.format(totalCount - nodes.length)} more</p>}
        {canManage && (
          <Link href={`/w/${id}/organize`} prefetch={false}>
            Manage participants
          </Link>
        )}
      </div>
    </Panel>
  );
}
