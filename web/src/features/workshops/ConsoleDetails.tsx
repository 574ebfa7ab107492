import { Panel } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { RecordForm } from '../../design/records/RecordForm.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import styles from './ConsoleParticipants.module.css';
import { ConsolePage } from './ConsolePage.tsx';
import { consoleDetails } from './consoleDetails.query.ts';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { saveWorkshop } from './saveWorkshop.ts';
import { workshopFields, workshopValues } from './workshopValues.ts';

/** The details of a workshop, to be changed in place. */
export async function ConsoleDetails({ id }: { id: string }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const outcome = await askGraph(consoleDetails, { id });
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const { waiting, offered, confirmed } = workshop.all.totals;
  return (
    <ConsolePage workshop={workshop} tab="details" down={outcome.down} locale={locale}>
      <Panel label="Details">
        <div className={styles.participants}>
          {waiting + offered + confirmed > 0 && (
            <p>
              {waiting + offered + confirmed} have signed up. Other times move them along. Seats that are
              added go to those who wait first.
            </p>
          )}
          {workshop.status === 'DRAFT' || workshop.status === 'PUBLISHED' ? (
            <RecordForm
              key={id}
              label="Details of the workshop"
              id={id}
              fields={workshopFields}
              loaded={workshopValues(workshop)}
              action={saveWorkshop}
            />
          ) : (
            <p>It can no longer be changed.</p>
          )}
        </div>
      </Panel>
    </ConsolePage>
  );
}
