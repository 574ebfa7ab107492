import { graphql } from '../../../generated/gql.ts';

/** A workshop as an entry of a calendar. */
export const workshopCalendar = graphql(`
  query WorkshopCalendar($id: ID!) {
    workshop(id: $id) {
      id
      title
      calendarText
    }
  }
`);
