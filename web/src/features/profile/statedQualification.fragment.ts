import { graphql } from '../../../generated/gql.ts';

/** A qualification that an agent states. */
export const statedQualification = graphql(`
  fragment StatedQualification on AgentQualification {
    id
    expiresOn
    isExpired
    qualification {
      code
      displayName
      isKnown
    }
  }
`);
