import { graphql } from '../../../generated/gql.ts';

/** What every part of the console of a workshop shows. */
export const consoleFrame = graphql(`
  fragment ConsoleFrame on Workshop {
    ...WorkshopFacts
    cancellationReason
    canManage
    all: participants(first: 1) {
      totalCount
      totals {
        waiting
        offered
        confirmed
        cancelled
        attended
        noShow
      }
    }
  }
`);
