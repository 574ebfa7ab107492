import { readFileSync } from 'node:fs';
import type { Answering, Expectation, Row, Rows } from './expectation.ts';

const staff = ['company'] as const;
const everybody = ['company', 'facility', 'agent', 'member'] as const;

interface Node {
  code: string;
  displayName: string;
  isHeading?: boolean;
  children?: Node[];
}
const config = JSON.parse(
  readFileSync(new URL('../../../subgraphs/reference/config.json', import.meta.url), 'utf8'),
).requirement as { children: Node[] };

/** The tree of the reference data, told once more. */
const knownKinds: Row[] = flat(config.children, []);
function flat(nodes: readonly Node[], parents: string[]): Row[] {
  return nodes.flatMap(({ code, displayName, isHeading = false, children = [] }) => [
    { code, displayName, parents, isHeading, isKnown: true },
    ...flat(children, [...parents, code]),
  ]);
}
const kind = (code: string): Row =>
  knownKinds.find((known) => known['code'] === code) ?? {
    code,
    displayName: code,
    parents: [],
    isHeading: false,
    isKnown: false,
  };

const upper = (field: string) => (row: Row) => row[field]?.toUpperCase() ?? null;
const includes = (text: string | null, part: string) =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const age = (a: Row, b: Row) => a['createdAt'] - b['createdAt'] || (a['id'] < b['id'] ? -1 : 1);
const live = ['waiting', 'offered', 'confirmed', 'attended', 'no_show'];

const viewerOf = (see: Rows) => see['viewer']![0]!;
const requirementsOf = (workshop: Row, see: Rows) =>
  see['requirement']!.filter((r) => r['workshopId'] === workshop['id'] && r['untilVersion'] === null).sort(
    age,
  );
const isMet = (requirement: Row, see: Rows) =>
  see['brought']!.some(
    (item) => item['personId'] === viewerOf(see)['personId'] && item['kind'] === requirement['kind'],
  );
const unmet = (workshop: Row, see: Rows) =>
  requirementsOf(workshop, see).filter((r) => r['level'] === 'must' && !isMet(r, see));
const manages = (workshopId: string, see: Rows) =>
  viewerOf(see)['persona'] === 'company' ||
  see['organizer']!.some(
    (o) =>
      o['workshopId'] === workshopId &&
      o['personId'] === viewerOf(see)['personId'] &&
      o['status'] === 'active',
  );
const ofWorkshop =
  (table: string, type: string) =>
  (workshop: Row, _args: Row, { list, see }: Answering) =>
    list(
      type,
      see[table]!.filter((row) => row['workshopId'] === workshop['id']),
    );
const ownOf = (table: string, workshop: Row, see: Rows) =>
  see[table]!.filter(
    (row) => row['workshopId'] === workshop['id'] && row['personId'] === viewerOf(see)['personId'],
  );
const person: Expectation['resolve'][string] = (row, _args, { one }) => one('person', row['personId']);
const workshopOf: Expectation['resolve'][string] = (row, _args, { one }) =>
  one('workshop', row['workshopId']);

export const expectation: Expectation = {
  rootFields: {
    'Query.workshop': everybody,
    'Query.workshops': everybody,
    'Query.participant': everybody,
    'Query.requirementKinds': everybody,
    'Mutation.createWorkshop': staff,
    'Mutation.updateWorkshop': everybody,
    'Mutation.deleteWorkshop': everybody,
    'Mutation.publishWorkshop': everybody,
    'Mutation.cancelWorkshop': everybody,
    'Mutation.markWorkshopHeld': everybody,
    'Mutation.signUpForWorkshop': everybody,
    'Mutation.acceptWorkshopSeat': everybody,
    'Mutation.leaveWorkshop': everybody,
    'Mutation.acknowledgeWorkshopRequirements': everybody,
    'Mutation.setWhatIBring': everybody,
    'Mutation.cancelParticipant': everybody,
    'Mutation.setParticipantAttendance': everybody,
    'Mutation.createWorkshopRequirement': everybody,
    'Mutation.updateWorkshopRequirement': everybody,
    'Mutation.deleteWorkshopRequirement': everybody,
    'Mutation.inviteOrganizer': everybody,
    'Mutation.acceptOrganizerInvitation': everybody,
    'Mutation.declineOrganizerInvitation': everybody,
    'Mutation.markOrganizerUnavailable': everybody,
    'Mutation.markOrganizerAvailable': everybody,
    'Mutation.withdrawOrganizer': everybody,
  },
  types: {
    Workshop: everybody,
    Participant: everybody,
    Organizer: everybody,
    Attendee: everybody,
    WorkshopRequirement: everybody,
  },
  fields: {
    'Person.participations': everybody,
    'Person.organizes': everybody,
    'Person.brings': everybody,
    'Workshop.history': staff,
    'Workshop.createdAt': staff,
    'Workshop.updatedAt': staff,
    'Participant.history': staff,
    'Organizer.history': staff,
  },

  tables: {
    workshop: `select id, title, description, place, link, time_zone as "timeZone", starts_at as "startsAt",
      ends_at as "endsAt", starts_on::text as "startsOn", capacity, capacity - seats_taken as "seatsLeft",
      waiting_count as "waitingCount", offer_hours as "offerHours", status, cancellation_reason as "cancellationReason",
      requirements_version as "requirementsVersion", revision, created_at as "createdAt", updated_at as "updatedAt"
      from workshops.workshop`,
    organizer: `select id, workshop_id as "workshopId", person_id as "personId", status, created_at as "createdAt"
      from workshops.organizer`,
    participant: `select id, workshop_id as "workshopId", person_id as "personId", status, place,
      offered_until as "offeredUntil", acknowledged_version as "acknowledgedVersion", starts_at as "startsAt",
      ends_at as "endsAt", cancelled_by as "cancelledBy", cancellation_reason as "cancellationReason",
      created_at as "createdAt" from workshops.participant`,
    attendee: `select id, workshop_id as "workshopId", person_id as "personId", created_at as "createdAt"
      from workshops.participant where status in ('confirmed', 'attended')`,
    requirement: `select id, workshop_id as "workshopId", kind, text, level, since_version as "sinceVersion",
      until_version as "untilVersion", created_at as "createdAt" from workshops.workshop_requirement`,
    brought: 'select person_id as "personId", kind from workshops.brought_item order by kind',
  },

  visible({ persona, personId }, all) {
    const own = (row: Row) => row['personId'] === personId;
    if (persona === 'company') {
      return Object.fromEntries(
        ['workshop', 'organizer', 'participant', 'attendee', 'requirement', 'brought'].map((table) => [
          table,
          all[table]!,
        ]),
      );
    }
    if (!(everybody as readonly string[]).includes(persona)) {
      return { workshop: [], organizer: [], participant: [], attendee: [], requirement: [], brought: [] };
    }
    const parts = all['organizer']!.filter(own);
    const ids = (rows: Row[]) => new Set(rows.map((row) => row['workshopId']));
    const managed = ids(parts.filter((part) => part['status'] === 'active'));
    const organized = ids(parts.filter((part) => part['status'] !== 'withdrawn'));
    const seated = ids(all['attendee']!.filter(own));
    const workshop = all['workshop']!.filter((w) => w['status'] !== 'draft' || organized.has(w['id']));
    const visible = new Set(workshop.map((w) => w['id']));
    return {
      workshop,
      organizer: all['organizer']!.filter(
        (row) =>
          own(row) ||
          managed.has(row['workshopId']) ||
          (row['status'] === 'active' && visible.has(row['workshopId'])),
      ),
      participant: all['participant']!.filter((row) => own(row) || managed.has(row['workshopId'])),
      attendee: all['attendee']!.filter(
        (row) => seated.has(row['workshopId']) || managed.has(row['workshopId']),
      ),
      requirement: all['requirement']!.filter((row) => visible.has(row['workshopId'])),
      brought: all['brought']!.filter(own),
    };
  },

  lists: {
    WorkshopConnection: { table: 'workshop', order: 'STARTS_AT' },
    ParticipantConnection: {
      table: 'participant',
      order: 'SIGNED_UP',
      columns: { SIGNED_UP: 'place' },
      ordersDiffer: true,
    },
    OrganizerConnection: { table: 'organizer', order: 'CREATED_AT' },
    AttendeeConnection: { table: 'attendee', order: 'CREATED_AT' },
  },

  filters: {
    'WorkshopConnection.text': (workshop, wanted: string) =>
      [workshop['title'], workshop['description'], workshop['place']].some((text) => includes(text, wanted)),
    'WorkshopConnection.place': (workshop, wanted: string) => includes(workshop['place'], wanted),
    'WorkshopConnection.online': (workshop, wanted: boolean) => (workshop['link'] !== null) === wanted,
    'WorkshopConnection.status': (workshop, wanted: string[]) =>
      wanted.includes(workshop['status'].toUpperCase()),
    'WorkshopConnection.from': (workshop, wanted: string) => workshop['startsOn'] >= wanted,
    'WorkshopConnection.to': (workshop, wanted: string) => workshop['startsOn'] <= wanted,
    'WorkshopConnection.startsFrom': (workshop, wanted: string) => workshop['startsAt'] >= new Date(wanted),
    'WorkshopConnection.startsBefore': (workshop, wanted: string) => workshop['startsAt'] < new Date(wanted),
    'WorkshopConnection.hasSeats': (workshop, wanted: boolean) =>
      wanted ===
      (workshop['status'] === 'published' &&
        workshop['startsAt'] > new Date() &&
        workshop['waitingCount'] === 0 &&
        workshop['seatsLeft'] > 0),
    'WorkshopConnection.requirementsMet': (workshop, wanted: boolean, see) =>
      (unmet(workshop, see).length === 0) === wanted,
    'WorkshopConnection.managedByMe': (workshop, wanted: boolean, see) =>
      manages(workshop['id'], see) === wanted,
    'ParticipantConnection.status': (row, wanted: string[]) => wanted.includes(row['status'].toUpperCase()),
    'ParticipantConnection.name': (row, wanted: string, see) => {
      const named = see['person']!.find(({ id }) => id === row['personId']);
      const words = plain(wanted).split(/\s+/).filter(Boolean);
      return named !== undefined && words.every((word) => plain(named['name']).includes(word));
    },
    'ParticipantConnection.endsFrom': (row, wanted: string) => row['endsAt'] >= new Date(wanted),
    'ParticipantConnection.endsBefore': (row, wanted: string) => row['endsAt'] < new Date(wanted),
    'OrganizerConnection.status': (row, wanted: string[]) => wanted.includes(row['status'].toUpperCase()),
  },

  resolve: {
    'Query.workshop': (_source, args, { one }) => one('workshop', args['id']),
    'Query.workshops': (_source, _args, { list }) => list('WorkshopConnection'),
    'Query.participant': (_source, args, { one }) => one('participant', args['id']),
    'Query.requirementKinds': () => knownKinds,
    'RequirementKind.parents': ({ parents }) => parents.map(kind),
    'Person.participations': ({ id }, _args, { list, see }) =>
      list(
        'ParticipantConnection',
        see['participant']!.filter((row) => row['personId'] === id),
        { field: 'STARTS_AT', direction: 'DESC' },
      ),
    'Person.organizes': ({ id }, _args, { list, see }) =>
      list(
        'OrganizerConnection',
        see['organizer']!.filter((row) => row['personId'] === id),
        { direction: 'DESC' },
      ),
    'Person.brings': ({ id }, _args, { see, viewer }) =>
      viewer.persona === 'company' || viewer.personId === id
        ? see['brought']!.filter((item) => item['personId'] === id).map((item) => kind(item['kind']))
        : null,
    'Workshop.status': upper('status'),
    'Workshop.requirements': (workshop, _args, { see }) => requirementsOf(workshop, see),
    'Workshop.unmetRequirements': (workshop, _args, { see }) => unmet(workshop, see),
    'Workshop.organizers': (workshop, _args, { see }) =>
      see['organizer']!.filter((row) => row['workshopId'] === workshop['id']).sort(age),
    'Workshop.myParticipation': (workshop, _args, { see }) =>
      ownOf('participant', workshop, see).sort(
        (a, b) =>
          Number(live.includes(b['status'])) - Number(live.includes(a['status'])) || b['place'] - a['place'],
      )[0] ?? null,
    'Workshop.myOrganizing': (workshop, _args, { see }) =>
      ownOf('organizer', workshop, see).sort((a, b) => -age(a, b))[0] ?? null,
    'Workshop.canManage': (workshop, _args, { see }) => manages(workshop['id'], see),
    'Workshop.attendees': ofWorkshop('attendee', 'AttendeeConnection'),
    'Workshop.participants': ofWorkshop('participant', 'ParticipantConnection'),
    'Participant.workshop': workshopOf,
    'Participant.person': person,
    'Participant.status': upper('status'),
    'Participant.cancelledBy': upper('cancelledBy'),
    'Participant.signedUpAt': ({ createdAt }) => createdAt.toISOString(),
    'Participant.requirementsChanged': (row, _args, { one }) =>
      one('workshop', row['workshopId'])!['requirementsVersion'] !== row['acknowledgedVersion'],
    'Participant.acknowledgedRequirements': (row, _args, { see }) =>
      see['requirement']!.filter(
        (r) =>
          r['workshopId'] === row['workshopId'] &&
          r['sinceVersion'] <= row['acknowledgedVersion'] &&
          (r['untilVersion'] === null || r['untilVersion'] > row['acknowledgedVersion']),
      ).sort(age),
    'ParticipantConnection.totals': ({ rows }) => {
      const count = (status: string) => rows.filter((row: Row) => row['status'] === status).length;
      return {
        waiting: count('waiting'),
        offered: count('offered'),
        confirmed: count('confirmed'),
        cancelled: count('cancelled'),
        attended: count('attended'),
        noShow: count('no_show'),
      };
    },
    'Attendee.person': person,
    'Organizer.workshop': workshopOf,
    'Organizer.person': person,
    'Organizer.status': upper('status'),
    'Organizer.invitedAt': ({ createdAt }) => createdAt.toISOString(),
    'WorkshopRequirement.kind': (row) => kind(row['kind']),
    'WorkshopRequirement.level': upper('level'),
    'WorkshopRequirement.isMetByMe': (row, _args, { see }) => isMet(row, see),
  },

  notCompared: {
    'Workshop.history': 'History is written by the database; tests of its own look at it.',
    'Participant.history': 'History is written by the database; tests of its own look at it.',
    'Organizer.history': 'History is written by the database; tests of its own look at it.',
    'Workshop.calendarText': 'A library writes it; a test of its own reads it with another one.',
    'Workshop.organizerCandidates': 'It is made of many workshops; tests of its own look at it.',
    'Participant.waitingPosition':
      'It counts rows that the viewer does not see; tests of its own look at it.',
  },
};
