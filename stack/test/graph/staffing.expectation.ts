import type { Expectation } from './expectation.ts';

const staff = ['company'] as const;
const readers = ['company', 'facility', 'agent'] as const;
const planners = ['company', 'facility'] as const;

export const expectation: Expectation = {
  rootFields: {
    'Query.facility': readers,
    'Query.facilities': readers,
    'Query.agent': readers,
    'Query.agents': readers,
    'Query.shift': readers,
    'Query.shifts': readers,
    'Query.rotaTemplate': planners,
    'Query.rotaPlanFromTemplate': planners,
    'Query.rotaPlanFromWeek': planners,
    'Mutation.createRotaTemplate': planners,
    'Mutation.createRotaTemplateFromWeek': planners,
    'Mutation.updateRotaTemplate': planners,
    'Mutation.deleteRotaTemplate': planners,
    'Mutation.createWeekFromTemplate': planners,
    'Mutation.copyWeek': planners,
    'Mutation.createFacility': staff,
    'Mutation.updateFacility': staff,
    'Mutation.deleteFacility': staff,
    'Mutation.createAgent': staff,
    'Mutation.deleteAgent': staff,
    'Mutation.createShift': staff,
    'Mutation.updateShift': staff,
    'Mutation.deleteShift': staff,
  },
  types: { Facility: readers, Agent: readers, Shift: readers, RotaTemplate: planners, RotaSlot: planners },
  fields: {
    'Facility.createdAt': staff,
    'Facility.updatedAt': staff,
    'Facility.rotaTemplates': planners,
    'Agent.createdAt': staff,
    'Agent.updatedAt': staff,
    'Shift.createdAt': staff,
    'Shift.updatedAt': staff,
  },

  tables: {
    facility:
      'select id, organisation_id as "organisationId", name, time_zone as "timeZone", created_at as "createdAt", updated_at as "updatedAt" from staffing.facility',
    agent:
      'select id, person_id as "personId", created_at as "createdAt", updated_at as "updatedAt" from staffing.agent',
    shift:
      'select id, facility_id as "facilityId", agent_id as "agentId", starts_at as "startsAt", ends_at as "endsAt", status, kind, offered_at as "offeredAt", created_at as "createdAt", updated_at as "updatedAt" from staffing.shift',
    rotaTemplate:
      'select id, facility_id as "facilityId", name from staffing.rota_template order by name, id',
    rotaSlot: `select id, template_id as "templateId", weekday, to_char(make_time(start_minute / 60, start_minute % 60, 0), 'HH24:MI') as "startsAt", duration_minutes as "durationMinutes", break_minutes as "breakMinutes", kind, qualification, agent_id as "agentId", note
       from staffing.rota_slot order by weekday, start_minute, id`,
  },

  visible({ persona, personId, organisationId }, all) {
    if (persona === 'company') return all;
    const isPlanner = persona === 'facility';
    const facilitiesOfOwn = new Set(
      all['facility']!.filter((f) => f['organisationId'] === organisationId).map((f) => f['id']),
    );
    const ownAgents = new Set(all['agent']!.filter((a) => a['personId'] === personId).map((a) => a['id']));
    const templates = all['rotaTemplate']!.filter((t) => isPlanner && facilitiesOfOwn.has(t['facilityId']));
    const templatesOfOwn = new Set(templates.map((t) => t['id']));
    return {
      rotaTemplate: templates,
      rotaSlot: all['rotaSlot']!.filter((s) => templatesOfOwn.has(s['templateId'])),
      facility: all['facility']!.filter((f) => !isPlanner || facilitiesOfOwn.has(f['id'])),
      agent: all['agent']!.filter((a) => isPlanner || ownAgents.has(a['id'])),
      shift: all['shift']!.filter((s) =>
        isPlanner
          ? facilitiesOfOwn.has(s['facilityId'])
          : ownAgents.has(s['agentId']) ||
            (s['status'] === 'open' && s['kind'] === 'work') ||
            s['offeredAt'] !== null,
      ),
    };
  },

  lists: {
    FacilityConnection: { table: 'facility', order: 'NAME' },
    AgentConnection: { table: 'agent', order: 'CREATED_AT' },
    ShiftConnection: { table: 'shift', order: 'STARTS_AT' },
  },

  filters: {
    'ShiftConnection.status': (shift, wanted: string[]) => wanted.includes(shift['status'].toUpperCase()),
    'ShiftConnection.startsFrom': (shift, wanted: string) => shift['startsAt'] >= new Date(wanted),
    'ShiftConnection.startsBefore': (shift, wanted: string) => shift['startsAt'] < new Date(wanted),
  },

  resolve: {
    'Query.facility': (_source, args, { one }) => one('facility', args['id']),
    'Query.facilities': (_source, _args, { list }) => list('FacilityConnection'),
    'Query.agent': (_source, args, { one }) => one('agent', args['id']),
    'Query.agents': (_source, _args, { list }) => list('AgentConnection'),
    'Query.shift': (_source, args, { one }) => one('shift', args['id']),
    'Query.shifts': (_source, _args, { list }) => list('ShiftConnection'),
    'Person.agent': (person, _args, { see }) =>
      see['agent']!.find((agent) => agent['personId'] === person['id']) ?? null,
    'Organisation.facilities': (organisation, _args, { list, see }) =>
      list(
        'FacilityConnection',
        see['facility']!.filter((f) => f['organisationId'] === organisation['id']),
      ),
    'Facility.organisation': (facility, _args, { one }) => one('organisation', facility['organisationId']),
    'Facility.shifts': (facility, _args, { list, see }) =>
      list(
        'ShiftConnection',
        see['shift']!.filter((s) => s['facilityId'] === facility['id']),
      ),
    'Agent.person': (agent, _args, { one }) => one('person', agent['personId']),
    'Agent.shifts': (agent, _args, { list, see }) =>
      list(
        'ShiftConnection',
        see['shift']!.filter((s) => s['agentId'] === agent['id']),
      ),
    'Query.rotaTemplate': (_source, args, { one }) => one('rotaTemplate', args['id']),
    'Facility.rotaTemplates': (facility, _args, { see }) =>
      see['rotaTemplate']!.filter((t) => t['facilityId'] === facility['id']),
    'RotaTemplate.facility': (template, _args, { one }) => one('facility', template['facilityId']),
    'RotaTemplate.slots': (template, _args, { see }) =>
      see['rotaSlot']!.filter((s) => s['templateId'] === template['id']),
    'RotaSlot.weekday': (slot) =>
      ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'][slot['weekday'] - 1],
    'RotaSlot.kind': (slot) => slot['kind'].toUpperCase(),
    'RotaSlot.agent': (slot, _args, { one }) => one('agent', slot['agentId']),
    'Shift.facility': (shift, _args, { one }) => one('facility', shift['facilityId']),
    'Shift.agent': (shift, _args, { one }) => one('agent', shift['agentId']),
    'Shift.status': (shift) => shift['status'].toUpperCase(),
  },

  notCompared: {
    'Query.rotaPlanFromTemplate':
      'What collides depends on the time of asking and on shifts that the viewer does not see.',
    'Query.rotaPlanFromWeek':
      'What collides depends on the time of asking and on shifts that the viewer does not see.',
  },
};
