import { graphql } from '../../../generated/gql.ts';

/** Something that participants need. */
export const requirementFacts = graphql(`
  fragment RequirementFacts on WorkshopRequirement {
    id
    text
    level
    isMetByMe
    kind {
      code
      displayName
      isHeading
    }
  }
`);
