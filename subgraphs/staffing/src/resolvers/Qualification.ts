import { qualifications } from '@guildhall/reference/codes';
import type { QualificationResolvers } from '../types.generated.ts';

export const Qualification: QualificationResolvers = {
  parents: ({ parents }) => parents.map(qualifications.find),
  restHours: ({ parameters }) => parameters.restHours,
  weeklyHours: ({ parameters }) => parameters.weeklyHours,
  giveBackHours: ({ parameters }) => parameters.giveBackHours,
};
