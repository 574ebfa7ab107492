import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('staffing', {
  models: ['Facility', 'Agent', 'Shift'],
  references: ['Person', 'Organisation'],
  plainTypes: ['OverlapsOtherShift'],
});
