import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('workshops', {
  models: ['Workshop', 'Participant', 'Organizer', 'Attendee', 'WorkshopRequirement'],
  references: ['Person'],
  mappers: {
    RequirementKind: '@guildhall/reference/codes#RequirementCode',
    HistoryEntry: '@guildhall/kit/history#HistoryRow',
  },
  plainTypes: [
    'HistoryChange',
    'LastOrganizer',
    'OfferExpired',
    'OverlapsOtherWorkshop',
    'ParticipantTotals',
    'ParticipantsBusy',
    'RequirementsChanged',
    'TooFewSeats',
  ],
});
