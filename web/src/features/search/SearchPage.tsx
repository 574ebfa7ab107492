import { type SearchParameters, textParameter } from '../../design/listParameters.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { findRecords } from './findRecords.ts';
import { SearchPanel } from './SearchPanel.tsx';

/** One search over people, organisations, facilities, agents, shifts and workshops; `q` is what to look for. */
export async function SearchPage({ parameters }: { parameters: SearchParameters }) {
  const text = textParameter(parameters, 'q')?.slice(0, 200);
  const searched = text === undefined ? undefined : { text, outcome: await findRecords(text) };
  return (
    <Page title="Search">
      <Panel label="Search">
        <SearchPanel searched={searched} />
      </Panel>
    </Page>
  );
}
