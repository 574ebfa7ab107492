import { graphql } from '../../generated/gql.ts';

/** What was changed, as the history list shows it. */
export const historyFields = graphql(`
  fragment HistoryFields on HistoryConnection {
    totalCount
    nodes {
      number
      at
      operation
      actorRole
      actor {
        id
        name
      }
      changes {
        field
        before
        after
      }
    }
    pageInfo {
      ...PageFields
    }
  }
`);
