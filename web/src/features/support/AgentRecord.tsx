import Link from 'next/link';
import { formatDay, formatInstant, formatMoney } from '../../design/format.ts';
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
import { RecordItems, RecordLayout, RecordSection } from '../../design/records/RecordLayout.tsx';
import { agentRecord } from './agentRecord.query.ts';
import { clearFacilityPreference } from './clearFacilityPreference.ts';
import { deleteAgent } from './deleteAgent.ts';
import { FlagItems } from './FlagItems.tsx';
import {
  amountText,
  currencyOptions,
  preferenceLabels,
  preferenceOptions,
  qualificationOptions,
} from './recordOptions.ts';
import { agentValues } from './recordValues.ts';
import { removeAgentQualification } from './removeAgentQualification.ts';
import { revokeCalendarFeed } from './revokeCalendarFeed.ts';
import { saveAgent } from './saveAgent.ts';
import { setAgentQualification } from './setAgentQualification.ts';
import { setAgentRate } from './setAgentRate.ts';
import { setFacilityPreference } from './setFacilityPreference.ts';
import { ShiftItems } from './ShiftItems.tsx';

/** An agent: pay, qualifications, preferences, calendar address, shifts, flags, and what was changed. */
export async function AgentRecord({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const outcome = await askGraph(agentRecord, { id, ...historyPage(parameters) });
  const agent = outcome.kind === 'data' ? outcome.data.agent : null;
  if (outcome.kind !== 'data' || !agent) {
    return <MissingListed title="Agent" list="/s/agents" outcome={outcome} path={path} />;
  }
  const reader = await recordReader();
  const { locale } = reader;
  const name = agent.person?.name ?? 'Agent without a name';
  const options = qualificationOptions(outcome.data.qualifications);
  return (
    <Page
      title={name}
      note={
        <>
          Agent
          {agent.person && (
            <>
              {' · '}
              <Link href={`/s/people/${agent.person.id}`}>The person</Link>
            </>
          )}
        </>
      }
      down={outcome.down}
      actions={
        <>
          <RaiseFlagButton subjectKind="AGENT" subjectId={id} subjectName={name} />
          <ActionButton
            label="Delete"
            title={`Delete the agent ${name}`}
            warning="An agent can be deleted while they have no shifts; the person stays. This cannot be undone."
            fixed={{ id }}
            action={deleteAgent}
            done="The agent is deleted."
            goTo="/s/agents"
          />
        </>
      }
    >
      <RecordLayout history={agent.history} parameters={parameters} reader={reader}>
        <RecordSection title="Profile">
          <RecordForm
            key={id}
            label="Profile"
            id={id}
            fields={[
              { name: 'homeArea', label: 'Home area', kind: 'text' },
              {
                name: 'phone',
                label: 'Phone',
                kind: 'phone',
                description: 'With the country, for example +44 20 7946 0018',
              },
            ]}
            loaded={agentValues(agent)}
            action={saveAgent}
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
              values={{
                amount: amountText(agent.hourlyRate),
                currency: agent.hourlyRate?.currency ?? 'GBP',
              }}
              fixed={{ id }}
              action={setAgentRate}
              done="Rate set."
            />
          }
        >
          <p>{agent.hourlyRate ? `${formatMoney(agent.hourlyRate, locale)} an hour` : 'No rate is set.'}</p>
        </RecordSection>
        <RecordSection
          title="Qualifications"
          actions={
            <ActionButton
              label="Add a qualification"
              title={`Add a qualification of ${name}`}
              fields={[
                { name: 'code', label: 'Qualification', kind: 'choice', options },
                { name: 'expiresOn', label: 'Holds until', kind: 'day', description: 'Empty for always' },
              ]}
              values={{ code: options[0]?.value ?? '' }}
              fixed={{ agentId: id }}
              action={setAgentQualification}
              done="Qualification added."
            />
          }
        >
          <RecordItems
            none="States no qualification."
            items={agent.qualifications.map(({ id: statedId, qualification, expiresOn, isExpired }) => ({
              key: statedId,
              text: qualification.displayName,
              detail: expiresOn && (
                <>
                  until {formatDay(new Date(`${expiresOn}T12:00Z`), { locale, timeZone: 'UTC' }, new Date(0))}{' '}
                  {isExpired && <StatusTag tone="danger">Expired</StatusTag>}
                </>
              ),
              action: (
                <span>
                  <ActionButton
                    isSmall
                    label="Change"
                    accessibleLabel={`Change until when ${qualification.displayName} holds`}
                    title={qualification.displayName}
                    fields={[
                      {
                        name: 'expiresOn',
                        label: 'Holds until',
                        kind: 'day',
                        description: 'Empty for always',
                      },
                    ]}
                    values={{ expiresOn: expiresOn ?? '' }}
                    fixed={{ agentId: id, code: qualification.code }}
                    action={setAgentQualification}
                    done="Qualification changed."
                  />
                  <ActionButton
                    isSmall
                    label="Remove"
                    accessibleLabel={`Remove ${qualification.displayName}`}
                    title={`Remove ${qualification.displayName}`}
                    warning="Shifts that the agent has already stay theirs."
                    fixed={{ id: statedId }}
                    action={removeAgentQualification}
                    done="Qualification removed."
                  />
                </span>
              ),
            }))}
          />
        </RecordSection>
        <RecordSection
          title="Preferences"
          actions={
            <ActionButton
              label="Add a preference"
              title={`How much ${name} likes to work at a facility`}
              fields={[
                { name: 'facilityId', label: 'Facility', kind: 'record', of: 'facilities', isRequired: true },
                { name: 'preference', label: 'Says', kind: 'choice', options: preferenceOptions },
                { name: 'reason', label: 'Reason', kind: 'longText' },
              ]}
              values={{ preference: 'PREFERRED' }}
              fixed={{ agentId: id }}
              action={setFacilityPreference}
              done="Preference added."
            />
          }
        >
          <RecordItems
            none="Has said nothing of any facility."
            items={agent.preferences.map(({ id: preferenceId, preference, reason, facility }) => ({
              key: preferenceId,
              text: <Link href={`/s/facilities/${facility.id}`}>{facility.name}</Link>,
              detail: [preferenceLabels[preference], reason].filter(Boolean).join(': '),
              action: (
                <span>
                  <ActionButton
                    isSmall
                    label="Change"
                    accessibleLabel={`Change what is said of ${facility.name}`}
                    title={`What ${name} says of ${facility.name}`}
                    fields={[
                      { name: 'preference', label: 'Says', kind: 'choice', options: preferenceOptions },
                      { name: 'reason', label: 'Reason', kind: 'longText' },
                    ]}
                    values={{ preference, reason: reason ?? '' }}
                    fixed={{ agentId: id, facilityId: facility.id }}
                    action={setFacilityPreference}
                    done="Preference changed."
                  />
                  <ActionButton
                    isSmall
                    label="Forget"
                    accessibleLabel={`Forget what is said of ${facility.name}`}
                    title={`Forget what ${name} says of ${facility.name}`}
                    fixed={{ id: preferenceId }}
                    action={clearFacilityPreference}
                    done="Preference forgotten."
                  />
                </span>
              ),
            }))}
          />
        </RecordSection>
        <RecordSection
          title="Private calendar address"
          actions={
            agent.calendarFeed && (
              <ActionButton
                label="Revoke"
                title="Revoke the private calendar address"
                warning="Calendar programs stop showing the shifts. The agent can make a new address."
                fixed={{ agentId: id }}
                action={revokeCalendarFeed}
                done="Address revoked."
              />
            )
          }
        >
          <p>
            {agent.calendarFeed
              ? `Made ${formatInstant(new Date(agent.calendarFeed.createdAt), reader)}.`
              : 'There is none.'}
          </p>
        </RecordSection>
        <ShiftItems shifts={agent.shifts} all={`/s/shifts?agent=${id}`} locale={locale} />
        <FlagItems flags={agent.flags} reader={reader} />
      </RecordLayout>
    </Page>
  );
}
