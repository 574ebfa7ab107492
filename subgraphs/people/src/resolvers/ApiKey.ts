import type   { ApiKeyResolvers } from './../types.generated.ts';
    export const ApiKey: ApiKeyResolvers = {
    /* Implement ApiKey resolver logic here */
  };