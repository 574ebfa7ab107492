import { graphql } from '../../../generated/gql.ts';

/** The shift that stands in the way, where the person may see it. */
export const overlapFields = graphql(`
  fragment OverlapFields on OverlapsOtherShift {
    otherShift {
      id
    }
  }
`);
