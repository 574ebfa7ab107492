import { graphql } from '../../../generated/gql.ts';

/** Says that one has seen the requirements as they are now. */
export const acknowledgeWorkshopRequirements = graphql(`
  mutation AcknowledgeWorkshopRequirements($input: AcknowledgeWorkshopRequirementsInput!) {
    acknowledgeWorkshopRequirements(input: $input) {
      __typename
      ... on AcknowledgeWorkshopRequirementsPayload {
        participant {
          ...OwnParticipation
        }
      }
      ... on Refusal {
        message
      }
      ... on RequirementsChanged {
        requirementsVersion
        requirements {
          ...RequirementFacts
        }
      }
    }
  }
`);
