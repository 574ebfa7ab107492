import Link from 'next/link';
import { formatInstant, formatMinutes, formatMoney, formatZone } from '../../design/format.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import type { SearchParameters } from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { MissingListed } from './MissingListed.tsx';
import { historyPage, recordReader } from './recordReader.ts';
import { RecordForm } from '../../design/records/RecordForm.tsx';
import { RecordFacts, RecordLayout, RecordSection } from '../../design/records/RecordLayout.tsx';
import { assignShift } from './assignShift.ts';
import { cancelShift } from './cancelShift.ts';
import { confirmShift } from './confirmShift.ts';
import { deleteShift } from './deleteShift.ts';
import { FlagItems } from './FlagItems.tsx';
import {
  amountText,
  currencyOptions,
  qualificationOptions,
  shiftStatuses,
  yesNoOptions,
} from './recordOptions.ts';
import { shiftValues } from './recordValues.ts';
import { reopenShift } from './reopenShift.ts';
import { saveShift } from './saveShift.ts';
import { setShiftRate } from './setShiftRate.ts';
import { shiftFields } from './shiftFields.ts';
import { shiftTitle } from './ShiftItems.tsx';
import { shiftRecord } from './shiftRecord.query.ts';
import { unassignShift } from './unassignShift.ts';

/** A shift: when it is and what it takes, who has it, what it is paid, flags, and what was changed. */
export async function ShiftRecord({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const outcome = await askGraph(shiftRecord, { id, ...historyPage(parameters) });
  const shift = outcome.kind === 'data' ? outcome.data.shift : null;
  if (outcome.kind !== 'data' || !shift) {
    return <MissingListed title="Shift" list="/s/shifts" outcome={outcome} path={path} />;
  }
  const { facility, agent, status, kind } = shift;
  const reader = await recordReader(facility.timeZone);
  const { locale } = reader;
  const name = `Shift ${shiftTitle(shift, locale)}`;
  const shared = { fixed: { id } };
  return (
    <Page
      title={name}
      note={
        <>
          <Link href={`/s/facilities/${facility.id}`}>{facility.name}</Link> · Times in{' '}
          {formatZone(facility.timeZone)}
        </>
      }
      down={outcome.down}
      actions={
        <>
          <RaiseFlagButton subjectKind="SHIFT" subjectId={id} subjectName={name} />
          {status === 'ASSIGNED' && (
            <>
              <ActionButton
                {...shared}
                label="Unassign"
                title={`Take ${name} from its agent`}
                warning="It is open again, for others to claim."
                action={unassignShift}
                done="The shift is open."
              />
              <ActionButton
                {...shared}
                label="Confirm as worked"
                title={`Confirm ${name} as worked`}
                fields={[
                  {
                    name: 'workedMinutes',
                    label: 'Worked minutes',
                    kind: 'number',
                    description: `Empty for as planned, ${shift.plannedMinutes}`,
                  },
                ]}
                action={confirmShift}
                done="Confirmed as worked."
              />
            </>
          )}
          {(status === 'OPEN' || status === 'ASSIGNED') && (
            <ActionButton
              {...shared}
              label="Cancel shift"
              title={`Cancel ${name}`}
              fields={[{ name: 'reason', label: 'Reason', kind: 'longText' }]}
              action={cancelShift}
              done="Shift cancelled."
            />
          )}
          {status === 'CANCELLED' && (
            <ActionButton
              {...shared}
              label="Reopen"
              title={`Reopen ${name}`}
              fields={[
                {
                  name: 'keepAgent',
                  label: 'For the agent who had it',
                  kind: 'choice',
                  options: yesNoOptions,
                },
              ]}
              values={{ keepAgent: 'yes' }}
              action={reopenShift}
              done="Shift reopened."
            />
          )}
          <ActionButton
            {...shared}
            label="Delete"
            title={`Delete ${name}`}
            warning="Nobody sees it any more, as if it had never been planned. To call it off, cancel it. This cannot be undone."
            action={deleteShift}
            done="Shift deleted."
            goTo="/s/shifts"
          />
          {kind === 'WORK' && (status === 'OPEN' || status === 'ASSIGNED') && (
            <ActionButton
              isPrimary
              label={agent ? 'Reassign' : 'Assign'}
              title={`Give ${name} to an agent`}
              fields={[{ name: 'agentId', label: 'Agent', kind: 'record', of: 'agents', isRequired: true }]}
              fixed={{ id, reassign: agent ? 'yes' : 'no' }}
              action={assignShift}
              done="Shift assigned."
            />
          )}
        </>
      }
    >
      <RecordLayout history={shift.history} parameters={parameters} reader={reader}>
        <RecordSection
          title="Who and what"
          actions={<StatusTag tone={shiftStatuses[status].tone}>{shiftStatuses[status].label}</StatusTag>}
        >
          <RecordFacts
            facts={[
              [
                'Agent',
                agent ? (
                  <Link href={`/s/agents/${agent.id}`}>{agent.person?.name ?? 'Agent without a name'}</Link>
                ) : (
                  'Nobody'
                ),
              ],
              ['Kind', kind === 'WORK' ? 'Work' : 'Placeholder'],
              ['Planned', formatMinutes(shift.plannedMinutes)],
              ...(shift.workedMinutes === null || shift.workedMinutes === undefined
                ? []
                : [['Worked', formatMinutes(shift.workedMinutes)] as const]),
              ...(shift.cancellationReason ? [['Cancelled because', shift.cancellationReason] as const] : []),
              ...(shift.offeredAt
                ? [['Offered to others', formatInstant(new Date(shift.offeredAt), reader)] as const]
                : []),
            ]}
          />
        </RecordSection>
        <RecordSection
          title="Rate"
          actions={
            <ActionButton
              label="Set the rate"
              title={`What ${name} is paid per hour`}
              fields={[
                { name: 'amount', label: 'Amount per hour', kind: 'number', description: 'Empty for none' },
                { name: 'currency', label: 'Currency', kind: 'choice', options: currencyOptions },
              ]}
              values={{ amount: amountText(shift.rate), currency: shift.rate?.currency ?? 'GBP' }}
              fixed={{ id }}
              action={setShiftRate}
              done="Rate set."
            />
          }
        >
          <p>{shift.rate ? `${formatMoney(shift.rate, locale)} an hour` : 'No rate of its own is set.'}</p>
        </RecordSection>
        <RecordSection title="When and what it takes">
          <RecordForm
            key={id}
            label="When and what it takes"
            id={id}
            fields={shiftFields(qualificationOptions(outcome.data.qualifications))}
            loaded={shiftValues(shift)}
            action={saveShift}
          />
        </RecordSection>
        <FlagItems flags={shift.flags} reader={reader} />
      </RecordLayout>
    </Page>
  );
}
