import { changesOfRecord } from '../services/recordHistory.ts';
import type { HistoryEntryResolvers, HistoryOperation } from '../types.generated.ts';

export const HistoryEntry: HistoryEntryResolvers = {
  number: ({ id }) => String(id),
  operation: ({ operation }) => operation.toUpperCase() as HistoryOperation,
  actor: ({ actorPersonId }) => (actorPersonId === null ? null : { id: actorPersonId }),
  changes: (row) => changesOfRecord(row),
};
