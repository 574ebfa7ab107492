import { qualifications as codes } from '@guildhall/reference/codes';
import type { QueryResolvers } from '../../types.generated.ts';

export const qualifications: NonNullable<QueryResolvers['qualifications']> = () => [...codes.all];
