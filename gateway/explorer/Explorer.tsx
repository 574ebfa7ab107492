import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { useGraphiQL } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { examples } from './examples.ts';
import { savedOperationsPlugin } from './SavedOperations.tsx';
import { fromFragment } from './savedOperations.ts';
import type { Session } from './signIn.ts';

/** The scope of those who may read the schema. */
const explorerScope = 'explorer:use';

const linked = fromFragment(location.hash);
const plugins = [savedOperationsPlugin, HISTORY_PLUGIN];

/**
 * GraphiQL with the gateway's sign-in around it, or within a page that has signed the person in.
 *
 * @param props.graph where such a page takes operations, and adds what says who asks.
 */
export function Explorer({ session, graph = '/graphql' }: { session?: Session; graph?: string }) {
  const [isReady, setReady] = useState(false);
  const person = session?.person;
  const readsSchema = !session || (person?.scopes.includes(explorerScope) ?? false);
  const ask = async (operation: object, { headers = {} }: { headers?: Record<string, string> } = {}) => {
    const token = session ? await session.token() : null;
    const response = await fetch(graph, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(operation),
    });
    return (await response.json()) as object;
  };
  // A page that has signed somebody in has a main part already.
  const Frame = session ? 'main' : 'div';
  return (
    <>
      {session && (
        <header className="bar">
          <strong>Guildhall explorer</strong>
          {person ? (
            <span className="who">
              <span>
                {person.name}, <em>{person.role}</em>
              </span>
              <button type="button" onClick={() => void session.signOut()}>
                Sign out
              </button>
            </span>
          ) : (
            <button type="button" className="main" onClick={() => void session.signIn()}>
              Sign in
            </button>
          )}
        </header>
      )}
      {!readsSchema && (
        <p className="notice" role="status">
          {person
            ? `You may run operations. To read the docs here, your role (${person.role}) would need the scope ${explorerScope}: ask support staff for it.`
            : 'Sign in to read the docs and to run operations. Without it the graph answers nothing.'}
        </p>
      )}
      <Frame className="frame" inert={!isReady} aria-busy={!isReady}>
        <GraphiQL
          fetcher={ask as never}
          // Undefined asks the graph for it, null does without.
          {...(!readsSchema && { schema: null })}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          defaultQuery={examples[0]!.query}
          {...(linked && { initialQuery: linked.query, initialVariables: linked.variables })}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>
            <Readiness tell={setReady} />
          </GraphiQL.Logo>
        </GraphiQL>
      </Frame>
    </>
  );
}

/** In the place of a logo: tells when the editors are there. Before, GraphiQL takes clicks and does nothing with them. */
function Readiness({ tell }: { tell: (isReady: boolean) => void }) {
  const isReady = useGraphiQL(({ queryEditor, responseEditor }) => Boolean(queryEditor && responseEditor));
  useEffect(() => tell(isReady), [isReady, tell]);
  return <span />;
}
