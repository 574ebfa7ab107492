import { todayIn } from '../../design/calendar.ts';
import { Facts } from '../../design/Facts.tsx';
import { formatDay, formatMoney } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { Page, Panel } from '../../design/Page.tsx';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroublePage } from '../../design/TroublePage.tsx';
import { settings } from '../../env.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { AddQualification } from './AddQualification.tsx';
import { AgentForm } from './AgentForm.tsx';
import { agentValues } from './agentValues.ts';
import styles from './OwnProfile.module.css';
import { ownProfile } from './ownProfile.query.ts';
import qualificationStyles from './Qualifications.module.css';
import { StatedQualification } from './StatedQualification.tsx';

/** The agent's own profile: how to reach them, what they are paid, what they are qualified for, their calendar. */
export async function OwnProfile() {
  const { area } = await currentSession();
  const locale = await readerLocale();
  const outcome = partOf(
    await askGraph(ownProfile, {}),
    ({ me, qualifications }) => me?.agent && { name: me.name, agent: me.agent, qualifications },
  );
  if (outcome.kind !== 'data') return <TroublePage title="Profile" trouble={outcome} />;
  const { name, agent, qualifications } = outcome.data;
  // By the day in UTC, as the graph tells what has expired.
  const today = todayIn('UTC');
  const stated = new Set(agent.qualifications.map(({ qualification }) => qualification.code));
  const options = (qualifications ?? [])
    .filter(({ code }) => !stated.has(code))
    .map(({ code, displayName, parents }) => ({
      value: code,
      label: [...parents, { displayName }].map((each) => each.displayName).join(' › '),
    }));
  return (
    <Page title={name} down={outcome.down}>
      <div className={styles.sections}>
        <Panel label="Contact and pay">
          <AgentForm loaded={agentValues(agent)} />
          <div className={styles.fixed}>
            <Facts
              facts={[
                ['Name', name],
                [
                  'Pay',
                  agent.hourlyRate ? `${formatMoney(agent.hourlyRate, locale)} an hour` : 'Not agreed yet',
                ],
              ]}
            />
            <p className={styles.hint}>Support staff change your name and your pay: raise a flag for it.</p>
            <div>
              <RaiseFlagButton subjectKind="AGENT" subjectId={agent.id} subjectName="your profile" />
            </div>
            <FlagList flags={agent.flags.nodes} reader={{ locale, timeZone: settings().homeZone }} />
          </div>
        </Panel>
        <Panel label="Qualifications">
          <h2>Qualifications</h2>
          {agent.qualifications.length === 0 ? (
            <p className={styles.hint}>You state none yet: open shifts that take one are not shown to you.</p>
          ) : (
            <ul className={qualificationStyles.list}>
              {agent.qualifications.map((each) => (
                <StatedQualification key={each.id} stated={each} today={today} />
              ))}
            </ul>
          )}
          <AddQualification options={options} />
        </Panel>
        <Panel label="Calendar">
          <h2>Calendar</h2>
          <p className={styles.hint}>
            {agent.calendarFeed
              ? `Calendar programs read your shifts at a private address, made on ${formatDay(new Date(agent.calendarFeed.createdAt), { locale, timeZone: settings().homeZone })}.`
              : 'A private address shows your shifts in the calendar of your phone or computer.'}
          </p>
          <LinkButton variant="default" href={`${area.base}/calendar`}>
            Calendar address
          </LinkButton>
        </Panel>
      </div>
    </Page>
  );
}
