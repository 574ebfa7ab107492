import { loadRotaTemplate } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const rotaTemplate: NonNullable<QueryResolvers['rotaTemplate']> = (_parent, { id }, ctx) =>
  loadRotaTemplate(ctx, id);
