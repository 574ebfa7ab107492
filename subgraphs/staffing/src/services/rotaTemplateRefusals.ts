import { alreadyExists, invalidInput, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

/** What the constraints of rota templates and their slots refuse, in words. */
export function rotaTemplateRefusals(ctx: Context, slots: readonly { agentId: string | null }[]) {
  return {
    rota_template_name_length: () => invalidInput('name', 'A name has 1 to 200 characters.'),
    rota_template_facility_id_name_key: () =>
      alreadyExists(
        'This facility has a template of that name. Choose another name, or change that template.',
      ),
    rota_slot_agent_id_fkey: async () => {
      const ids = slots.flatMap(({ agentId }) => agentId ?? []);
      const there = await ctx.db.agent.findMany({ where: { id: { in: ids } }, select: { id: true } });
      const known = new Set(there.map(({ id }) => id));
      return notFound('agent', ids.find((id) => !known.has(id.toLowerCase())) ?? '');
    },
  };
}
