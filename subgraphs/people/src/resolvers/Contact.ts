import type   { ContactResolvers } from './../types.generated.ts';
    export const Contact: ContactResolvers = {
    /* Implement Contact resolver logic here */
  };