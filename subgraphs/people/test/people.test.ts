import { randomUUID } from 'node:crypto';
import type { Viewer } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { company, startPeople } from './people.ts';

let people: Awaited<ReturnType<typeof startPeople>>;
beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people?.close());

describe('records', () => {
  test('a person is created with contact data, changed in part, and deleted with what belongs to them', async () => {
    const created = await people.change(
      'createPerson',
      'CreatePersonPayload { person { id name contact { email phone } } }',
      {
        name: 'Ana Petrov',
        contact: { email: 'ana@example.org', phone: '+44 20 7946 0018' },
      },
    );
    expect(created.person).toMatchObject({
      name: 'Ana Petrov',
      contact: { email: 'ana@example.org', phone: '+44 20 7946 0018' },
    });
    const { id } = created.person;

    const updated = await people.change(
      'updatePerson',
      'UpdatePersonPayload { person { name contact { email phone } } }',
      {
        id,
        contact: { email: null },
      },
    );
    expect(updated.person).toEqual({
      name: 'Ana Petrov',
      contact: { email: null, phone: '+44 20 7946 0018' },
    });

    expect(await people.change('deletePerson', 'DeletePersonPayload { id }', { id })).toMatchObject({ id });
    expect(await people.change('deletePerson', 'DeletePersonPayload { id }', { id })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await people.ask(company, 'query ($id: ID!) { person(id: $id) { id } }', { id })).toEqual({
      person: null,
    });
  });

  test('contact data can be added later', async () => {
    const id = await people.person('Bo Lund');
    const updated = await people.change(
      'updatePerson',
      'UpdatePersonPayload { person { contact { email phone } } }',
      {
        id,
        contact: { phone: '+46 8 123 456' },
      },
    );
    expect(updated.person.contact).toEqual({ email: null, phone: '+46 8 123 456' });
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: '   ' }],
    ['contact.email', { name: 'Ana', contact: { email: 'ana at example' } }],
    ['contact.phone', { name: 'Ana', contact: { phone: '12' } }],
  ])('a person is refused at %s for %j', async (field, input) => {
    expect(await people.change('createPerson', 'CreatePersonPayload { person { id } }', input)).toMatchObject(
      {
        __typename: 'InvalidInput',
        field,
      },
    );
  });

  test('an organisation with members stays until the memberships are ended', async () => {
    const organisationId = await people.organisation('Elm House Ltd');
    const personId = await people.person('Ana Petrov');
    const { membership } = await people.change(
      'createMembership',
      'CreateMembershipPayload { membership { id } }',
      {
        personId,
        organisationId,
        role: 'facility',
      },
    );
    const remove = () =>
      people.change('deleteOrganisation', 'DeleteOrganisationPayload { id }', { id: organisationId });

    expect(await remove()).toMatchObject({ __typename: 'StillInUse' });
    await people.change('deleteMembership', 'DeleteMembershipPayload { id }', { id: membership.id });
    expect(await remove()).toMatchObject({ id: organisationId });
    expect(await remove()).toMatchObject({ __typename: 'NotFound' });
  });

  test('an organisation’s kind and name change, each alone', async () => {
    const id = await people.organisation('Elm House Ltd');
    const fields = 'UpdateOrganisationPayload { organisation { kind name } }';
    await people.change('updateOrganisation', fields, { id, kind: 'INSTITUTE' });
    const { organisation } = await people.change('updateOrganisation', fields, { id, name: 'Elm' });
    expect(organisation).toEqual({ kind: 'INSTITUTE', name: 'Elm' });
  });

  test('a membership is of a person, an organisation and a role that exist, and once', async () => {
    const organisationId = await people.organisation('Elm House Ltd');
    const personId = await people.person('Ana Petrov');
    const create = (input: object) =>
      people
        .change('createMembership', 'CreateMembershipPayload { membership { role } }', {
          personId,
          organisationId,
          role: 'facility',
          ...input,
        })
        .then((result) => result.__typename);
    expect(await create({ personId: randomUUID() })).toBe('NotFound');
    expect(await create({ organisationId: randomUUID() })).toBe('NotFound');
    expect(await create({ role: 'Not a role!' })).toBe('InvalidInput');
    expect(await create({})).toBe('CreateMembershipPayload');
    expect(await create({})).toBe('AlreadyExists');
    expect(await create({ role: 'agent' })).toBe('CreateMembershipPayload');
  });
});

describe('who sees what', () => {
  test('contact data is for its person and support staff; null means not visible', async () => {
    const id = await people.person('Ana Petrov', { email: 'ana@example.org' });
    const read = (viewer: Viewer) =>
      people
        .ask(viewer, 'query ($id: ID!) { person(id: $id) { name contact { email } } }', { id })
        .then((data) => data.person);
    const someone: Viewer = {
      personId: randomUUID(),
      organisationId: randomUUID(),
      role: 'agent',
      scopes: [],
    };
    expect(await read(someone)).toEqual({ name: 'Ana Petrov', contact: null });
    expect(await read({ ...someone, personId: id })).toMatchObject({ contact: { email: 'ana@example.org' } });
    expect(await read(company)).toMatchObject({ contact: { email: 'ana@example.org' } });
  });

  test('memberships are seen by their person, the facility they are of, and support staff', async () => {
    const organisationId = await people.organisation('Elm House Ltd');
    const personId = await people.person('Ana Petrov');
    await people.change('createMembership', 'CreateMembershipPayload { membership { id } }', {
      personId,
      organisationId,
      role: 'facility',
    });
    const count = (viewer: Partial<Viewer>) =>
      people
        .ask(
          { personId: randomUUID(), organisationId: randomUUID(), role: 'agent', scopes: [], ...viewer },
          'query ($id: ID!) { organisation(id: $id) { memberships { totalCount nodes { person { name } } } } }',
          { id: organisationId },
        )
        .then((data) => data.organisation.memberships.totalCount);
    expect(await count({ role: 'facility', organisationId })).toBe(1);
    expect(await count({ role: 'facility' })).toBe(0);
    expect(await count({ role: 'agent', organisationId })).toBe(0);
    expect(await count({ role: 'agent', personId })).toBe(1);
    expect(await count({ role: 'company' })).toBe(1);
  });

  test('me is the person who asks, and null for a machine', async () => {
    const personId = await people.person('Ana Petrov');
    const me = (viewer: Viewer) => people.ask(viewer, '{ me { name } }').then((data) => data.me);
    expect(await me({ ...company, personId })).toEqual({ name: 'Ana Petrov' });
    expect(await me({ ...company, personId: null })).toBeNull();
  });

  test('nobody but the gateway reads an API key’s hash, and an expired or revoked key is none', async () => {
    const keys = await people.apiKeys();
    const gateway: Viewer = { personId: null, organisationId: null, role: 'gateway', scopes: [] };
    const read = (viewer: Viewer, id: string) =>
      people
        .ask(viewer, 'query ($id: String!) { apiKey(id: $id) { secretHash role scopes } }', { id })
        .then((data) => data.apiKey);
    expect(await read(gateway, keys.usable)).toMatchObject({ role: 'company', scopes: ['people:read'] });
    expect(await read(gateway, keys.expired)).toBeNull();
    expect(await read(gateway, keys.revoked)).toBeNull();
    for (const role of ['facility', 'agent', 'identity', 'anonymous']) {
      expect(await read({ ...company, role }, keys.usable)).toBeNull();
    }
  });

  test('an identity provider reads the claims of a sign-in, one entry for each membership', async () => {
    const personId = await people.person('Ana Petrov');
    await people.login('idp|ana', personId);
    const first = await people.organisation('Elm House Ltd');
    const second = await people.organisation('Oak House Ltd');
    for (const organisationId of [first, second]) {
      await people.change('createMembership', 'CreateMembershipPayload { membership { id } }', {
        personId,
        organisationId,
        role: 'facility',
      });
    }
    const identity: Viewer = { personId: null, organisationId: null, role: 'identity', scopes: [] };
    const { loginClaims } = await people.ask(
      identity,
      '{ loginClaims(subject: "idp|ana") { personId organisationId organisationName role } }',
    );
    expect(loginClaims).toEqual([
      { personId, organisationId: first, organisationName: 'Elm House Ltd', role: 'facility' },
      { personId, organisationId: second, organisationName: 'Oak House Ltd', role: 'facility' },
    ]);
    expect(await people.ask(identity, '{ loginClaims(subject: "nobody") { role } }')).toEqual({
      loginClaims: [],
    });
  });
});

describe('lists', () => {
  test('people are found by part of their name in any case, percent signs included, and by organisation', async () => {
    const organisationId = await people.organisation('Filter House');
    const wanted = await people.person('Zoë 100% Quill');
    await people.person('Zoë 1000 Quill');
    await people.change('createMembership', 'CreateMembershipPayload { membership { id } }', {
      personId: wanted,
      organisationId,
      role: 'agent',
    });
    const find = (filter: object) =>
      people
        .ask(
          company,
          'query ($filter: PersonFilter) { people(filter: $filter) { nodes { id } totalCount } }',
          { filter },
        )
        .then((data) => data.people);
    expect(await find({ name: 'zoë 100%' })).toEqual({ nodes: [{ id: wanted }], totalCount: 1 });
    expect(await find({ organisationId })).toEqual({ nodes: [{ id: wanted }], totalCount: 1 });
    expect(await find({ organisationId: randomUUID() })).toEqual({ nodes: [], totalCount: 0 });
  });

  test('people are found by part of name, e-mail address or telephone number, as it is dialled', async () => {
    const id = await people.person('Søren Überall');
    const contact = { email: 'S.Uberall@Fjord.example', phone: '+44 (20) 7946-0973' };
    await people.change('updatePerson', 'UpdatePersonPayload { person { id } }', { id, contact });
    const find = (text: string) =>
      people
        .ask(company, 'query ($text: String) { people(filter: { text: $text }) { nodes { id } } }', { text })
        .then((data) => data.people.nodes);
    for (const text of ['ÜBER', 'uberall@fjord', '020 7946 0973', '+44 20 79460973', '0973']) {
      expect(await find(text), text).toEqual([{ id }]);
    }
    // Too little of a number, or no number at all, is a text like any other.
    for (const text of ['973', 'room 0973']) expect(await find(text), text).toEqual([]);
  });

  test('the history of a person tells of name, contact data and memberships, that of an organisation of its name', async () => {
    const id = await people.person('Before');
    const { organisation } = await people.change(
      'createOrganisation',
      'CreateOrganisationPayload { organisation { id } }',
      { kind: 'FACILITY', name: 'Elm House' },
    );
    await people.change('updatePerson', 'UpdatePersonPayload { person { id } }', {
      id,
      name: 'After',
      contact: { email: 'after@example.org' },
    });
    await people.change('createMembership', 'CreateMembershipPayload { membership { id } }', {
      personId: id,
      organisationId: organisation.id,
      role: 'facility',
    });
    await people.change('updateOrganisation', 'UpdateOrganisationPayload { organisation { id } }', {
      id: organisation.id,
      name: 'Elm Hall',
    });
    const entries = 'history(first: 10) { nodes { operation actorRole changes { field before after } } }';
    const told = await people.ask(
      company,
      `query ($id: ID!, $organisation: ID!) { person(id: $id) { ${entries} } organisation(id: $organisation) { ${entries} } }`,
      { id, organisation: organisation.id },
    );
    const changes = told.person.history.nodes.flatMap((entry: { changes: object[] }) => entry.changes);
    expect(changes[0]).toEqual({
      field: 'memberships',
      before: null,
      after: `facility of organisation ${organisation.id}`,
    });
    expect(changes).toContainEqual({ field: 'name', before: 'Before', after: 'After' });
    expect(changes).toContainEqual({ field: 'email', before: null, after: 'after@example.org' });
    expect(told.organisation.history.nodes[0]).toEqual({
      operation: 'UPDATE',
      actorRole: 'company',
      changes: [{ field: 'name', before: 'Elm House', after: 'Elm Hall' }],
    });
  });

  test('many people by reference cost one statement', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, (_, index) => people.person(`Person ${index}`)));
    const representations = ids.map((id) => ({ __typename: 'Person', id }));
    const { statements } = await people.during(() =>
      people.ask(
        company,
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name contact { email } } } }',
        { representations },
      ),
    );
    expect(statements).toHaveLength(2);
  });
});
