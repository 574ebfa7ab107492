import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';

/** One migration as it lies in its folder. */
export interface Migration {
  /** The name of the folder: `<timestamp>_<name>`. */
  name: string;
  /** The text of `migration.sql`. */
  sql: string;
}

/** Node has it; its type declarations leave it to the browser's. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: unknown } }>;
};

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type AdapterFactory = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0];

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from one datamodel to another. Needs no database.
 *
 * @param from The text of a `schema.prisma`; null for an empty database.
 * @param to Likewise.
 * @returns An SQL script; null when there is no difference.
 * @throws Error with Prisma's message when a datamodel is not valid.
 */
export async function diffDatamodels(from: string | null, to: string | null): Promise<string | null> {
  const target = (content: string | null) =>
    content === null
      ? { tag: 'empty' as const }
      : { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
  const engine = await newEngine(withoutDatabase, (to ?? from)!);
  try {
    const { stdout } = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    if (stdout === null || stdout.includes('This is an empty migration')) return null;
    // The schema is not the script's affair: the search path names it.
    return stdout
      .replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '')
      .replaceAll('"public".', '');
  } finally {
    engine.free();
  }
}

/**
 * Applies what is not applied yet of a list of migrations and records it as `prisma migrate deploy` does, in
 * `_prisma_migrations` of the pool's first schema. The pool must hold one connection at most: the caller has
 * begun a transaction on it, so that script and record come to be together or not at all.
 *
 * @param pool Its search path names the schema.
 * @param schema The PostgreSQL schema.
 * @param migrations In the order of their names, from the very first on.
 * @throws pg.DatabaseError when a script fails; Error with Prisma's message otherwise.
 */
export async function applyMigrations(
  pool: pg.Pool,
  schema: string,
  migrations: readonly Migration[],
): Promise<void> {
  const factory = new PrismaPg(pool, { schema });
  let failure: unknown;
  const connect = async (): Promise<Adapter> => {
    const adapter = await factory.connect();
    // The adapter's own cuts a script at every semicolon, also those in comments and function bodies.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    return adapter;
  };
  const engine = await newEngine({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  });
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: '/',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: noFilters,
    });
  } catch (error) {
    throw failure ?? error;
  } finally {
    engine.free();
  }
}

async function newEngine(factory: AdapterFactory, datamodel = ''): Promise<Engine> {
  const { SchemaEngine } = await loadEngine();
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel || 'datasource db {\n  provider = "postgresql"\n}\n']] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

let loading: Promise<typeof glue> | undefined;

/** The package is made for bundlers; Node needs the WebAssembly module put into its glue by hand. */
function loadEngine(): Promise<typeof glue> {
  loading ??= (async () => {
    const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const file = script.replace(/\.js$/, '.wasm');
    const { instance } = await WebAssembly.instantiate(readFileSync(file), {
      './schema_engine_bg.js': glue,
    });
    (glue as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
    return glue;
  })();
  return loading;
}

/** The engine asks a database for its version before it will compare two texts: here is the answer. */
const withoutDatabase: AdapterFactory = (() => {
  const columns = { columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0] };
  const refuse = () => Promise.reject(new Error('There is no database behind this comparison.'));
  const adapter = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async () => ({ ...columns, rows: [[true, 'PostgreSQL 18.0', 180000]] }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {},
  } as unknown as Adapter;
  const connect = async () => adapter;
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect };
})();
