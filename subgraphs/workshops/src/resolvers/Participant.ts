import type   { ParticipantResolvers } from './../types.generated.ts';
    export const Participant: ParticipantResolvers = {
    /* Implement Participant resolver logic here */
  };