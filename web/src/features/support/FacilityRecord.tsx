import Link from 'next/link';
import { formatZone } from '../../design/format.ts';
import type { SearchParameters } from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { MissingListed } from './MissingListed.tsx';
import { historyPage, recordReader } from './recordReader.ts';
import { RecordForm } from '../../design/records/RecordForm.tsx';
import { RecordItems, RecordLayout, RecordSection } from '../../design/records/RecordLayout.tsx';
import { createShift } from './createShift.ts';
import { deleteFacility } from './deleteFacility.ts';
import { facilityFields } from './facilityFields.ts';
import { facilityRecord } from './facilityRecord.query.ts';
import { FlagItems } from './FlagItems.tsx';
import { moveFacility } from './moveFacility.ts';
import { qualificationOptions } from './recordOptions.ts';
import { facilityValues } from './recordValues.ts';
import { saveFacility } from './saveFacility.ts';
import { shiftFields } from './shiftFields.ts';
import { ShiftItems } from './ShiftItems.tsx';

/** A facility: its profile, the organisation that runs it, shifts, flags, and what was changed. */
export async function FacilityRecord({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const outcome = await askGraph(facilityRecord, { id, ...historyPage(parameters) });
  const facility = outcome.kind === 'data' ? outcome.data.facility : null;
  if (outcome.kind !== 'data' || !facility) {
    return <MissingListed title="Facility" list="/s/facilities" outcome={outcome} path={path} />;
  }
  const { name, timeZone, organisation } = facility;
  const reader = await recordReader(timeZone);
  return (
    <Page
      title={name}
      note={`Facility · Times in ${formatZone(timeZone)}`}
      down={outcome.down}
      actions={
        <>
          <RaiseFlagButton subjectKind="FACILITY" subjectId={id} subjectName={name} />
          <ActionButton
            label="Delete"
            title={`Delete ${name}`}
            warning="A facility can be deleted while it has no shifts. This cannot be undone."
            fixed={{ id }}
            action={deleteFacility}
            done="The facility is deleted."
            goTo="/s/facilities"
          />
          <ActionButton
            isPrimary
            label="New shift"
            title={`New shift at ${name}`}
            fields={shiftFields(qualificationOptions(outcome.data.qualifications))}
            values={{ breakMinutes: '0' }}
            fixed={{ facilityId: id, timeZone }}
            action={createShift}
            done="Shift added."
            goTo="/s/shifts/:id"
          />
        </>
      }
    >
      <RecordLayout history={facility.history} parameters={parameters} reader={reader}>
        <RecordSection title="Profile">
          <RecordForm
            key={id}
            label="Profile"
            id={id}
            fields={facilityFields}
            loaded={facilityValues(facility)}
            action={saveFacility}
          />
        </RecordSection>
        <RecordSection
          title="Run by"
          actions={
            <ActionButton
              label="Move"
              title={`Give ${name} to another organisation`}
              warning="Its shifts go with it; those who plan for the present organisation lose them."
              fields={[
                {
                  name: 'organisationId',
                  label: 'Organisation',
                  kind: 'record',
                  of: 'organisations',
                  isRequired: true,
                },
              ]}
              fixed={{ id }}
              action={moveFacility}
              done="Facility moved."
            />
          }
        >
          <RecordItems
            none="The organisation is no longer known."
            items={
              organisation
                ? [
                    {
                      key: organisation.id,
                      text: <Link href={`/s/organisations/${organisation.id}`}>{organisation.name}</Link>,
                    },
                  ]
                : []
            }
          />
        </RecordSection>
        <ShiftItems shifts={facility.shifts} all={`/s/shifts?facility=${id}`} locale={reader.locale} />
        <FlagItems flags={facility.flags} reader={reader} />
      </RecordLayout>
    </Page>
  );
}
