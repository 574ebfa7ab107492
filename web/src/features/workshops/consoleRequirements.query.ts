import { graphql } from '../../../generated/gql.ts';

/** What participants of a workshop need, for those who organize it. */
export const consoleRequirements = graphql(`
  query WorkshopConsoleRequirements($id: ID!) {
    workshop(id: $id) {
      ...ConsoleFrame
      requirementsVersion
      requirements {
        ...RequirementFacts
      }
    }
    requirementKinds {
      code
      displayName
      isKnown
      parents {
        code
      }
    }
  }
`);
