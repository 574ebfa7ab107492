import { requirementKinds as codes } from '@guildhall/reference/codes';
import type { QueryResolvers } from '../../types.generated.ts';

export const requirementKinds: NonNullable<QueryResolvers['requirementKinds']> = () => [...codes.all];
