import { graphql } from '../../generated/gql.ts';

/** The first hundred people who fit a filter, to find the agents among them: another service knows the names. */
export const peopleToFind = graphql(`
  query PeopleToFind($filter: PersonFilter!) {
    people(first: 100, filter: $filter) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
