import { graphql } from '../../../generated/gql.ts';

/** What the form of a workshop changes. */
export const workshopDetails = graphql(`
  fragment WorkshopDetails on Workshop {
    id
    title
    description
    place
    link
    timeZone
    startsAt
    endsAt
    capacity
    offerHours
    revision
  }
`);
