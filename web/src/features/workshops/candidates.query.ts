import { graphql } from '../../../generated/gql.ts';

/** A few of those who could organize a workshop. */
export const candidates = graphql(`
  query WorkshopCandidates($id: ID!, $name: String) {
    workshop(id: $id) {
      organizerCandidates(first: 10, filter: { name: $name }) {
        nodes {
          id
          name
        }
      }
    }
  }
`);
