import Link from 'next/link';
import type { ShiftStatus } from '../../../generated/graphql.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatMinutes } from '../../design/format.ts';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TotalsBar } from '../../design/TotalsBar.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { FacilityChosen } from './FacilityChosen.tsx';
import { ownShifts } from './ownShifts.query.ts';
import { ShiftLines } from './ShiftLines.tsx';

const statuses: Readonly<Record<string, readonly ShiftStatus[]>> = {
  planned: ['ASSIGNED'],
  worked: ['COMPLETED'],
  cancelled: ['CANCELLED'],
};

/** No shift is longer. */
const longest = 24 * 60 * 60_000;

/**
 * The agent's own shifts. `when` is `past` or `all`, coming ones otherwise; `q` is part of the facility's name or the
 * note, `facility` one facility, `from` and `to` days, `status` planned, worked or cancelled.
 */
export async function OwnShifts({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const actions = (
    <>
      <LinkButton variant="default" href={`${area.base}/calendar`}>
        Calendar address
      </LinkButton>
      <LinkButton href={`${area.base}/open`}>Find shifts</LinkButton>
    </>
  );
  const agent = await ownAgentId();
  const when = choiceParameter(parameters, 'when', ['past', 'all']);
  const status = choiceParameter(parameters, 'status', Object.keys(statuses));
  const chosen = {
    text: textParameter(parameters, 'q'),
    facilityId: textParameter(parameters, 'facility'),
    from: dayParameter(parameters, 'from'),
    to: dayParameter(parameters, 'to'),
    ...(status && { status: [...statuses[status]!] }),
  };
  const isFiltered = Boolean(chosen.text ?? chosen.facilityId ?? chosen.from ?? chosen.to ?? status);
  const outcome =
    agent.kind !== 'data'
      ? agent
      : partOf(
          await askGraph(ownShifts, {
            ...pageParameters(parameters),
            filter: {
              ...chosen,
              agentId: agent.data,
              ...(when === 'past' && { startsBefore: now.toISOString() }),
              ...(when === undefined && { startsFrom: now.toISOString() }),
            },
            orderBy: { field: 'STARTS_AT', direction: when === undefined ? 'ASC' : 'DESC' },
            startedLately: {
              agentId: agent.data,
              status: ['ASSIGNED'],
              startsFrom: new Date(now.getTime() - longest).toISOString(),
              startsBefore: now.toISOString(),
            },
          }),
          ({ shifts, startedLately }) =>
            shifts && {
              ...shifts,
              going: (startedLately?.nodes ?? []).filter(({ endsAt }) => new Date(endsAt) > now),
              agentId: agent.data,
            },
        );
  const list = { base: area.base, locale, now };
  const going = outcome.kind === 'data' && when === undefined && !isFiltered ? outcome.data.going : [];
  return (
    <ListPage
      title="My shifts"
      note="Times by the clocks of each facility"
      actions={actions}
      before={
        outcome.kind === 'data' &&
        going.length > 0 && <ShiftLines label="Now" shifts={going} agentId={outcome.data.agentId} {...list} />
      }
      filters={[
        {
          kind: 'choice',
          name: 'when',
          label: 'When',
          options: [
            { value: '', label: 'Coming' },
            { value: 'past', label: 'Past' },
            { value: 'all', label: 'Past and coming' },
          ],
        },
        { kind: 'text', name: 'q', label: 'Facility or note' },
        { kind: 'day', name: 'from', label: 'From' },
        { kind: 'day', name: 'to', label: 'To' },
        {
          kind: 'choice',
          name: 'status',
          label: 'Status',
          options: [
            { value: '', label: 'Any' },
            { value: 'planned', label: 'Planned' },
            { value: 'worked', label: 'Worked' },
            { value: 'cancelled', label: 'Cancelled' },
          ],
        },
      ]}
      chosen={<FacilityChosen parameters={parameters} />}
      parameters={parameters}
      outcome={outcome}
      empty={
        isFiltered || when !== undefined ? (
          <EmptyState
            action={
              <Link href={when === undefined ? '?when=all' : `${area.base}/shifts`}>
                {when === undefined ? 'Past and coming' : 'Coming shifts'}
              </Link>
            }
          >
            None of your {when === undefined ? 'coming ' : when === 'past' ? 'past ' : ''}shifts fits these
            filters.
          </EmptyState>
        ) : (
          <EmptyState action={<Link href={`${area.base}/open`}>Find open shifts</Link>}>
            You have no coming shifts.
          </EmptyState>
        )
      }
    >
      {({ nodes, totalCount, totals, agentId }) => (
        <>
          <TotalsBar
            label="Totals of these shifts"
            totals={[
              { label: 'Shifts', value: new Intl.NumberFormat(locale).format(totalCount) },
              { label: 'Planned', value: formatMinutes(totals.plannedMinutes, locale) },
              { label: 'Worked', value: formatMinutes(totals.workedMinutes, locale) },
            ]}
          />
          <ShiftLines label="Shifts" shifts={nodes} agentId={agentId} {...list} />
        </>
      )}
    </ListPage>
  );
}
