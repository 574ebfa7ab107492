import { graphql } from '../../generated/gql.ts';

/** What the codes of reference data are called. */
export const codeNames = graphql(`
  query CodeNames {
    qualifications {
      code
      displayName
    }
    requirementKinds {
      code
      displayName
    }
  }
`);
