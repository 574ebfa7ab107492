import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('staffing', {
  models: [
    'Facility',
    'Agent',
    'AgentQualification',
    'CalendarFeed',
    'FacilityPreference',
    'Flag',
    'Shift',
    'RotaTemplate',
    'RotaSlot',
  ],
  references: ['Person', 'Organisation'],
  mappers: {
    Collision: './rotaPlan.ts#Collision as CollisionValue',
    PlannedShift: './rotaPlan.ts#PlannedShift as PlannedShiftValue',
    Qualification: '@guildhall/reference/codes#Code',
    RotaPlan: './rotaPlan.ts#RotaPlan as RotaPlanValue',
  },
  plainTypes: [
    'AssignmentWarning',
    'CalendarViewer',
    'FacilityContact',
    'FlagChange',
    'NotQualified',
    'OverlapsOtherShift',
    'RotaCollides',
    'RotaPlan',
    'ShiftAlreadyTaken',
    'ShiftHasStarted',
    'ShiftTotals',
    'TooLittleRest',
    'TooManyHours',
  ],
});
