'use client';

import { useEffect, useState } from 'react';
import styles from './ExplorerEditor.module.css';

/** What the bundler of the explorer says of its files, which are of the same release as this page. */
type Manifest = Readonly<
  Record<string, { file: string; isEntry?: boolean; css?: readonly string[]; imports?: readonly string[] }>
>;

/** Where its files are served. */
const base = '/explorer/';

/**
 * The place of the editor, which is bundled by itself, workers and fonts included: its files are loaded on this page
 * alone, and it is told where to send operations.
 */
export function ExplorerEditor({ graph }: { graph: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const isOwnDocument =
      navigation && new URL(navigation.name, location.href).pathname === location.pathname;
    // Its content security policy comes with the document, and it starts once in each.
    if (!isOwnDocument || document.querySelector('script[data-explorer]')) {
      if (!isOwnDocument) location.reload();
      return;
    }
    load().catch(() => setProblem('The explorer does not load at the moment. Load the page again.'));
  }, []);
  return (
    <>
      {problem && (
        <p role="alert" className={styles.note}>
          {problem}
        </p>
      )}
      <div id="explorer" className={styles.editor} data-graph={graph}>
        <p className={styles.note} role="status">
          The explorer is loading…
        </p>
      </div>
    </>
  );
}

async function load(): Promise<void> {
  const response = await fetch(`${base}manifest.json`);
  const chunks = (await response.json()) as Manifest;
  const entry = Object.values(chunks).find(({ isEntry }) => isEntry)!;
  const styleFiles = new Set(entry.css);
  for (const name of entry.imports ?? []) chunks[name]?.css?.forEach((file) => styleFiles.add(file));
  const preload = document.createElement('link');
  preload.rel = 'modulepreload';
  preload.href = `${base}${entry.file}`;
  document.head.append(preload);
  // Before the editor is there: it would be seen without them for a moment.
  await Promise.all(
    [...styleFiles].map((file) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${base}${file}`;
      document.head.append(link);
      return new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
      });
    }),
  );
  const script = document.createElement('script');
  script.type = 'module';
  script.dataset['explorer'] = '';
  script.src = `${base}${entry.file}`;
  document.head.append(script);
}
