import type { ShiftFieldsFragment } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { formatDay, formatMinutes, formatSpan, type Reader } from '../../design/format.ts';
import { LinkArea } from '../../design/LinkArea.tsx';
import { type SearchParameters, withParameters } from '../../design/listParameters.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { shiftStatus } from './shiftStatus.ts';

/**
 * Shifts as a table, each opening its record.
 *
 * @param base the address of the list of shifts.
 * @param parameters the address's search, which a record is opened over; and which the table is ordered by.
 * @param choice what the checkbox of a shift is called, where they can be chosen.
 * @param isOfOne whether all are of one agent, who is then not named.
 */
export function ShiftTable({
  caption,
  shifts,
  reader,
  base,
  areaBase,
  parameters = {},
  isOfOne = false,
  choice,
}: {
  caption: string;
  shifts: readonly ShiftFieldsFragment[];
  reader: Reader;
  base: string;
  areaBase: string;
  parameters?: SearchParameters;
  isOfOne?: boolean;
  choice?: (shift: ShiftFieldsFragment) => string | null;
}) {
  const columns: readonly Column<ShiftFieldsFragment>[] = [
    {
      header: 'Day',
      isWhole: true,
      ...(!isOfOne && { sort: 'start' }),
      cell: ({ id, startsAt }) => (
        <a href={`${base}${withParameters(parameters, { shift: id })}`}>
          <time dateTime={startsAt}>{formatDay(new Date(startsAt), reader)}</time>
        </a>
      ),
    },
    {
      header: 'Time',
      isWhole: true,
      cell: ({ startsAt, endsAt }) => formatSpan(new Date(startsAt), new Date(endsAt), reader),
    },
    {
      header: 'Hours',
      isFigure: true,
      cell: ({ plannedMinutes, workedMinutes }) => formatMinutes(workedMinutes ?? plannedMinutes),
    },
    { header: 'Qualification', cell: ({ qualification }) => qualification?.displayName ?? 'Any' },
    ...(isOfOne
      ? []
      : [
          {
            header: 'Agent',
            cell: ({ agent }: ShiftFieldsFragment) =>
              agent && (
                <a href={`${areaBase}/agents?agent=${agent.id}`}>{agent.person?.name ?? 'Name not known'}</a>
              ),
          },
        ]),
    {
      header: 'Status',
      cell: (shift) => {
        const { tone, word } = shiftStatus(shift);
        return (
          <>
            <StatusTag tone={tone}>{word}</StatusTag>
            {shift.offeredAt && shift.status === 'ASSIGNED' && <> offered to others</>}
          </>
        );
      },
    },
    { header: 'Note', cell: ({ note }) => note },
  ];
  return (
    <LinkArea>
      <DataTable
        caption={caption}
        columns={columns}
        rows={shifts}
        keyOf={({ id }) => id}
        choice={choice}
        parameters={parameters}
      />
    </LinkArea>
  );
}
