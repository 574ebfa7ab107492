import type { Expectation } from './expectation.ts';

const staff = ['company'] as const;

export const expectation: Expectation = {
  rootFields: {
    'Query.workshop': staff,
    'Query.workshops': staff,
    'Mutation.createWorkshop': staff,
  },
  types: { Workshop: staff },
  fields: {},

  tables: {
    workshop:
      'select id, organisation_id as "organisationId", name, created_at as "createdAt" from workshops.workshop',
  },

  visible({ persona }, all) {
    return { workshop: persona === 'company' ? all['workshop']! : [] };
  },

  lists: { WorkshopConnection: { table: 'workshop', order: 'NAME' } },

  filters: {},

  resolve: {
    'Query.workshop': (_source, args, { one }) => one('workshop', args['id']),
    'Query.workshops': (_source, _args, { list }) => list('WorkshopConnection'),
    'Workshop.organisation': (source, _args, { one }) => one('organisation', source['organisationId']),
  },
};
