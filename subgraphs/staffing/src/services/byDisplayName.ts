import type { AgentQualification } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';

/** Qualifications in the order of the names that people read; the code breaks ties. */
export function byDisplayName(rows: readonly AgentQualification[]): AgentQualification[] {
  const name = ({ code }: AgentQualification) => qualifications.find(code).displayName;
  return rows.toSorted((a, b) => name(a).localeCompare(name(b), 'en') || (a.code < b.code ? -1 : 1));
}
