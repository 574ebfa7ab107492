import { todayIn } from '../../design/calendar.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { LinkButton } from '../../design/LinkButton.tsx';
import { Page, Panel } from '../../design/Page.tsx';
import { settings } from '../../env.ts';
import { currentSession } from '../../session/currentSession.ts';
import { NewWorkshopForm } from './NewWorkshopForm.tsx';

/** Adds a workshop, for support staff. */
export async function NewWorkshop() {
  const { session } = await currentSession();
  const { homeZone } = settings();
  return (
    <Page title="New workshop" note="It begins as a draft: its organizers add requirements and publish it.">
      {session?.role === 'company' ? (
        <Panel label="New workshop">
          <NewWorkshopForm today={todayIn(homeZone)} timeZone={homeZone} />
        </Panel>
      ) : (
        <EmptyState action={<LinkButton href="/w">See the workshops</LinkButton>}>
          Support staff add workshops. Tell them which one is missing.
        </EmptyState>
      )}
    </Page>
  );
}
