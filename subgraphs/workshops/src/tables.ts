import type { Table } from '@guildhall/kit/table';
import type { Workshop } from '@guildhall/prisma/workshops';

export const workshopTable: Table<Workshop> = {
  name: 'workshops.workshop',
  columns: {
    id: ['id', 'uuid'],
    organisationId: ['organisation_id', 'uuid'],
    name: ['name', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};
