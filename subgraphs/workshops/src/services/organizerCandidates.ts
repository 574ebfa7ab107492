import { sqltag as sql } from '@guildhall/kit/table';
import type { EntityKey } from '@guildhall/kit/id';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';

/** So many people may be offered to choose from. */
const most = 100;

/** People who organize or organized other workshops and have no part in this one, whoever did so last first. */
export async function organizerCandidates(ctx: Context, workshopId: string): Promise<EntityKey[]> {
  if (!(await canManage(ctx, workshopId))) return [];
  return ctx.read<EntityKey>(sql`
    select t.person_id as id from workshops.organizer t
     where t.status = 'active' and not exists (
       select from workshops.organizer o
        where o.workshop_id = ${workshopId}::uuid and o.person_id = t.person_id and o.status <> 'withdrawn')
     group by t.person_id order by max(t.updated_at) desc, t.person_id limit ${most}`);
}
