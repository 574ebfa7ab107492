import { graphql } from '../../generated/gql.ts';

/** People whose name has a part, the first hundred. */
export const peopleByName = graphql(`
  query PeopleByName($name: String!) {
    people(first: 100, filter: { name: $name }) {
      nodes {
        id
      }
    }
  }
`);
