import type   { AttendeeResolvers } from './../types.generated.ts';
    export const Attendee: AttendeeResolvers = {
    /* Implement Attendee resolver logic here */
  };