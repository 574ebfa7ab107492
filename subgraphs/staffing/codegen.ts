import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('staffing', {
  models: ['Facility', 'Agent', 'AgentQualification', 'CalendarFeed', 'FacilityPreference', 'Shift'],
  references: ['Person', 'Organisation'],
  mappers: { Qualification: '@guildhall/reference/codes#Code' },
  plainTypes: [
    'AssignmentWarning',
    'CalendarViewer',
    'FacilityContact',
    'NotQualified',
    'OverlapsOtherShift',
    'ShiftAlreadyTaken',
    'ShiftHasStarted',
    'ShiftTotals',
    'TooLittleRest',
    'TooManyHours',
  ],
});
