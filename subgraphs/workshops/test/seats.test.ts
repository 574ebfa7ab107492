import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { company, inHours, somebody, startWorkshops } from './workshops.ts';

let workshops: Awaited<ReturnType<typeof startWorkshops>>;
beforeAll(async () => {
  workshops = await startWorkshops();
});
afterAll(() => workshops?.close());

const read = async (viewer = company, id: string) =>
  (
    await workshops.ask(
      viewer,
      `query ($id: ID!) { workshop(id: $id) {
        status capacity seatsLeft waitingCount canManage organizers { status person { id } } calendarText
        myParticipation { id status waitingPosition offeredUntil requirementsChanged acknowledgedRequirements { text } }
        attendees(first: 100) { totalCount nodes { person { id } } }
        participants(first: 100) { totalCount totals { waiting offered confirmed cancelled } nodes { status person { id } } }
        unmetRequirements { text } organizerCandidates(first: 100) { nodes { id } }
      } }`,
      { id },
    )
  ).workshop;

describe('signing up', () => {
  test('of 200 people at once 20 have a seat, and the others wait in the order of their places', async () => {
    const { id } = await workshops.published({ capacity: 20 });
    const people = Array.from({ length: 200 }, () => somebody());
    const answers = await Promise.all(people.map((person) => workshops.signUp(person, id)));
    const statuses = Object.groupBy(answers, ({ participant }) => participant.status);
    expect(statuses['CONFIRMED']).toHaveLength(20);
    expect(statuses['WAITING']).toHaveLength(180);
    const workshop = await read(company, id);
    expect(workshop).toMatchObject({ seatsLeft: 0, waitingCount: 180 });
    expect(workshop.attendees.totalCount).toBe(20);
    const waiting = await workshops.sql`select workshops.waiting_position(id) as position, place
      from workshops.participant where workshop_id = ${id}::uuid and status = 'waiting' order by place`;
    expect(waiting.map(({ position }) => position)).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));
    expect(waiting.map(({ place }) => place)).toEqual(Array.from({ length: 180 }, (_, n) => n + 21));
  });

  test('nobody signs up twice, for a draft, for what has started, or for two at once, and each is told why', async () => {
    const { id } = await workshops.published();
    const ada = somebody();
    const first = await workshops.signUp(ada, id);
    expect(first.__typename).toBe('SignUpForWorkshopPayload');
    expect((await workshops.signUp(ada, id)).__typename).toBe('AlreadyExists');
    const other = await workshops.published({ startsAt: inHours(74), endsAt: inHours(76) });
    expect(await workshops.signUp(ada, other.id)).toMatchObject({
      __typename: 'OverlapsOtherWorkshop',
      message: expect.stringContaining('Lifting safely'),
      otherParticipation: { id: first.participant.id },
    });
    const [bea, full] = [somebody(), await workshops.published({ capacity: 1 })];
    await workshops.signUp(somebody(), full.id);
    expect((await workshops.signUp(bea, full.id)).participant.status).toBe('WAITING');
    expect((await workshops.signUp(bea, other.id)).__typename).toBe('OverlapsOtherWorkshop');
    const after = await workshops.published({ startsAt: inHours(75), endsAt: inHours(76) });
    expect((await workshops.signUp(ada, after.id)).__typename).toBe('SignUpForWorkshopPayload');
    expect((await workshops.signUp(somebody(), await workshops.draft())).__typename).toBe('NotFound');
    expect((await workshops.signUp(company, await workshops.draft())).__typename).toBe('NotPossibleNow');
    const started = await workshops.published();
    await workshops.sql`update workshops.workshop set starts_at = now() - interval '1 hour' where id = ${started.id}::uuid`;
    expect((await workshops.signUp(somebody(), started.id)).__typename).toBe('NotPossibleNow');
    expect((await workshops.signUp(somebody(), randomUUID())).__typename).toBe('NotFound');
  });

  test('one person’s two sign-ups at once for workshops at the same time leave them one', async () => {
    const ada = somebody();
    const both = await Promise.all([workshops.published(), workshops.published()]);
    const answers = await Promise.all(both.map(({ id }) => workshops.signUp(ada, id)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'OverlapsOtherWorkshop',
      'SignUpForWorkshopPayload',
    ]);
  });

  test('nobody takes part without the requirements as they are, and what each acknowledged stays readable', async () => {
    const { id, organizer } = await workshops.published();
    const [ada, bea] = [somebody(), somebody()];
    const require = (input: object) =>
      workshops.done(organizer, 'createWorkshopRequirement', {
        workshopId: id,
        kind: 'equipment.shoes',
        text: 'Firm shoes',
        level: 'MUST',
        ...input,
      });
    const { workshop, workshopRequirement } = await require({});
    expect(await workshops.signUp(ada, id, 1)).toMatchObject({
      __typename: 'RequirementsChanged',
      requirementsVersion: workshop.requirementsVersion,
      requirements: [{ text: 'Firm shoes' }],
    });
    const version = workshop.requirementsVersion;
    expect((await workshops.signUp(ada, id, version)).participant.acknowledgedVersion).toBe(version);
    const changed = await workshops.done(organizer, 'updateWorkshopRequirement', {
      id: workshopRequirement.id,
      text: 'Firm shoes, clean',
    });
    const mine = (await read(ada, id)).myParticipation;
    expect(mine).toMatchObject({
      requirementsChanged: true,
      acknowledgedRequirements: [{ text: 'Firm shoes' }],
    });
    const acknowledge = (requirementsVersion: number) =>
      workshops.change(ada, 'acknowledgeWorkshopRequirements', { id, requirementsVersion });
    expect((await acknowledge(version)).__typename).toBe('RequirementsChanged');
    expect((await acknowledge(changed.workshop.requirementsVersion)).participant.requirementsChanged).toBe(
      false,
    );

    expect((await read(bea, id)).unmetRequirements).toEqual([{ text: 'Firm shoes, clean' }]);
    for (const kind of ['equipment.hat', 'equipment']) {
      expect(await workshops.change(bea, 'setWhatIBring', { kinds: [kind] })).toMatchObject({
        __typename: 'InvalidInput',
        field: 'kinds',
      });
    }
    await workshops.sql`insert into workshops.brought_item (person_id, kind)
      values (${bea.personId}::uuid, 'equipment.gone')`;
    const kinds = ['equipment.gone', 'equipment.shoes'];
    expect((await workshops.done(bea, 'setWhatIBring', { kinds })).person.brings).toEqual(
      kinds.map((code) => ({ code })),
    );
    expect((await read(bea, id)).unmetRequirements).toEqual([]);
    const found = async (viewer: typeof bea) =>
      (
        await workshops.ask(
          viewer,
          '{ workshops(first: 100, filter: { requirementsMet: true }) { nodes { id } } }',
        )
      ).workshops.nodes.some((each: { id: string }) => each.id === id);
    expect([await found(ada), await found(bea)]).toEqual([false, true]);
    // Shoes are not whatever else organizers may want under that heading.
    await require({ kind: 'equipment', text: 'Gloves' });
    expect((await read(bea, id)).unmetRequirements).toEqual([{ text: 'Gloves' }]);
    expect(await found(bea)).toBe(false);
  });
});

describe('the waiting list', () => {
  /** Full, with people who wait in this order. */
  async function full(waiting: number) {
    const workshop = await workshops.published({ capacity: 1 });
    const seated = somebody();
    await workshops.signUp(seated, workshop.id);
    const queue = Array.from({ length: waiting }, () => somebody());
    for (const person of queue) await workshops.signUp(person, workshop.id);
    return { ...workshop, seated, queue };
  }
  const mine = async (viewer: ReturnType<typeof somebody>, id: string) =>
    (await read(viewer, id)).myParticipation;
  const accept = (viewer: ReturnType<typeof somebody>, id: string, requirementsVersion = 1) =>
    workshops.change(viewer, 'acceptWorkshopSeat', { id, requirementsVersion });

  test('a freed seat is held for the first, whom nobody overtakes, and who takes it', async () => {
    const { id, seated, queue } = await full(2);
    await workshops.done(seated, 'leaveWorkshop', { id });
    expect(await mine(queue[0]!, id)).toMatchObject({ status: 'OFFERED', waitingPosition: null });
    expect(await mine(queue[1]!, id)).toMatchObject({ status: 'WAITING', waitingPosition: 1 });
    expect((await workshops.signUp(somebody(), id)).participant).toMatchObject({ status: 'WAITING' });
    expect((await accept(queue[1]!, id)).__typename).toBe('NotPossibleNow');
    expect((await accept(queue[0]!, id)).participant).toMatchObject({
      status: 'CONFIRMED',
      offeredUntil: null,
    });
  });

  test('added seats are offered too; fewer seats than are taken are refused with how many are', async () => {
    const { id, organizer, queue } = await full(3);
    const { workshop } = await workshops.done(organizer, 'updateWorkshop', { id, capacity: 3 });
    expect(workshop).toMatchObject({ seatsLeft: 0, waitingCount: 1 });
    expect(await Promise.all(queue.map(async (each) => (await mine(each, id)).status))).toEqual([
      'OFFERED',
      'OFFERED',
      'WAITING',
    ]);
    expect(await workshops.change(organizer, 'updateWorkshop', { id, capacity: 2 })).toMatchObject({
      __typename: 'TooFewSeats',
      seatsTaken: 3,
    });
  });

  test('an offer ends by its time and never after the start, and whoever comes too late is told', async () => {
    const { id, seated, queue } = await full(2);
    await workshops.done(seated, 'leaveWorkshop', { id });
    const { id: offered, offeredUntil } = await mine(queue[0]!, id);
    expect(Date.parse(offeredUntil)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    const [job] =
      await workshops.queue`select run_at from workshops_jobs.jobs where key = ${`endOffer:${offered}`}`;
    expect(job.run_at.toISOString()).toBe(offeredUntil);
    await workshops.sql`update workshops.participant set offered_until = now() - interval '1 second' where id = ${offered}::uuid`;
    expect((await accept(queue[0]!, id)).__typename).toBe('OfferExpired');
    expect(await mine(queue[0]!, id)).toMatchObject({ status: 'CANCELLED' });
    expect(await mine(queue[1]!, id)).toMatchObject({ status: 'OFFERED' });
    expect((await workshops.signUp(queue[0]!, id)).participant).toMatchObject({ status: 'WAITING' });

    const soon = await workshops.published({ capacity: 1, startsAt: inHours(3), endsAt: inHours(4) });
    await workshops.signUp(somebody(), soon.id);
    const last = somebody();
    await workshops.signUp(last, soon.id);
    await workshops.done(soon.organizer, 'updateWorkshop', { id: soon.id, capacity: 2 });
    expect((await mine(last, soon.id)).offeredUntil).toBe(inHours(3));
  });

  test('an offer is accepted with the requirements as they are then', async () => {
    const { id, seated, queue, organizer } = await full(1);
    await workshops.done(seated, 'leaveWorkshop', { id });
    await workshops.done(organizer, 'createWorkshopRequirement', {
      workshopId: id,
      kind: 'knowledge',
      text: 'Patience',
      level: 'SHOULD',
    });
    expect(await accept(queue[0]!, id)).toMatchObject({
      __typename: 'RequirementsChanged',
      requirementsVersion: 2,
    });
    expect((await accept(queue[0]!, id, 2)).participant.acknowledgedVersion).toBe(2);
  });

  test('whatever a use-case writes, the database keeps the order, the time and what was acknowledged', async () => {
    const { id, seated, queue, organizer } = await full(2);
    const system = { role: 'system', personId: null };
    const become = (viewer: typeof system | typeof organizer, person: typeof seated, change: string) =>
      workshops.refusal(
        viewer,
        `update workshops.participant set ${change} where workshop_id = $1 and person_id = $2`,
        [id, person.personId],
      );
    const [first, second] = queue as [typeof seated, typeof seated];
    const offer = `status = 'offered', offered_until = now() + interval '1 hour'`;
    expect(await become(system, second, offer)).toBe('participant_takes_turn');
    expect(await become(system, first, offer)).toBe('workshop_seats_not_oversold');
    expect(await become(system, first, 'acknowledged_version = 7')).toBe('participant_acknowledged_present');
    const insert = `insert into workshops.participant (workshop_id, person_id, acknowledged_version, status)
      values ($1, $2, $3, $4)`;
    const signUp = (viewer: typeof system | typeof organizer, version: number, status: string | null) =>
      workshops.refusal(viewer, insert, [id, somebody().personId, version, status]);
    expect(await signUp(system, 7, null)).toBe('participant_acknowledged_present');
    expect(await signUp({ ...organizer, role: 'company' }, 1, 'confirmed')).toBe('participant_takes_turn');
    expect(await signUp(organizer, 1, null)).toBe('42501');

    await workshops.done(seated, 'leaveWorkshop', { id });
    expect(await become(organizer, first, `status = 'confirmed'`)).toBe('GH002');
    expect(await become(organizer, first, 'acknowledged_version = 2')).toBe('GH002');
    await workshops.done(organizer, 'createWorkshopRequirement', {
      workshopId: id,
      kind: 'knowledge',
      text: 'Patience',
      level: 'SHOULD',
    });
    expect(await become(system, first, `status = 'confirmed'`)).toBe('participant_acknowledged_present');
    await workshops.sql`update workshops.participant set offered_until = now() - interval '1 second'
      where workshop_id = ${id}::uuid and status = 'offered'`;
    const late = `status = 'confirmed', acknowledged_version = 2`;
    expect(await become(system, first, late)).toBe('participant_offer_in_time');
    const count = `update workshops.workshop set seats_taken = 0, waiting_count = 0, requirements_version = 9 where id = $1`;
    expect(await workshops.refusal(system, count, [id])).toBe(1);
    expect(await read(company, id)).toMatchObject({ seatsLeft: 0, waitingCount: 1 });
  });

  test('whoever waits can leave the list', async () => {
    const { id, queue } = await full(2);
    expect((await workshops.done(queue[0]!, 'leaveWorkshop', { id })).participant.cancelledBy).toBe('PERSON');
    expect(await mine(queue[1]!, id)).toMatchObject({ waitingPosition: 1 });
    expect((await workshops.change(queue[0]!, 'leaveWorkshop', { id })).__typename).toBe('NotPossibleNow');
  });
});

describe('organizers', () => {
  test('a substitute takes over, can do all that the old one could, and the old one no more', async () => {
    const { id, organizer } = await workshops.published();
    const [own] = (
      await workshops.ask(organizer, 'query ($id: ID!) { workshop(id: $id) { organizers { id } } }', { id })
    ).workshop.organizers;
    expect(await workshops.change(organizer, 'markOrganizerUnavailable', { id: own.id })).toMatchObject({
      __typename: 'LastOrganizer',
      message: expect.stringContaining('Invite a substitute'),
    });
    const substitute = await workshops.known(somebody());
    const { organizer: invited } = await workshops.done(organizer, 'inviteOrganizer', {
      workshopId: id,
      personId: substitute.personId,
    });
    expect(
      (await workshops.change(organizer, 'acceptOrganizerInvitation', { id: invited.id })).__typename,
    ).toBe('NotPermitted');
    expect((await workshops.change(substitute, 'updateWorkshop', { id, title: 'Mine' })).__typename).toBe(
      'NotPermitted',
    );
    const { organizer: elsewhere } = await workshops.published({
      startsAt: inHours(400),
      endsAt: inHours(401),
    });
    const candidates = async (viewer: typeof organizer) =>
      (await read(viewer, id)).organizerCandidates.nodes.map((each: { id: string }) => each.id);
    expect(await candidates(organizer)).toContain(elsewhere.personId);
    expect(await candidates(organizer)).not.toContain(organizer.personId);
    expect(await candidates(substitute)).toEqual([]);
    await workshops.done(substitute, 'acceptOrganizerInvitation', { id: invited.id });
    await workshops.done(organizer, 'markOrganizerUnavailable', { id: own.id });
    expect(
      (await workshops.change(organizer, 'updateWorkshop', { id, title: 'Still mine' })).__typename,
    ).toBe('NotPermitted');
    await workshops.signUp(somebody(), id);
    expect(await read(substitute, id)).toMatchObject({ canManage: true, participants: { totalCount: 1 } });
    expect((await workshops.done(substitute, 'updateWorkshop', { id, title: 'Mine' })).workshop.title).toBe(
      'Mine',
    );
    // Others see who organizes, by those who are active.
    expect((await read(somebody(), id)).organizers).toEqual([
      { status: 'ACTIVE', person: { id: substitute.personId } },
    ]);
    expect(await workshops.change(substitute, 'withdrawOrganizer', { id: invited.id })).toMatchObject({
      __typename: 'LastOrganizer',
    });
  });

  test('nobody is invited who is not known, and the inviter is told', async () => {
    const { id, organizer } = await workshops.published();
    for (const personId of [randomUUID(), 'nobody']) {
      expect(
        await workshops.change(organizer, 'inviteOrganizer', { workshopId: id, personId }),
      ).toMatchObject({ __typename: 'InvalidInput', field: 'personId' });
    }
    const draft = { title: 'Mine', timeZone: 'Europe/London', capacity: 1 };
    const times = { startsAt: inHours(72), endsAt: inHours(73) };
    expect(
      await workshops.change(company, 'createWorkshop', {
        ...draft,
        ...times,
        organizerPersonIds: [organizer.personId, randomUUID()],
      }),
    ).toMatchObject({ __typename: 'InvalidInput', field: 'organizerPersonIds' });
  });

  test('participants and candidates are found by their names, without accents, page by page', async () => {
    const { id, organizer } = await workshops.published({ capacity: 1 });
    const names = ['Zoë Müller', 'Zoe Miller', 'Åsa Zoellick', 'Ben Other'];
    const people = await Promise.all(names.map((name) => workshops.known(somebody(), name)));
    for (const person of people) await workshops.signUp(person, id);
    const ids = people.map(({ personId }) => personId);
    for (const [n, person] of people.slice(0, 3).entries()) {
      const times = { startsAt: inHours(500 + n), endsAt: inHours(501 + n) };
      await workshops.done(person, 'publishWorkshop', { id: await workshops.draft(times, person) });
    }

    type Found = { totalCount: number; nodes: { id: string; person: { id: string } }[]; pageInfo: object };
    const find = async (viewer: typeof organizer, name: string, after: string | null = null) => {
      const { workshop } = await workshops.ask(
        viewer,
        `query ($id: ID!, $name: String, $after: String) { workshop(id: $id) {
          participants(first: 2, after: $after, filter: { name: $name }) { totalCount nodes { person { id } }
            pageInfo { hasNextPage endCursor } }
          organizerCandidates(first: 2, filter: { name: $name }) { totalCount nodes { id } pageInfo { hasNextPage } }
        } }`,
        { id, name, after },
      );
      const { participants, organizerCandidates } = workshop as Record<string, Found>;
      return {
        participants: participants!.nodes.map(({ person }) => person.id),
        pageInfo: participants!.pageInfo as { hasNextPage: boolean; endCursor: string },
        candidates: organizerCandidates!.nodes.map((each) => each.id),
        totals: [participants!.totalCount, organizerCandidates!.totalCount],
        more: organizerCandidates!.pageInfo,
      };
    };
    const first = await find(organizer, 'zoe');
    expect(first).toMatchObject({
      participants: ids.slice(0, 2),
      candidates: [ids[2], ids[1]],
      totals: [3, 3],
      pageInfo: { hasNextPage: true },
      more: { hasNextPage: true },
    });
    expect(await find(organizer, 'zoe', first.pageInfo.endCursor)).toMatchObject({
      participants: [ids[2]],
      pageInfo: { hasNextPage: false },
    });
    expect(await find(organizer, ' MULLER  zo')).toMatchObject({
      participants: [ids[0]],
      candidates: [ids[0]],
    });
    expect(await find(organizer, '%')).toMatchObject({ totals: [0, 0] });
    // What is not theirs to see is not found either.
    expect(await find(people[3]!, '')).toMatchObject({ participants: [ids[3]], totals: [1, 0] });
  });

  test('of two who leave at once one stays', async () => {
    const { id, organizer } = await workshops.published();
    const second = await workshops.known(somebody());
    const { organizer: part } = await workshops.done(organizer, 'inviteOrganizer', {
      workshopId: id,
      personId: second.personId,
    });
    await workshops.done(second, 'acceptOrganizerInvitation', { id: part.id });
    const [own] = await workshops.sql`select id from workshops.organizer
      where workshop_id = ${id}::uuid and person_id = ${organizer.personId}::uuid`;
    // Both have left in their own eyes before either is told.
    const held = await workshops.hold(id);
    const leaving = Promise.all([
      workshops.change(organizer, 'withdrawOrganizer', { id: own.id }),
      workshops.change(second, 'withdrawOrganizer', { id: part.id }),
    ]);
    await expect.poll(() => workshops.waiting()).toBe(2);
    await held.release();
    const answers = await leaving;
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'LastOrganizer',
      'WithdrawOrganizerPayload',
    ]);
  });

  test('a draft nobody has accepted to organize, or without a place, is not published', async () => {
    const id = await workshops.draft();
    expect((await workshops.change(company, 'publishWorkshop', { id })).__typename).toBe('LastOrganizer');
    const nowhere = await workshops.draft({ place: null }, somebody());
    expect((await workshops.change(company, 'publishWorkshop', { id: nowhere })).__typename).toBe(
      'NotPossibleNow',
    );
  });

  test('who takes part moves with the workshop, unless somebody would be in two at once', async () => {
    const { id, organizer } = await workshops.published();
    const ada = somebody();
    const { participant } = await workshops.signUp(ada, id);
    const other = await workshops.published({ startsAt: inHours(100), endsAt: inHours(102) });
    await workshops.signUp(ada, other.id);
    const move = (from: number, to: number) =>
      workshops.change(organizer, 'updateWorkshop', { id, startsAt: inHours(from), endsAt: inHours(to) });
    expect(await move(101, 103)).toMatchObject({
      __typename: 'ParticipantsBusy',
      participants: [{ id: participant.id, person: { id: ada.personId } }],
    });
    expect((await move(102, 104)).workshop.startsAt).toBe(inHours(102));
    const clash = await workshops.published({ startsAt: inHours(103), endsAt: inHours(105) });
    expect((await workshops.signUp(ada, clash.id)).__typename).toBe('OverlapsOtherWorkshop');
  });

  test('cancelling ends every participation; attendance is said from the start on', async () => {
    const gone = await workshops.published();
    const ada = somebody();
    await workshops.signUp(ada, gone.id);
    await workshops.done(gone.organizer, 'cancelWorkshop', { id: gone.id, reason: 'Snow' });
    expect((await read(ada, gone.id)).myParticipation.status).toBe('CANCELLED');
    expect((await read(ada, gone.id)).calendarText).toContain('STATUS:CANCELLED');

    const { id, organizer } = await workshops.published();
    const { participant } = await workshops.signUp(ada, id);
    const attend = (attended: boolean | null) =>
      workshops.change(organizer, 'setParticipantAttendance', { id: participant.id, attended });
    expect((await attend(true)).__typename).toBe('NotPossibleNow');
    expect((await workshops.change(organizer, 'markWorkshopHeld', { id })).__typename).toBe('NotPossibleNow');
    await workshops.sql`update workshops.workshop set starts_at = now() - interval '1 minute' where id = ${id}::uuid`;
    expect((await attend(false)).participant.status).toBe('NO_SHOW');
    expect((await attend(null)).participant.status).toBe('CONFIRMED');
    expect((await attend(true)).participant.status).toBe('ATTENDED');
    expect((await workshops.change(organizer, 'cancelParticipant', { id: participant.id })).__typename).toBe(
      'NotPossibleNow',
    );
    expect((await workshops.done(organizer, 'markWorkshopHeld', { id })).workshop.status).toBe('HELD');
  });

  test('participants see each other’s names and nothing else, others not even these', async () => {
    const { id, organizer } = await workshops.published();
    const [ada, bea, carl] = [somebody(), somebody(), somebody()];
    for (const person of [ada, bea, carl]) await workshops.signUp(person, id);
    const seen = async (viewer: ReturnType<typeof somebody>) => {
      const { attendees, participants } = await read(viewer, id);
      return [attendees.totalCount, participants.totalCount];
    };
    expect(await seen(ada)).toEqual([2, 1]);
    expect(await seen(carl)).toEqual([0, 1]); // waits
    expect(await seen(somebody())).toEqual([0, 0]);
    expect(await seen(organizer)).toEqual([2, 3]);
  });
});

test('support staff read what was changed of a workshop, its requirements too, and not how seats were counted', async () => {
  const { id, organizer } = await workshops.published();
  await workshops.done(organizer, 'createWorkshopRequirement', {
    workshopId: id,
    kind: 'knowledge',
    text: 'Patience',
    level: 'SHOULD',
  });
  await workshops.signUp(somebody(), id, 2);
  await workshops.done(organizer, 'updateWorkshop', { id, title: 'Lifting' });
  const { workshop } = await workshops.ask(
    company,
    `query ($id: ID!) { workshop(id: $id) { calendarText history(first: 4) {
      nodes { operation actor { id } changes { field before after } } } } }`,
    { id },
  );
  expect(workshop.history.nodes).toMatchObject([
    {
      changes: [{ field: 'title', before: 'Lifting safely', after: 'Lifting' }],
      actor: { id: organizer.personId },
    },
    { changes: [{ field: 'requirements', before: null, after: 'should knowledge: Patience' }] },
    { changes: [{ field: 'status', before: 'draft', after: 'published' }] },
    { operation: 'INSERT' },
  ]);
  const event = new ICAL.Component(ICAL.parse(workshop.calendarText) as unknown[]).getFirstSubcomponent(
    'vevent',
  )!;
  expect(event.getFirstPropertyValue('uid')).toBe(`${id}@guildhall`);
  expect(event.getFirstPropertyValue('summary')).toBe('Lifting');
  expect(event.getFirstPropertyValue('location')).toBe('The hall');
  expect(event.getFirstPropertyValue('sequence')).toBe(2);
});

test('fifty workshops with organizers, seats, requirements and participants cost as many statements as five', async () => {
  const ada = somebody();
  for (let n = 0; n < 50; n++) {
    const { id } = await workshops.published({
      startsAt: inHours(1000 + n * 4),
      endsAt: inHours(1002 + n * 4),
    });
    if (n % 10 === 0) await workshops.signUp(ada, id);
  }
  const page = (first: number) =>
    workshops.during(() =>
      workshops.ask(
        ada,
        `query ($first: Int, $from: DateTime) { workshops(first: $first, filter: { startsFrom: $from }) {
          nodes { title seatsLeft canManage organizers { person { id } } requirements { text isMetByMe } unmetRequirements { id }
            myParticipation { status waitingPosition requirementsChanged } myOrganizing { status }
            participants(first: 3) { nodes { status } } attendees(first: 3) { nodes { person { id } } } } } }`,
        { first, from: inHours(999) },
      ),
    );
  const [five, fifty] = [await page(5), await page(50)];
  expect(fifty.result.workshops.nodes).toHaveLength(50);
  expect(fifty.statements.length).toBe(five.statements.length);
});
