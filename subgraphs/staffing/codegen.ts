import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('staffing', {
  models: ['Facility', 'Agent', 'Shift'],
  references: ['Person', 'Organisation'],
  mappers: { Qualification: '@guildhall/reference/codes#Code' },
  plainTypes: [
    'AssignmentWarning',
    'NotQualified',
    'OverlapsOtherShift',
    'ShiftAlreadyTaken',
    'ShiftHasStarted',
    'ShiftTotals',
    'TooLittleRest',
    'TooManyHours',
  ],
});
