import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen(
  {
    Facility: '@guildhall/prisma/staffing#Facility',
    Agent: '@guildhall/prisma/staffing#Agent',
    Shift: '@guildhall/prisma/staffing#Shift',
  },
  ['OverlapsOtherShift'],
);
