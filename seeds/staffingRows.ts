import type { Prisma } from '@guildhall/prisma/staffing';

export type Facility = Prisma.FacilityCreateManyInput & { id: string };
export type Agent = Prisma.AgentCreateManyInput & { id: string };
export type Qualification = Prisma.AgentQualificationCreateManyInput;
export type Shift = Prisma.ShiftCreateManyInput & { id: string; startsAt: Date; endsAt: Date };
