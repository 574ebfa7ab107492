import type { ShiftKind, ShiftStatus } from '../../../generated/graphql.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';

/** How the status of a shift is said to those who plan it. */
export const statusWords: Readonly<Record<ShiftStatus, string>> = {
  OPEN: 'Open',
  ASSIGNED: 'Filled',
  COMPLETED: 'Worked',
  CANCELLED: 'Cancelled',
};

const tones: Readonly<Record<ShiftStatus, StatusTone>> = {
  OPEN: 'open',
  ASSIGNED: 'ok',
  COMPLETED: 'done',
  CANCELLED: 'off',
};

/** The word and the tone of a shift; a placeholder is nobody's to fill. */
export function shiftStatus({ status, kind }: { status: ShiftStatus; kind: ShiftKind }): {
  word: string;
  tone: StatusTone;
} {
  if (kind === 'PLACEHOLDER' && status !== 'CANCELLED') return { word: 'Kept free', tone: 'done' };
  return { word: statusWords[status], tone: tones[status] };
}
