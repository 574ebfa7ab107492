import Link from 'next/link';
import type { SearchParameters } from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { settings } from '../../env.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { MissingListed } from './MissingListed.tsx';
import { historyPage, recordReader } from './recordReader.ts';
import { RecordForm } from '../../design/records/RecordForm.tsx';
import { RecordItems, RecordLayout, RecordSection } from '../../design/records/RecordLayout.tsx';
import { createFacility } from './createFacility.ts';
import { createMembership } from './createMembership.ts';
import { deleteMembership } from './deleteMembership.ts';
import { deleteOrganisation } from './deleteOrganisation.ts';
import { facilityFields } from './facilityFields.ts';
import { organisationRecord } from './organisationRecord.query.ts';
import { kindLabels, kindOptions, roleOptions } from './recordOptions.ts';
import { organisationValues } from './recordValues.ts';
import { saveOrganisation } from './saveOrganisation.ts';

/** An organisation: its name and kind, members, facilities, and what was changed. */
export async function OrganisationRecord({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const outcome = await askGraph(organisationRecord, { id, ...historyPage(parameters) });
  const organisation = outcome.kind === 'data' ? outcome.data.organisation : null;
  if (outcome.kind !== 'data' || !organisation) {
    return <MissingListed title="Organisation" list="/s/organisations" outcome={outcome} path={path} />;
  }
  const reader = await recordReader();
  const { name, kind, memberships, facilities } = organisation;
  const shownOf = (shown: number, total: number) => (shown < total ? ` (${shown} of ${total})` : '');
  return (
    <Page
      title={name}
      note={`Organisation · ${kindLabels[kind]}`}
      down={outcome.down}
      actions={
        <ActionButton
          label="Delete"
          title={`Delete ${name}`}
          warning="An organisation can be deleted once nobody belongs to it. This cannot be undone."
          fixed={{ id }}
          action={deleteOrganisation}
          done="The organisation is deleted."
          goTo="/s/organisations"
        />
      }
    >
      <RecordLayout history={organisation.history} parameters={parameters} reader={reader}>
        <RecordSection title="Organisation">
          <RecordForm
            key={id}
            label="Organisation"
            id={id}
            fields={[
              { name: 'name', label: 'Name', kind: 'text', isRequired: true },
              { name: 'kind', label: 'Kind', kind: 'choice', options: kindOptions },
            ]}
            loaded={organisationValues(organisation)}
            action={saveOrganisation}
          />
        </RecordSection>
        <RecordSection
          title={`Members${shownOf(memberships.nodes.length, memberships.totalCount)}`}
          actions={
            <>
              {memberships.nodes.length < memberships.totalCount && (
                <Link href={`/s/people?organisation=${id}`}>All members</Link>
              )}
              <ActionButton
                label="Add a member"
                title={`Add a member of ${name}`}
                fields={[
                  { name: 'personId', label: 'Person', kind: 'record', of: 'people', isRequired: true },
                  { name: 'role', label: 'Role', kind: 'choice', options: roleOptions },
                ]}
                values={{ role: 'facility' }}
                fixed={{ organisationId: id }}
                action={createMembership}
                done="Member added."
              />
            </>
          }
        >
          <RecordItems
            none="Nobody belongs to it yet."
            items={memberships.nodes.map(({ id: membershipId, role, person }) => ({
              key: membershipId,
              text: <Link href={`/s/people/${person.id}`}>{person.name}</Link>,
              detail: roleOptions.find(({ value }) => value === role)?.label ?? role,
              action: (
                <ActionButton
                  isSmall
                  label="End"
                  accessibleLabel={`End the membership of ${person.name}`}
                  title={`End the membership of ${person.name}`}
                  warning="Whoever is signed in by it stays so for 10 minutes at most."
                  fixed={{ id: membershipId }}
                  action={deleteMembership}
                  done="Membership ended."
                />
              ),
            }))}
          />
        </RecordSection>
        {facilities && (
          <RecordSection
            title={`Facilities${shownOf(facilities.nodes.length, facilities.totalCount)}`}
            actions={
              <ActionButton
                label="Add a facility"
                title={`Add a facility of ${name}`}
                fields={facilityFields.slice(0, 3)}
                values={{ timeZone: settings().homeZone }}
                fixed={{ organisationId: id }}
                action={createFacility}
                done="Facility added."
                goTo="/s/facilities/:id"
              />
            }
          >
            <RecordItems
              none="It runs no facility yet."
              items={facilities.nodes.map((facility) => ({
                key: facility.id,
                text: <Link href={`/s/facilities/${facility.id}`}>{facility.name}</Link>,
                detail: facility.address,
              }))}
            />
          </RecordSection>
        )}
      </RecordLayout>
    </Page>
  );
}
