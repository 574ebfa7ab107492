import type   { HistoryEntryResolvers } from './../types.generated.ts';
    export const HistoryEntry: HistoryEntryResolvers = {
    /* Implement HistoryEntry resolver logic here */
  };