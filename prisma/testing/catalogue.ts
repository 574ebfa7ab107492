import type pg from 'pg';

/** Grants in one order, the default ones spelled out: PostgreSQL stores these only after the first change. */
const grants = (list: string, kind: string, owner: string) =>
  `(select array_agg(item::text order by item::text) from unnest(coalesce(${list}, acldefault(${kind}, ${owner}))) item)::text`;

const query = `
with space as (
  select oid, nspname, nspowner, nspacl from pg_namespace where nspname = any ($1)
), class as (
  select c.*, nspname || '.' || relname as name from pg_class c join space on space.oid = relnamespace
  where relname !~ '^_prisma_migrations'
)
select 'schema ' || nspname || ' of ' || nspowner::regrole || ' ' || ${grants('nspacl', `'n'`, 'nspowner')} as line from space
union all
select format('%s %s of %s rls %s %s %s', relkind, name, relowner::regrole, relrowsecurity, relforcerowsecurity,
    ${grants('relacl', `case relkind when 'S' then 's' else 'r' end::"char"`, 'relowner')})
  from class where relkind not in ('i')
union all
select format('%s %s.%s %s %s %s %s %s', case when relkind in ('v', 'm') then 'view column' else 'column' end, name, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
    pg_get_expr(adbin, adrelid), attacl)
  from class join pg_attribute on attrelid = class.oid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm', 'c')
union all
select format('view %s %s %s', name, reloptions, pg_get_viewdef(oid)) from class where relkind in ('v', 'm')
union all
select format('constraint %s.%s %s %s', name, conname, pg_get_constraintdef(c.oid), convalidated)
  from class join pg_constraint c on conrelid = class.oid
union all
select pg_get_indexdef(indexrelid) from class join pg_index on indrelid = class.oid
union all
select format('policy %s.%s %s %s to %s using %s check %s', name, polname, polpermissive, polcmd, polroles::regrole[],
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  from class join pg_policy on polrelid = class.oid
union all
select pg_get_triggerdef(t.oid) || tgenabled::text from class join pg_trigger t on tgrelid = class.oid where not tgisinternal
union all
select format('%s of %s %s', pg_get_functiondef(p.oid), proowner::regrole, ${grants('proacl', `'f'`, 'proowner')})
  from pg_proc p join space on space.oid = pronamespace
  where prokind in ('f', 'p') and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
union all
select format('type %s.%s %s %s', nspname, typname, typtype, (select array_agg(enumlabel order by enumsortorder)
    from pg_enum where enumtypid = t.oid))
  from pg_type t join space on space.oid = typnamespace
  where typtype in ('e', 'd') and not exists (select from pg_depend where objid = t.oid and deptype = 'e')
order by 1`;

/**
 * Describes everything that stands in some schemas, Prisma's own table apart: schemas, tables, views, columns,
 * constraints, indexes, policies, triggers, functions, types, with owners and grants; one line each.
 */
export async function readCatalogue(client: pg.ClientBase, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(query, [schemas]);
  return rows.map(({ line }) => line);
}
