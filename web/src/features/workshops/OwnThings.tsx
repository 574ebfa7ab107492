import { LinkButton } from '../../design/LinkButton.tsx';
import { Page, Panel } from '../../design/Page.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { BringCheckbox } from './BringCheckbox.tsx';
import styles from './OwnThings.module.css';
import { ownThings } from './ownThings.query.ts';

/** What one brings to workshops, thing by thing, so that the programme can tell which of them one is ready for. */
export async function OwnThings() {
  const { path } = await currentSession();
  const outcome = partOf(await askGraph(ownThings, {}), ({ me, requirementKinds }) =>
    me?.brings && requirementKinds ? { brings: me.brings, kinds: requirementKinds } : null,
  );
  if (outcome.kind !== 'data') {
    return (
      <Page title="What I bring">
        <TroubleState trouble={outcome} path={path} />
      </Page>
    );
  }
  const { brings, kinds } = outcome.data;
  const brought = new Set(brings.map(({ code }) => code));
  const known = kinds.filter(({ isKnown, code }) => isKnown || brought.has(code));
  const parents = new Set(known.flatMap((kind) => kind.parents.map(({ code }) => code)));
  const groups = known.filter(({ code, parents: above }) => above.length === 0 && parents.has(code));
  const listed = [
    ...groups.map((group) => ({
      ...group,
      things: known.filter(({ parents: above }) => above.some(({ code }) => code === group.code)),
    })),
    {
      code: 'other',
      displayName: 'Other',
      things: known.filter(({ code, parents: above }) => above.length === 0 && !parents.has(code)),
    },
  ].filter(({ things }) => things.length > 0);
  return (
    <Page
      title="What I bring"
      note="Workshops show which of their requirements you meet by it. You and support staff see this, nobody else."
      down={outcome.down}
      actions={<LinkButton href="/w?musts=met">Workshops whose musts I meet</LinkButton>}
    >
      <div className={styles.groups}>
        {listed.map(({ code, displayName, things }) => (
          <Panel key={code} label={displayName}>
            <div className={styles.group}>
              <h2>{displayName}</h2>
              {things.map((thing) => (
                <BringCheckbox
                  key={thing.code}
                  code={thing.code}
                  name={thing.displayName}
                  isBrought={brought.has(thing.code)}
                />
              ))}
            </div>
          </Panel>
        ))}
      </div>
    </Page>
  );
}
