import type   { OrganizerResolvers } from './../types.generated.ts';
    export const Organizer: OrganizerResolvers = {
    /* Implement Organizer resolver logic here */
  };