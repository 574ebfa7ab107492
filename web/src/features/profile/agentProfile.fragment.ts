import { graphql } from '../../../generated/gql.ts';

/** An agent, as their own profile shows and changes it. */
export const agentProfile = graphql(`
  fragment AgentProfile on Agent {
    id
    homeArea
    phone
    hourlyRate {
      amountMinor
      currency
    }
    qualifications {
      ...StatedQualification
    }
  }
`);
