import { useGraphiQL } from '@graphiql/react';
import { type FormEvent, useRef, useState } from 'react';
import { examples } from './examples.ts';
import {
  type SavedOperation,
  parseSaved,
  readSaved,
  toFragment,
  withOperations,
  writeSaved,
} from './savedOperations.ts';

/** The pane of GraphiQL in which people keep operations under names. */
export const savedOperationsPlugin = {
  title: 'Saved operations',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M6 3h12v18l-6-4.500L6 21z" strokeLinejoin="round" />
    </svg>
  ),
  content: SavedOperations,
};

function SavedOperations() {
  const [operations, setOperations] = useState(readSaved);
  const [name, setName] = useState('');
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  const keep = (next: SavedOperation[], what: string) => {
    try {
      writeSaved(next);
    } catch {
      return setSaid('This browser has no room left for saved operations: export some and delete them.');
    }
    setOperations(next);
    setSaid(what);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim();
    const query = queryEditor?.getValue() ?? '';
    if (called === '') return setSaid('Give the operation a name first.');
    if (query.trim() === '') return setSaid('The editor is empty: write an operation first.');
    const isKnown = operations.some((operation) => operation.name === called);
    const variables = variableEditor?.getValue() ?? '';
    keep(
      withOperations(operations, { name: called, query, variables }),
      isKnown ? `“${called}” is replaced.` : `“${called}” is saved in this browser.`,
    );
    setName('');
  };
  const open = ({ name: called, query, variables }: SavedOperation) => {
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    queryEditor?.focus();
    setSaid(`“${called}” is in the editor.`);
  };
  const rename = (operation: SavedOperation) => {
    const called = prompt('The new name', operation.name)?.trim();
    if (!called || called === operation.name) return;
    const others = operations.filter((each) => each !== operation);
    keep(withOperations(others, { ...operation, name: called }), `It is called “${called}” now.`);
  };
  const remove = (operation: SavedOperation) => {
    if (!confirm(`Delete “${operation.name}”? It cannot be brought back.`)) return;
    keep(
      operations.filter((each) => each !== operation),
      `“${operation.name}” is deleted.`,
    );
  };
  const share = async (operation: SavedOperation) => {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}${toFragment(operation)}`);
    setSaid(`A link to “${operation.name}” is in the clipboard.`);
  };
  const exportAll = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(operations, null, 2)], { type: 'application/json' }),
    );
    link.download = 'guildhall-operations.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const importFrom = async (chosen: File | undefined) => {
    if (!chosen) return;
    const added = parseSaved(await chosen.text());
    if (!added)
      return setSaid(`${chosen.name} holds no saved operations: choose a file that was exported here.`);
    keep(withOperations(operations, ...added), `${added.length} operations were added from ${chosen.name}.`);
  };

  const shown = operations.filter((operation) => operation.name.toLowerCase().includes(search.toLowerCase()));
  return (
    <section className="saved" aria-label="Saved operations">
      <h2>Saved operations</h2>
      <form onSubmit={save}>
        <label htmlFor="saved-name">Name of what is in the editor</label>
        <div className="row">
          <input
            id="saved-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
          />
          <button type="submit">Save</button>
        </div>
      </form>
      <p role="status">{said}</p>
      {operations.length > 5 && (
        <input
          type="search"
          aria-label="Search saved operations"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {operations.length === 0 && (
        <p>Nothing is saved yet. Write an operation, give it a name, and it is kept in this browser.</p>
      )}
      <ul>
        {shown.map((operation) => (
          <li key={operation.name}>
            <button type="button" className="open" onClick={() => open(operation)}>
              {operation.name}
            </button>
            <span className="row">
              <button
                type="button"
                aria-label={`Copy a link to ${operation.name}`}
                onClick={() => void share(operation)}
              >
                Link
              </button>
              <button type="button" aria-label={`Rename ${operation.name}`} onClick={() => rename(operation)}>
                Rename
              </button>
              <button type="button" aria-label={`Delete ${operation.name}`} onClick={() => remove(operation)}>
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" disabled={operations.length === 0} onClick={exportAll}>
          Export
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Import
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json"
          hidden
          onChange={(event) => void importFrom(event.target.files?.[0])}
        />
      </div>
      <h3>Examples</h3>
      <ul>
        {examples.map((operation) => (
          <li key={operation.name}>
            <button type="button" className="open" onClick={() => open(operation)}>
              {operation.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
