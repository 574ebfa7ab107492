import { graphql } from '../../../generated/gql.ts';

/** Agents to give a shift to, the first twenty that fit. */
export const agentSearch = graphql(`
  query AgentSearch($filter: AgentFilter) {
    agents(first: 20, filter: $filter) {
      nodes {
        id
        homeArea
        phone
        person {
          id
          name
        }
        qualifications {
          id
          isExpired
          qualification {
            code
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
