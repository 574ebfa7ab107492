import Link from 'next/link';
import type { OwnWorkshopsQuery } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatDay, formatTime, formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { pageParameters, type SearchParameters } from '../../design/listParameters.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { Pager } from '../../design/Pager.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { Countdown } from './Countdown.tsx';
import { InvitationActions } from './InvitationActions.tsx';
import styles from './OwnWorkshops.module.css';
import { ownWorkshops } from './ownWorkshops.query.ts';
import { endInWords, needsAnswer, ownStatus } from './participationWords.ts';
import { seatsInWords, whenInWords, whereInWords, workshopStatuses } from './workshopWords.ts';

type Own = NonNullable<OwnWorkshopsQuery['me']>;
type Participation = NonNullable<Own['coming']>['nodes'][number];
type Organizing = NonNullable<Own['organizes']>['nodes'][number];
type Organized = Organizing & { workshop: NonNullable<Organizing['workshop']> };

/** What one takes part in and organizes: what needs an answer, what is coming, what is past. */
export async function OwnWorkshops({ parameters }: { parameters: SearchParameters }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const outcome = partOf(
    await askGraph(ownWorkshops, { ...pageParameters(parameters, 20), now: now.toISOString() }),
    ({ me }) => me?.coming && me.past && me.organizes && me,
  );
  if (outcome.kind !== 'data') {
    return (
      <Page title="My workshops">
        <TroubleState trouble={outcome} path={path} />
      </Page>
    );
  }
  const { down, data } = outcome;
  // One that the person gave up is no news.
  const coming = (data.coming?.nodes ?? []).filter(({ cancelledBy }) => cancelledBy !== 'PERSON');
  const organized = (data.organizes?.nodes ?? []).filter(isOrganized);
  const urgent = coming.filter(needsAnswer);
  const asked = organized.filter(({ status, workshop }) => status === 'INVITED' && !isOver(workshop));
  const rest = organized.filter(({ status }) => status !== 'INVITED');
  return (
    <Page
      title="My workshops"
      note="Times by the clocks of each workshop"
      down={down}
      actions={
        <>
          <LinkButton variant="default" href="/w/bring">
            What I bring
          </LinkButton>
          <LinkButton href="/w">Find workshops</LinkButton>
        </>
      }
    >
      <div className={styles.sections}>
        {urgent.length + asked.length > 0 && (
          <section aria-labelledby="urgent" className={styles.section}>
            <h2 id="urgent">Needs your answer</h2>
            {urgent.map((participation) => (
              <Panel key={participation.id} label={participation.workshop.title}>
                <Urgent participation={participation} locale={locale} />
              </Panel>
            ))}
            {asked.map(({ id, workshop }) => (
              <Panel key={id} label={workshop.title}>
                <div className={styles.section}>
                  <Title workshop={workshop} locale={locale} />
                  <InvitationActions id={id} status="INVITED" title={workshop.title} />
                </div>
              </Panel>
            ))}
          </section>
        )}
        <section aria-labelledby="coming" className={styles.section}>
          <h2 id="coming">Coming</h2>
          {coming.length === 0 ? (
            <EmptyState action={<Link href="/w">See the workshops</Link>}>
              You take part in no coming workshop.
            </EmptyState>
          ) : (
            <DataTable
              caption="Coming workshops that you take part in"
              columns={participationColumns(coming, locale)}
              rows={coming}
              keyOf={({ id }) => id}
            />
          )}
        </section>
        {rest.length > 0 && (
          <section aria-labelledby="organized" className={styles.section}>
            <h2 id="organized">You organize</h2>
            <DataTable
              caption="Workshops that you organize"
              columns={organizedColumns(locale)}
              rows={rest}
              keyOf={({ id }) => id}
            />
          </section>
        )}
        {data.past && data.past.totalCount > 0 && (
          <section aria-labelledby="past" className={styles.section}>
            <h2 id="past">Past</h2>
            <DataTable
              caption="Past workshops that you signed up for"
              columns={participationColumns(data.past.nodes, locale)}
              rows={data.past.nodes}
              keyOf={({ id }) => id}
            />
            <Pager
              label="Pages of the past"
              count={data.past.nodes.length}
              total={data.past.totalCount}
              pageInfo={data.past.pageInfo}
              parameters={parameters}
              locale={locale}
            />
          </section>
        )}
      </div>
    </Page>
  );
}

const isOrganized = (organizing: Organizing): organizing is Organized => organizing.workshop !== null;

const isOver = ({ status }: Organized['workshop']) => status === 'HELD' || status === 'CANCELLED';

function Urgent({
  participation: { status, offeredUntil, workshop },
  locale,
}: {
  participation: Participation;
  locale: string;
}) {
  const reader = { locale, timeZone: workshop.timeZone };
  const end = offeredUntil === null ? null : new Date(offeredUntil);
  return (
    <div className={styles.section}>
      <Title workshop={workshop} locale={locale} />
      {status === 'OFFERED' && offeredUntil && end ? (
        <p>
          A seat is held for you until {formatDay(end, reader)}, {formatTime(end, reader)}.{' '}
          <Countdown until={offeredUntil} />
        </p>
      ) : (
        <p>What is needed has changed since you signed up.</p>
      )}
      <div>
        <LinkButton href={`/w/${workshop.id}`}>
          {status === 'OFFERED' ? 'Take or decline it' : 'Look at what changed'}
        </LinkButton>
      </div>
    </div>
  );
}

function Title({ workshop, locale }: { workshop: Participation['workshop']; locale: string }) {
  return (
    <div>
      <h3 className={styles.title}>
        <Link href={`/w/${workshop.id}`} prefetch={false}>
          {workshop.title}
        </Link>
      </h3>
      <p className={styles.when}>
        {whenInWords(workshop, locale)}, {formatZone(workshop.timeZone)} time · {whereInWords(workshop)}
      </p>
    </div>
  );
}

const workshopColumns = (locale: string): readonly Column<{ workshop: Participation['workshop'] }>[] => [
  {
    header: 'Workshop',
    cell: ({ workshop }) => (
      <Link href={`/w/${workshop.id}`} prefetch={false}>
        {workshop.title}
      </Link>
    ),
  },
  {
    header: 'When',
    cell: ({ workshop }) => (
      <>
        <time dateTime={workshop.startsAt}>{whenInWords(workshop, locale)}</time>{' '}
        {formatZone(workshop.timeZone)} time
      </>
    ),
  },
  { header: 'Where', cell: ({ workshop }) => whereInWords(workshop) },
];

const isCancelled = ({ status }: Participation) => status === 'CANCELLED';

const participationColumns = (
  rows: readonly Participation[],
  locale: string,
): readonly Column<Participation>[] => [
  ...workshopColumns(locale),
  {
    header: 'You',
    cell: (participation) => {
      const { tone, label } = ownStatus(participation);
      return <StatusTag tone={tone}>{label}</StatusTag>;
    },
  },
  ...(rows.some(isCancelled)
    ? [
        {
          header: 'What came of it',
          cell: (each: Participation) => (isCancelled(each) ? endInWords(each) : null),
        },
      ]
    : []),
];

const organizedColumns = (locale: string): readonly Column<Organized>[] => [
  ...workshopColumns(locale),
  {
    header: 'Seats',
    isFigure: true,
    cell: ({ workshop }) => (workshop.status === 'PUBLISHED' ? seatsInWords(workshop, locale) : null),
  },
  {
    header: 'Status',
    cell: ({ workshop }) => {
      const { tone, label } = workshopStatuses[workshop.status];
      return <StatusTag tone={tone}>{label}</StatusTag>;
    },
  },
  {
    header: 'Organize',
    cell: ({ status, workshop }) =>
      status === 'ACTIVE' ? (
        <Link href={`/w/${workshop.id}/organize`} prefetch={false} aria-label={`Organize ${workshop.title}`}>
          Organize
        </Link>
      ) : (
        'You cannot at present'
      ),
  },
];
