import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteRotaTemplateResult = { __typename: 'DeleteRotaTemplatePayload'; id: string } | NotFound;

/** Deletes a rota template with its slots. */
export async function deleteRotaTemplate(ctx: Context, id: string): Promise<DeleteRotaTemplateResult> {
  if (!isId(id)) return notFound('rota template', id);
  const { count } = await ctx.db.rotaTemplate.deleteMany({ where: { id } });
  if (count === 0) return notFound('rota template', id);
  return { __typename: 'DeleteRotaTemplatePayload', id };
}
