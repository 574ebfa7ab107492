import Link from 'next/link';
import type { FlagStatus } from '../../../generated/graphql.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { Tabs } from '../../design/Tabs.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { settings } from '../../env.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { FlagCard } from './FlagCard.tsx';
import styles from './FlagQueue.module.css';
import { flagQueue } from './flagQueue.query.ts';
import { oneFlag } from './oneFlag.query.ts';

const tabs = {
  open: {
    status: 'OPEN',
    label: 'Open',
    none: 'No flag is open. What facilities and agents raise comes here.',
  },
  'in-work': { status: 'IN_WORK', label: 'In work', none: 'Nobody is at a flag. Take one that is open.' },
  answered: { status: 'ANSWERED', label: 'Answered', none: 'No flag has been answered yet.' },
} as const satisfies Record<string, { status: FlagStatus; label: string; none: string }>;

/**
 * What facilities and agents want support staff to look at, the oldest first and of what is answered the latest:
 * `tab` is how it stands, `flag` the id of one to show alone.
 */
export async function FlagQueue({ parameters }: { parameters: SearchParameters }) {
  const { path } = await currentSession();
  const id = textParameter(parameters, 'flag');
  const tab = choiceParameter(parameters, 'tab', Object.keys(tabs) as (keyof typeof tabs)[]) ?? 'open';
  const locale = await readerLocale();
  const timeZone = settings().homeZone;
  const reader = { locale, timeZone };
  if (id !== undefined) {
    const one = await askGraph(oneFlag, { id });
    return (
      <Page
        title="Flag"
        note={<Link href="/s/flags">All flags</Link>}
        down={one.kind === 'data' ? one.down : []}
      >
        {one.kind !== 'data' ? (
          <TroubleState trouble={one} path={path} />
        ) : one.data.flag ? (
          <FlagCard flag={one.data.flag} reader={reader} />
        ) : (
          <EmptyState action={<Link href="/s/flags">All flags</Link>}>There is no such flag.</EmptyState>
        )}
      </Page>
    );
  }
  const answer = await askGraph(flagQueue, {
    ...pageParameters(parameters, 20),
    filter: { status: [tabs[tab].status] },
    direction: tab === 'answered' ? 'DESC' : 'ASC',
  });
  const outcome = partOf(answer, ({ flags }) => flags);
  const counts =
    answer.kind === 'data'
      ? {
          open: answer.data.open?.totalCount,
          'in-work': answer.data.inWork?.totalCount,
          answered: answer.data.answered?.totalCount,
        }
      : {};
  return (
    <ListPage
      title="Flags"
      note={`Times in ${formatZone(timeZone)}; of shifts by the clocks of their facility`}
      before={
        <Tabs
          label="Flags by how they stand"
          tabs={(Object.keys(tabs) as (keyof typeof tabs)[]).map((each) => ({
            href: `/s/flags?tab=${each}`,
            label: counts[each] === undefined ? tabs[each].label : `${tabs[each].label} (${counts[each]})`,
            isCurrent: each === tab,
          }))}
        />
      }
      parameters={parameters}
      outcome={outcome}
      empty={<EmptyState>{tabs[tab].none}</EmptyState>}
    >
      {({ nodes }) => (
        <div className={styles.queue}>
          {nodes.map((flag) => (
            <FlagCard key={flag.id} flag={flag} reader={reader} />
          ))}
        </div>
      )}
    </ListPage>
  );
}
