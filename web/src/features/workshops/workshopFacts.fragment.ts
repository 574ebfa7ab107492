import { graphql } from '../../../generated/gql.ts';

/** What every page says of a workshop. */
export const workshopFacts = graphql(`
  fragment WorkshopFacts on Workshop {
    id
    title
    place
    link
    timeZone
    startsAt
    endsAt
    status
    capacity
    seatsLeft
    waitingCount
  }
`);
