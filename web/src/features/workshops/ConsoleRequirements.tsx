import { EmptyState } from '../../design/EmptyState.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import type { RecordField } from '../../design/records/recordFields.ts';
import { RecordSection } from '../../design/records/RecordLayout.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { addRequirement } from './addRequirement.ts';
import { changeRequirement } from './changeRequirement.ts';
import { ConsolePage } from './ConsolePage.tsx';
import { consoleRequirements } from './consoleRequirements.query.ts';
import { kindOptions } from './kindOptions.ts';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { removeRequirement } from './removeRequirement.ts';
import { RequirementLines } from './RequirementLines.tsx';
import styles from './ConsoleRequirements.module.css';

/** What participants need, to be added to, changed and shortened; it says how many acknowledged what there is now. */
export async function ConsoleRequirements({ id }: { id: string }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const outcome = await askGraph(consoleRequirements, { id });
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const { requirements, requirementsVersion, all, status } = workshop;
  const kinds = kindOptions(outcome.data.requirementKinds ?? []);
  const live = all.totals.waiting + all.totals.offered + all.totals.confirmed;
  const warning =
    live === 0
      ? undefined
      : `${live === 1 ? 'One person has' : `${live} people have`} signed up and acknowledged the requirements as they were. They keep their places, and are asked to look at the new ones.`;
  const canChange = status === 'DRAFT' || status === 'PUBLISHED';
  const fields: readonly RecordField[] = [
    {
      name: 'kind',
      label: 'Kind',
      kind: 'choice',
      options: kinds,
      description: 'People can say that they bring what stands under a heading, not the heading itself',
    },
    {
      name: 'text',
      label: 'What exactly',
      kind: 'longText',
      isRequired: true,
      description: 'For example: a laptop on which you may install programs',
    },
    {
      name: 'level',
      label: 'How much it matters',
      kind: 'choice',
      options: [
        { value: 'MUST', label: 'Must: nobody should come without it' },
        { value: 'SHOULD', label: 'Should: it helps' },
      ],
    },
  ];
  return (
    <ConsolePage workshop={workshop} tab="requirements" down={outcome.down} locale={locale}>
      <RecordSection
        title="What participants need"
        actions={
          canChange && (
            <ActionButton
              isPrimary
              label="Add a requirement"
              title="Add a requirement"
              warning={warning}
              fields={fields}
              values={{ kind: kinds[0]?.value ?? '', level: 'MUST' }}
              fixed={{ workshopId: id }}
              action={addRequirement}
              done="Requirement added."
            />
          )
        }
      >
        <p className={styles.version}>
          Version {requirementsVersion}.{' '}
          {live > 0 && 'Whoever has signed up sees what changes, and acknowledges it.'}
        </p>
        {requirements.length === 0 ? (
          <EmptyState>Nothing is needed. Whoever signs up has nothing to acknowledge.</EmptyState>
        ) : (
          <RequirementLines
            requirements={requirements}
            controlOf={({ id: requirementId, kind, text, level }) =>
              canChange && (
                <div className={styles.controls}>
                  <ActionButton
                    isSmall
                    label="Change"
                    accessibleLabel={`Change ${kind.displayName}`}
                    title={`Change ${kind.displayName}`}
                    warning={warning}
                    fields={fields}
                    values={{ kind: kind.code, text, level }}
                    fixed={{ id: requirementId }}
                    action={changeRequirement}
                    done="Requirement changed."
                  />
                  <ActionButton
                    isSmall
                    label="Remove"
                    accessibleLabel={`Remove ${kind.displayName}`}
                    title={`Remove ${kind.displayName}`}
                    warning={warning ?? 'Participants no longer need it.'}
                    fixed={{ id: requirementId }}
                    action={removeRequirement}
                    done="Requirement removed."
                  />
                </div>
              )
            }
          />
        )}
      </RecordSection>
    </ConsolePage>
  );
}
