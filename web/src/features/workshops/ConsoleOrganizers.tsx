import type { OrganizerStatus } from '../../../generated/graphql.ts';
import { formatInstant } from '../../design/format.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { RecordItems, RecordSection } from '../../design/records/RecordLayout.tsx';
import { StatusTag, type StatusTone } from '../../design/StatusTag.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ConsolePage } from './ConsolePage.tsx';
import { consoleOrganizers } from './consoleOrganizers.query.ts';
import styles from './ConsoleRequirements.module.css';
import { inviteOrganizer } from './inviteOrganizer.ts';
import { markUnavailable } from './markUnavailable.ts';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { nameOf } from './nameOf.ts';
import { pickCandidates } from './pickCandidates.ts';
import { withdrawOrganizer } from './withdrawOrganizer.ts';

const statuses: Readonly<Record<OrganizerStatus, { tone: StatusTone; label: string }>> = {
  ACTIVE: { tone: 'ok', label: 'Active' },
  INVITED: { tone: 'open', label: 'Invited' },
  UNAVAILABLE: { tone: 'danger', label: 'Cannot at present' },
  WITHDRAWN: { tone: 'off', label: 'No longer' },
};

/** Who organizes a workshop; when one cannot, another is invited and takes over. */
export async function ConsoleOrganizers({ id }: { id: string }) {
  const { path, session } = await currentSession();
  const locale = await readerLocale();
  const outcome = await askGraph(consoleOrganizers, { id });
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const { organizers, organizerCandidates, myOrganizing, status, timeZone } = workshop;
  const canChange = status === 'DRAFT' || status === 'PUBLISHED';
  const only =
    status === 'PUBLISHED' && organizers.filter((each) => each.status === 'ACTIVE').length === 1
      ? ' A published workshop keeps an active organizer: while this is the only one, invite a substitute first, and wait until they accept.'
      : '';
  const hasCandidates = organizerCandidates.totalCount > 0;
  return (
    <ConsolePage workshop={workshop} tab="organizers" down={outcome.down} locale={locale}>
      <RecordSection
        title="Who organizes it"
        actions={
          canChange && (
            <div className={styles.controls}>
              {session?.role === 'company' && (
                <ActionButton
                  label="Invite anybody"
                  title="Invite an organizer"
                  fields={[
                    { name: 'personId', label: 'Person', kind: 'record', of: 'people', isRequired: true },
                  ]}
                  fixed={{ workshopId: id }}
                  action={inviteOrganizer}
                  done="Invited."
                />
              )}
              {hasCandidates && (
                <ActionButton
                  isPrimary
                  label="Invite a substitute"
                  title="Invite a substitute"
                  warning="Whoever accepts can do all that you can. You stay an organizer until you say that you cannot."
                  fields={[
                    {
                      name: 'personId',
                      label: 'Who organizes other workshops',
                      kind: 'record',
                      find: pickCandidates.bind(null, id),
                      isRequired: true,
                    },
                  ]}
                  fixed={{ workshopId: id }}
                  action={inviteOrganizer}
                  done="Invited. They see it in My workshops."
                />
              )}
            </div>
          )
        }
      >
        <RecordItems
          none="Nobody organizes it."
          items={organizers.map((organizer) => {
            const isMe = organizer.id === myOrganizing?.id;
            const name = nameOf(organizer.person);
            const fixed = { id: organizer.id };
            const { tone, label } = statuses[organizer.status];
            return {
              key: organizer.id,
              text: (
                <>
                  {name} {isMe && '(you)'} <StatusTag tone={tone}>{label}</StatusTag>
                </>
              ),
              detail: `invited ${formatInstant(new Date(organizer.invitedAt), { locale, timeZone })}`,
              action: canChange && organizer.status !== 'WITHDRAWN' && (
                <span className={styles.controls}>
                  {organizer.status === 'ACTIVE' && (
                    <ActionButton
                      isSmall
                      label={isMe ? 'I cannot' : 'Cannot'}
                      accessibleLabel={
                        isMe ? 'I cannot organize it at present' : `Cannot at present: ${name}`
                      }
                      title={isMe ? 'You cannot organize it at present' : `${name} cannot at present`}
                      warning={`${isMe ? 'You no longer manage it until you say that you can again, on its page.' : `${name} no longer manages it until they say that they can again.`}${only}`}
                      fixed={fixed}
                      action={markUnavailable}
                      done={isMe ? 'Noted: you cannot at present.' : `Noted: ${name} cannot at present.`}
                    />
                  )}
                  <ActionButton
                    isSmall
                    label={organizer.status === 'INVITED' ? 'Take back' : 'End'}
                    accessibleLabel={
                      organizer.status === 'INVITED'
                        ? `Take back the invitation of ${name}`
                        : `End the part of ${name}`
                    }
                    title={
                      organizer.status === 'INVITED'
                        ? `Take back the invitation of ${name}`
                        : `End the part of ${name}`
                    }
                    warning={
                      organizer.status === 'INVITED'
                        ? `${name} can be invited again.`
                        : `${isMe ? 'You no longer organize' : `${name} no longer organizes`} it, for good.${only}`
                    }
                    fixed={fixed}
                    action={withdrawOrganizer}
                    done={organizer.status === 'INVITED' ? 'Taken back.' : 'Ended.'}
                  />
                </span>
              ),
            };
          })}
        />
        {canChange && !hasCandidates && session?.role !== 'company' && (
          <p className={styles.version}>
            Nobody else organizes a workshop yet. Support staff can invite anybody.
          </p>
        )}
      </RecordSection>
    </ConsolePage>
  );
}
