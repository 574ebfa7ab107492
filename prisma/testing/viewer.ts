import type pg from 'pg';

/** The viewer of a statement in tests, as the viewer-aware pool sets it. */
export interface TestViewer {
  role?: string;
  personId?: string;
  organisationId?: string;
  requestId?: string;
}

/** Runs something as a viewer, in a transaction that is rolled back unless `commit` is true. */
export async function asViewer<T>(
  client: pg.ClientBase,
  viewer: TestViewer,
  run: () => Promise<T>,
  { commit = false } = {},
): Promise<T> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('guildhall.role', $1, true), set_config('guildhall.person_id', $2, true),
              set_config('guildhall.organisation_id', $3, true), set_config('guildhall.request_id', $4, true)`,
      [viewer.role ?? '', viewer.personId ?? '', viewer.organisationId ?? '', viewer.requestId ?? ''],
    );
    const result = await run();
    await client.query(commit ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
