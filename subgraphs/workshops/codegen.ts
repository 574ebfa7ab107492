import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('workshops', {
  models: ['Workshop', 'Participant', 'Organizer', 'Attendee', 'WorkshopRequirement'],
  references: ['Person'],
  mappers: {
    RequirementKind: '@guildhall/reference/codes#RequirementCode',
  },
  plainTypes: [
    'LastOrganizer',
    'OfferExpired',
    'OverlapsOtherWorkshop',
    'ParticipantTotals',
    'ParticipantsBusy',
    'RequirementsChanged',
    'TooFewSeats',
  ],
});
