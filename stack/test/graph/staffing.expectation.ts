import { readFileSync } from 'node:fs';
import type { Expectation, Row, Rows } from './expectation.ts';

const staff = ['company'] as const;
const planners = ['company', 'facility'] as const;
const agents = ['agent'] as const;
const agentsAndStaff = ['company', 'agent'] as const;
const readers = ['company', 'facility', 'agent'] as const;

interface Node {
  code: string;
  displayName: string;
  parameters?: object;
  children?: Node[];
}
const config = JSON.parse(
  readFileSync(new URL('../../../subgraphs/reference/config.json', import.meta.url), 'utf8'),
).qualification as { parameters: object; children: Node[] };

/** The tree of the reference data, told once more. */
const knownQualifications: Row[] = flat(config.children, [], config.parameters);
function flat(nodes: readonly Node[], parents: string[], inherited: object): Row[] {
  return nodes.flatMap(({ code, displayName, parameters, children = [] }) => {
    const own = { ...inherited, ...parameters };
    return [
      { code, displayName, parents, isKnown: true, ...own },
      ...flat(children, [...parents, code], own),
    ];
  });
}
function qualification(code: string | null): Row | null {
  if (code === null) return null;
  const gone = { code, displayName: code, parents: [], isKnown: false, ...config.parameters };
  return knownQualifications.find((known) => known['code'] === code) ?? gone;
}
const isUnder = (code: string | null, above: string) =>
  code !== null && (code === above || code.startsWith(`${above}.`));
const today = () => new Date().toISOString().slice(0, 10);
const planned = (shift: Row) => (shift['endsAt'] - shift['startsAt']) / 60_000 - shift['breakMinutes'];

type Resolve = Expectation['resolve'][string];
const flagsOf =
  (kind: string): Resolve =>
  (record, _args, { list, see }) =>
    list(
      'FlagConnection',
      see['flag']!.filter((flag) => flag['subjectKind'] === kind && flag['subjectId'] === record['id']),
    );
const subjectOf =
  (kind: string): Resolve =>
  (flag, _args, { one }) =>
    flag['subjectKind'] === kind ? one(kind, flag['subjectId']) : null;

const isOfOrOfShift = (kind: 'facility' | 'agent', flag: Row, id: string, see: Rows) =>
  (flag['subjectKind'] === kind && flag['subjectId'] === id) ||
  (flag['subjectKind'] === 'shift' &&
    see['shift']!.some((shift) => shift['id'] === flag['subjectId'] && shift[`${kind}Id`] === id));

/** The day that the facility's clocks show when a shift ends. */
const lastDayOf = (shift: Row, see: Rows): string => {
  const { timeZone } = see['facility']!.find((f) => f['id'] === shift['facilityId'])!;
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(shift['endsAt']);
};

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
    'Mutation.updateFacility': planners,
    'Mutation.moveFacility': staff,
    'Mutation.deleteFacility': staff,
    'Mutation.createAgent': staff,
    'Mutation.updateAgent': agentsAndStaff,
    'Mutation.setAgentRate': staff,
    'Mutation.setAgentQualification': agentsAndStaff,
    'Mutation.removeAgentQualification': agentsAndStaff,
    'Mutation.setFacilityPreference': agentsAndStaff,
    'Mutation.clearFacilityPreference': agentsAndStaff,
    'Mutation.createCalendarFeed': agentsAndStaff,
    'Mutation.revokeCalendarFeed': agentsAndStaff,
    'Mutation.deleteAgent': staff,
    'Query.flag': readers,
    'Query.flags': readers,
    'Mutation.raiseFlag': readers,
    'Mutation.takeFlag': staff,
    'Mutation.releaseFlag': staff,
    'Mutation.answerFlag': staff,
    'Mutation.reopenFlag': staff,
    'Query.qualifications': readers,
    'Mutation.createShift': planners,
    'Mutation.updateShift': planners,
    'Mutation.assignShift': planners,
    'Mutation.unassignShift': planners,
    'Mutation.cancelShift': planners,
    'Mutation.reopenShift': planners,
    'Mutation.confirmShift': planners,
    'Mutation.setShiftRate': staff,
    'Mutation.deleteShift': staff,
    'Mutation.claimShift': agents,
    'Mutation.giveBackShift': agents,
    'Mutation.offerShift': agents,
    'Mutation.withdrawShiftOffer': agents,
  },
  types: {
    Facility: readers,
    Agent: readers,
    AgentQualification: readers,
    CalendarFeed: readers,
    Flag: readers,
    HistoryEntry: staff,
    FacilityPreference: readers,
    RotaTemplate: planners,
    RotaSlot: planners,
    Shift: readers,
  },
  fields: {
    'Facility.history': staff,
    'Agent.history': staff,
    'Shift.history': staff,
    'Shift.claimWarnings': ['agent'],
    'Facility.flags': readers,
    'Agent.flags': readers,
    'Shift.flags': readers,
    'Person.flags': readers,
    'Facility.createdAt': staff,
    'Facility.updatedAt': staff,
    'Facility.rotaTemplates': planners,
    'Agent.createdAt': staff,
    'Agent.updatedAt': staff,
    'Shift.createdAt': staff,
    'Shift.updatedAt': staff,
  },

  tables: {
    facility: `select id, organisation_id as "organisationId", name, time_zone as "timeZone", address,
      contact_name as "contactName", contact_email as "contactEmail", contact_phone as "contactPhone",
      created_at as "createdAt", updated_at as "updatedAt" from staffing.facility`,
    agent: `select id, person_id as "personId", home_area as "homeArea", created_at as "createdAt",
      updated_at as "updatedAt" from staffing.agent`,
    agentPrivate: `select agent_id as "agentId", phone, hourly_rate_minor as "rateMinor",
      hourly_rate_currency as "rateCurrency" from staffing.agent_private`,
    calendarFeed: `select id, agent_id as "agentId", created_at as "createdAt" from staffing.calendar_feed`,
    preference: `select id, agent_id as "agentId", facility_id as "facilityId", preference, reason,
      created_at as "createdAt" from staffing.facility_preference`,
    shift: `select id, facility_id as "facilityId", organisation_id as "organisationId", agent_id as "agentId", kind,
      qualification, starts_at as "startsAt", ends_at as "endsAt", starts_on::text as "startsOn",
      break_minutes as "breakMinutes", note, rate_minor as "rateMinor", rate_currency as "rateCurrency", status,
      cancellation_reason as "cancellationReason", offered_at as "offeredAt", worked_minutes as "workedMinutes",
      revision, created_at as "createdAt", updated_at as "updatedAt" from staffing.shift`,
    flag: `select id, subject_kind as "subjectKind", subject_id as "subjectId", message,
      raised_by_person_id as "raisedByPersonId", raised_by_organisation_id as "raisedByOrganisationId",
      raised_by_role as "raisedByRole", status, handler_person_id as "handlerPersonId", taken_at as "takenAt", answer,
      answered_at as "answeredAt", changes, created_at as "createdAt" from staffing.flag`,
    qualificationHeld: `select id, agent_id as "agentId", code, expires_on::text as "expiresOn" from staffing.agent_qualification`,
    rotaTemplate:
      'select id, facility_id as "facilityId", name from staffing.rota_template order by name, id',
    rotaSlot: `select id, template_id as "templateId", weekday, to_char(make_time(start_minute / 60, start_minute % 60, 0), 'HH24:MI') as "startsAt", duration_minutes as "durationMinutes", break_minutes as "breakMinutes", kind, qualification, agent_id as "agentId", note
       from staffing.rota_slot order by weekday, start_minute, id`,
  },

  visible({ persona, personId, organisationId }, all) {
    if (persona === 'company') return all;
    if (!(readers as readonly string[]).includes(persona)) {
      return Object.fromEntries(Object.keys(expectation.tables).map((table) => [table, []]));
    }
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
      agentPrivate: all['agentPrivate']!.filter((row) => ownAgents.has(row['agentId'])),
      flag: all['flag']!.filter((flag) =>
        isPlanner
          ? flag['raisedByRole'] === 'facility' && flag['raisedByOrganisationId'] === organisationId
          : flag['raisedByRole'] === 'agent' && flag['raisedByPersonId'] === personId,
      ),
      calendarFeed: all['calendarFeed']!.filter((row) => ownAgents.has(row['agentId'])),
      preference: all['preference']!.filter((row) => ownAgents.has(row['agentId'])),
      qualificationHeld: all['qualificationHeld']!.filter((q) => isPlanner || ownAgents.has(q['agentId'])),
    };
  },

  lists: {
    FacilityConnection: { table: 'facility', order: 'NAME' },
    AgentConnection: { table: 'agent', order: 'CREATED_AT' },
    ShiftConnection: { table: 'shift', order: 'STARTS_AT' },
    FlagConnection: { table: 'flag', order: 'CREATED_AT' },
  },

  filters: {
    'FlagConnection.status': (flag, wanted: string[]) => wanted.includes(flag['status'].toUpperCase()),
    'FlagConnection.subjectKind': (flag, wanted: string) => flag['subjectKind'].toUpperCase() === wanted,
    'FlagConnection.facilityId': (flag, wanted: string, see) => isOfOrOfShift('facility', flag, wanted, see),
    'FlagConnection.agentId': (flag, wanted: string, see) => isOfOrOfShift('agent', flag, wanted, see),
    'FlagConnection.organisationId': (flag, wanted: string) => flag['raisedByOrganisationId'] === wanted,
    'FlagConnection.raisedFrom': (flag, wanted: string) => flag['createdAt'] >= new Date(wanted),
    'FlagConnection.raisedBefore': (flag, wanted: string) => flag['createdAt'] < new Date(wanted),
    'FlagConnection.raisedById': (flag, wanted: string) => flag['raisedByPersonId'] === wanted,
    'FlagConnection.handlerId': (flag, wanted: string) => flag['handlerPersonId'] === wanted,
    'FlagConnection.text': (flag, wanted: string) =>
      [flag['message'], flag['answer']].some((text) => text?.toLowerCase().includes(wanted.toLowerCase())),
    'FacilityConnection.text': (facility, wanted: string) =>
      [facility['name'], facility['address']].some((text) =>
        text?.toLowerCase().includes(wanted.toLowerCase()),
      ),
    'FacilityConnection.myPreference': (facility, wanted: string, see) =>
      see['viewer']![0]!['persona'] === 'agent' &&
      see['preference']!.some(
        (said) => said['facilityId'] === facility['id'] && said['preference'].toUpperCase() === wanted,
      ),
    'ShiftConnection.myPreference': (shift, wanted: string, see) => hasSaid(see, shift, wanted),
    'ShiftConnection.withoutAvoided': (shift, wanted: boolean, see) =>
      !wanted || !hasSaid(see, shift, 'AVOID'),
    'AgentConnection.personIds': (agent, wanted: string[]) => wanted.includes(agent['personId']),
    'AgentConnection.homeArea': (agent, wanted: string) =>
      agent['homeArea']?.toLowerCase().includes(wanted.toLowerCase()) ?? false,
    'AgentConnection.text': (agent, wanted: string, see) =>
      [
        agent['homeArea'],
        ...see['qualificationHeld']!.filter((held) => held['agentId'] === agent['id']).map(
          (held) => qualification(held['code'])!['displayName'],
        ),
      ].some((text) => text?.toLowerCase().includes(wanted.toLowerCase())),
    'AgentConnection.qualification': (agent, wanted: string, see) =>
      see['qualificationHeld']!.some(
        (held) =>
          held['agentId'] === agent['id'] &&
          isUnder(held['code'], wanted) &&
          (held['expiresOn'] === null || held['expiresOn'] >= today()),
      ),
    'AgentConnection.workedAtFacilityId': (agent, wanted: string, see) =>
      see['shift']!.some(
        (shift) =>
          shift['agentId'] === agent['id'] &&
          shift['facilityId'] === wanted &&
          ['assigned', 'completed'].includes(shift['status']),
      ),
    'ShiftConnection.status': (shift, wanted: string[]) => wanted.includes(shift['status'].toUpperCase()),
    'ShiftConnection.kind': (shift, wanted: string) => shift['kind'].toUpperCase() === wanted,
    'ShiftConnection.openOnly': (shift, wanted: boolean) =>
      !wanted || (shift['status'] === 'open' && shift['kind'] === 'work'),
    'ShiftConnection.offered': (shift, wanted: boolean) => (shift['offeredAt'] !== null) === wanted,
    'ShiftConnection.qualification': (shift, wanted: string) => isUnder(shift['qualification'], wanted),
    'ShiftConnection.from': (shift, wanted: string) => shift['startsOn'] >= wanted,
    'ShiftConnection.to': (shift, wanted: string) => shift['startsOn'] <= wanted,
    'ShiftConnection.text': (shift, wanted: string, see) =>
      [shift['note'], see['facility']!.find((f) => f['id'] === shift['facilityId'])?.['name']].some((text) =>
        text?.toLowerCase().includes(wanted.toLowerCase()),
      ),
    'ShiftConnection.claimableBy': (shift, agentId: string, see) =>
      shift['startsAt'] > new Date() &&
      shift['kind'] === 'work' &&
      (shift['status'] === 'open' || (shift['offeredAt'] !== null && shift['agentId'] !== agentId)) &&
      (shift['qualification'] === null ||
        see['qualificationHeld']!.some(
          (held) =>
            held['agentId'] === agentId &&
            isUnder(held['code'], shift['qualification']) &&
            (held['expiresOn'] === null || held['expiresOn'] >= lastDayOf(shift, see)),
        )) &&
      !see['shift']!.some(
        (other) =>
          other['agentId'] === agentId &&
          ['assigned', 'completed'].includes(other['status']) &&
          other['startsAt'] < shift['endsAt'] &&
          other['endsAt'] > shift['startsAt'],
      ),
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
    'Query.flag': (_source, args, { one }) => one('flag', args['id']),
    'Query.flags': (_source, _args, { list }) => list('FlagConnection'),
    'Person.flags': flagsOf('person'),
    'Facility.flags': flagsOf('facility'),
    'Agent.flags': flagsOf('agent'),
    'Shift.flags': flagsOf('shift'),
    'Flag.status': (flag) => flag['status'].toUpperCase(),
    'Flag.subjectKind': (flag) => flag['subjectKind'].toUpperCase(),
    'Flag.shift': subjectOf('shift'),
    'Flag.facility': subjectOf('facility'),
    'Flag.agent': subjectOf('agent'),
    'Flag.person': subjectOf('person'),
    'Flag.raisedBy': (flag, _args, { one }) => one('person', flag['raisedByPersonId']),
    'Flag.raisedByOrganisation': (flag, _args, { one }) =>
      one('organisation', flag['raisedByOrganisationId']),
    'Flag.handler': (flag, _args, { one }) => one('person', flag['handlerPersonId']),
    'Person.agent': (person, _args, { see }) =>
      see['agent']!.find((agent) => agent['personId'] === person['id']) ?? null,
    'Organisation.facilities': (organisation, _args, { list, see }) =>
      list(
        'FacilityConnection',
        see['facility']!.filter((f) => f['organisationId'] === organisation['id']),
      ),
    'Facility.organisation': (facility, _args, { one }) => one('organisation', facility['organisationId']),
    'Facility.contact': ({ contactName: name, contactEmail: email, contactPhone: phone }) =>
      name === null && email === null && phone === null ? null : { name, email, phone },
    'Facility.myPreference': (facility, _args, { see, viewer }) =>
      viewer.persona === 'agent'
        ? (see['preference']!.find((said) => said['facilityId'] === facility['id']) ?? null)
        : null,
    'FacilityPreference.facility': (said, _args, { one }) => one('facility', said['facilityId']),
    'FacilityPreference.preference': (said) => said['preference'].toUpperCase(),
    'Agent.phone': (agent, _args, { see }) =>
      see['agentPrivate']!.find((row) => row['agentId'] === agent['id'])?.['phone'] ?? null,
    'Agent.hourlyRate': (agent, _args, { see }) => {
      const row = see['agentPrivate']!.find(({ agentId }) => agentId === agent['id']);
      return row && row['rateMinor'] !== null
        ? { amountMinor: row['rateMinor'], currency: row['rateCurrency'] }
        : null;
    },
    'Agent.qualifications': (agent, _args, { see }) => {
      const name = (row: Row) => qualification(row['code'])!['displayName'];
      return see['qualificationHeld']!.filter((row) => row['agentId'] === agent['id']).sort(
        (a, b) => name(a).localeCompare(name(b), 'en') || (a['code'] < b['code'] ? -1 : 1),
      );
    },
    'Agent.calendarFeed': (agent, _args, { see }) =>
      see['calendarFeed']!.find((row) => row['agentId'] === agent['id']) ?? null,
    'Agent.preferences': (agent, _args, { see }) =>
      see['preference']!.filter((row) => row['agentId'] === agent['id']).sort(
        (a, b) => a['createdAt'] - b['createdAt'] || (a['id'] < b['id'] ? -1 : 1),
      ),
    'AgentQualification.qualification': (row) => qualification(row['code']),
    'AgentQualification.isExpired': (row) => row['expiresOn'] !== null && row['expiresOn'] < today(),
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
    'RotaSlot.qualification': (slot) => qualification(slot['qualification']),
    'RotaSlot.agent': (slot, _args, { one }) => one('agent', slot['agentId']),
    'Shift.facility': (shift, _args, { one }) => one('facility', shift['facilityId']),
    'Shift.agent': (shift, _args, { one }) => one('agent', shift['agentId']),
    'Shift.status': (shift) => shift['status'].toUpperCase(),
    'Shift.kind': (shift) => shift['kind'].toUpperCase(),
    'Shift.plannedMinutes': planned,
    'Shift.giveBackUntil': (shift) => {
      const { giveBackHours } = (qualification(shift['qualification']) ?? config.parameters) as Row;
      return new Date(+shift['startsAt'] - giveBackHours * 3_600_000);
    },
    'Shift.rate': (shift) =>
      shift['rateMinor'] === null
        ? null
        : { amountMinor: shift['rateMinor'], currency: shift['rateCurrency'] },
    'Shift.qualification': (shift) => qualification(shift['qualification']),
    'ShiftConnection.totals': ({ rows }) => {
      const work = rows.filter((shift: Row) => shift['kind'] === 'work');
      const count = (status: string) => work.filter((shift: Row) => shift['status'] === status).length;
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
      return {
        plannedMinutes: sum(work.filter((shift: Row) => shift['status'] !== 'cancelled').map(planned)),
        workedMinutes: sum(rows.map((shift: Row) => shift['workedMinutes'] ?? 0)),
        open: count('open'),
        assigned: count('assigned'),
        cancelled: count('cancelled'),
        completed: count('completed'),
        placeholders: rows.filter((s: Row) => s['kind'] === 'placeholder' && s['status'] !== 'cancelled')
          .length,
      };
    },
    'Query.qualifications': () => knownQualifications.map(({ code }) => qualification(code)),
    'Qualification.parents': ({ parents }) => parents.map(qualification),
  },

  notCompared: {
    'Facility.history': 'History is written by the database; tests of its own look at it.',
    'Agent.history': 'History is written by the database; tests of its own look at it.',
    'Shift.history': 'History is written by the database; tests of its own look at it.',
    'Shift.claimWarnings': 'It depends on the time of asking; the tests of claiming look at it.',
    'Query.rotaPlanFromTemplate':
      'What collides depends on the time of asking and on shifts that the viewer does not see.',
    'Query.rotaPlanFromWeek':
      'What collides depends on the time of asking and on shifts that the viewer does not see.',
  },
};

/** Whether the agent who asks has said this of the facility of a shift. */
function hasSaid(see: Rows, shift: Row, wanted: string): boolean {
  return (
    see['viewer']![0]!['persona'] === 'agent' &&
    see['preference']!.some(
      (said) => said['facilityId'] === shift['facilityId'] && said['preference'].toUpperCase() === wanted,
    )
  );
}
