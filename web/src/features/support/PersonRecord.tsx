import Link from 'next/link';
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
import { createAgent } from './createAgent.ts';
import { createMembership } from './createMembership.ts';
import { deleteMembership } from './deleteMembership.ts';
import { deletePerson } from './deletePerson.ts';
import { FlagItems } from './FlagItems.tsx';
import { personRecord } from './personRecord.query.ts';
import type { RecordField } from '../../design/records/recordFields.ts';
import { roleOptions } from './recordOptions.ts';
import { personValues } from './recordValues.ts';
import { savePerson } from './savePerson.ts';

const fields: readonly RecordField[] = [
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  { name: 'contact.email', label: 'Email', kind: 'email' },
  {
    name: 'contact.phone',
    label: 'Phone',
    kind: 'phone',
    description: 'With the country, for example +44 20 7946 0018',
  },
];

/** A person: contact data, memberships, the agent they are, flags, and what was changed. */
export async function PersonRecord({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const outcome = await askGraph(personRecord, { id, ...historyPage(parameters) });
  const person = outcome.kind === 'data' ? outcome.data.person : null;
  if (outcome.kind !== 'data' || !person) {
    return <MissingListed title="Person" list="/s/people" outcome={outcome} path={path} />;
  }
  const reader = await recordReader();
  return (
    <Page
      title={person.name}
      note="Person"
      down={outcome.down}
      actions={
        <>
          <RaiseFlagButton subjectKind="PERSON" subjectId={id} subjectName={person.name} />
          {!person.agent && !outcome.down.includes('staffing') && (
            <ActionButton
              label="Make an agent"
              title={`Make ${person.name} an agent`}
              warning="Agents work shifts. Sign-in as an agent takes a membership in the role agent as well."
              fixed={{ personId: id }}
              action={createAgent}
              done="The person is an agent now."
              goTo="/s/agents/:id"
            />
          )}
          <ActionButton
            label="Delete"
            title={`Delete ${person.name}`}
            warning="Contact data, memberships and sign-ins go with the person. Shifts stay and name nobody. This cannot be undone."
            fixed={{ id }}
            action={deletePerson}
            done="The person is deleted."
            goTo="/s/people"
          />
        </>
      }
    >
      <RecordLayout history={person.history} parameters={parameters} reader={reader}>
        <RecordSection title="Contact">
          <RecordForm
            key={id}
            label="Name and contact"
            id={id}
            fields={fields}
            loaded={personValues(person)}
            action={savePerson}
          />
        </RecordSection>
        <RecordSection
          title="Memberships"
          actions={
            <ActionButton
              label="Add a membership"
              title={`Make ${person.name} a member`}
              fields={[
                {
                  name: 'organisationId',
                  label: 'Organisation',
                  kind: 'record',
                  of: 'organisations',
                  isRequired: true,
                },
                { name: 'role', label: 'Role', kind: 'choice', options: roleOptions },
              ]}
              values={{ role: 'facility' }}
              fixed={{ personId: id }}
              action={createMembership}
              done="Membership added."
            />
          }
        >
          <RecordItems
            none="Belongs to no organisation, and cannot sign in."
            items={person.memberships.nodes.map(({ id: membershipId, role, organisation }) => ({
              key: membershipId,
              text: <Link href={`/s/organisations/${organisation.id}`}>{organisation.name}</Link>,
              detail: roleOptions.find(({ value }) => value === role)?.label ?? role,
              action: (
                <ActionButton
                  isSmall
                  label="End"
                  accessibleLabel={`End the membership in ${organisation.name}`}
                  title={`End the membership in ${organisation.name}`}
                  warning="Whoever is signed in by it stays so for 10 minutes at most."
                  fixed={{ id: membershipId }}
                  action={deleteMembership}
                  done="Membership ended."
                />
              ),
            }))}
          />
        </RecordSection>
        {person.agent && (
          <RecordSection title="Agent">
            <RecordItems
              none=""
              items={[
                {
                  key: person.agent.id,
                  text: <Link href={`/s/agents/${person.agent.id}`}>Agent record</Link>,
                  detail: person.agent.homeArea,
                },
              ]}
            />
          </RecordSection>
        )}
        <FlagItems flags={person.flags} reader={reader} />
      </RecordLayout>
    </Page>
  );
}
