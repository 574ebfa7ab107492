import {
  makeFolder,
  removeFolder,
  startStackProcess,
  testSettings,
} from '@guildhall/stack/testing/stackProcess';

/** Where the parts of a stack answer. */
export interface StackAddresses {
  web: string;
  issuer: string;
  graph: string;
  databaseUrl: string;
  /** Its keys and its database. */
  dataDirectory: string;
  /** By domain. */
  subgraphs: Record<string, string>;
}

/** The whole product in a process of its own, with data of its own. */
export interface Stack extends StackAddresses {
  stop(): Promise<void>;
}

/** Starts the product as `npm start` does, on free ports, and waits until it answers. */
export async function startStack(settings: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const dataDirectory = makeFolder();
  const { note, output, end } = await startStackProcess(['stack/src/start.ts'], {
    ...testSettings(dataDirectory),
    NODE_ENV: 'production',
    SEED_SCALE: '3',
    WEB: 'on',
    ...settings,
  });
  const subgraphs = [...output().matchAll(/Subgraph (\w+) +(http\S+)/g)].map(([, name, url]) => [name, url]);
  return {
    ...note,
    web: note.web!,
    dataDirectory,
    subgraphs: Object.fromEntries(subgraphs) as Record<string, string>,
    async stop() {
      await end();
      removeFolder(dataDirectory);
    },
  };
}
