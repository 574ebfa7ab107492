import { graphql } from '../../../generated/gql.ts';

/** The templates of a facility, with how many shifts each has. */
export const rotaTemplates = graphql(`
  query RotaTemplates($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      rotaTemplates {
        id
        name
        slots {
          id
        }
      }
    }
  }
`);
