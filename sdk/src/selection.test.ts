import { expect, expectTypeOf, test } from 'vitest';
import { type Client, createClient } from './client.ts';
import type { ShiftFilter, ShiftStatus } from './schema.generated.ts';

// What is asserted here is for the compiler, `npm run typecheck`; the client is never asked to send anything.
const client: Client = createClient({ url: 'http://127.0.0.1:1/graphql', token: '' });
const filter: ShiftFilter = { facilityId: 'f' };
const wanted = Boolean(filter.text);

test('what comes back has the fields that were asked for, and those alone', () => {
  const ask = () =>
    client.query({
      me: { name: true, agent: { id: true } },
      organisation: wanted ? { __args: { id: 'o' }, name: true } : undefined,
      shifts: {
        __args: { first: 5, filter },
        nodes: { status: true, note: wanted, agent: { homeArea: true } },
      },
    });
  type Data = Awaited<ReturnType<typeof ask>>;
  type Shift = NonNullable<Data['shifts']>['nodes'][number];
  expectTypeOf<Data['me']>().toEqualTypeOf<{ name: string; agent: { id: string } | null } | null>();
  expectTypeOf<Data['organisation']>().toEqualTypeOf<{ name: string } | null | undefined>();
  expectTypeOf<Shift['status']>().toEqualTypeOf<ShiftStatus>();
  expectTypeOf<Shift['agent']>().toEqualTypeOf<{ homeArea: string | null } | null>();
  expectTypeOf<Shift['note']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<keyof Shift>().toEqualTypeOf<'status' | 'note' | 'agent'>();
  expect(ask).toBeTypeOf('function');
});

test('the types of a result are told apart by their name, each with what was asked of it', () => {
  const claim = () =>
    client.mutate({
      claimShift: {
        __args: { input: { id: 's' } },
        '... on ClaimShiftPayload': { shift: { id: true } },
        '... on Refusal': { message: true },
        '... on TooLittleRest': { hours: true },
      },
    });
  type Claimed = Awaited<ReturnType<typeof claim>>['claimShift'];
  type Named<Name> = Extract<Claimed, { __typename: Name }>;
  expectTypeOf<Named<'ClaimShiftPayload'>>().toEqualTypeOf<{
    __typename: 'ClaimShiftPayload';
    shift: { id: string };
  }>();
  expectTypeOf<Named<'NotFound'>>().toEqualTypeOf<{ __typename: 'NotFound'; message: string }>();
  expectTypeOf<Named<'TooLittleRest'>>().toEqualTypeOf<{
    __typename: 'TooLittleRest';
    message: string;
    hours: number;
  }>();
  expect(claim).toBeTypeOf('function');
});

test('a list walks through records of the type that was asked for', () => {
  const walk = () => client.list('facilities', { nodes: { name: true } });
  expectTypeOf<ReturnType<typeof walk>>().toEqualTypeOf<AsyncGenerator<{ name: string }, void, undefined>>();
  expect(walk).toBeTypeOf('function');
});

test('what the contract does not have is an error of the compiler, beside what it has too', () => {
  const mistakes = () => [
    // @ts-expect-error -- a field of no type
    client.query({ me: { id: true, rate: true } }),
    // @ts-expect-error -- a query that does not exist
    client.query({ me: { id: true }, logins: { id: true } }),
    // @ts-expect-error -- an argument that does not exist
    client.query({ shifts: { __args: { first: 1, frist: 1 }, totalCount: true } }),
    // @ts-expect-error -- a field of an input that does not exist
    client.query({ shifts: { __args: { filter: { facilityId: 'f', nope: 1 } }, totalCount: true } }),
    // @ts-expect-error -- a value of an enum that does not exist
    client.query({ shifts: { __args: { filter: { status: ['OPN'] } }, totalCount: true } }),
    // @ts-expect-error -- an argument that is needed
    client.query({ shift: { id: true } }),
    // @ts-expect-error -- a type that is none of the result's
    client.mutate({ giveBackShift: { __args: { input: { id: 's' } }, '... on Shift': { id: true } } }),
    // @ts-expect-error -- a query that returns no connection
    client.list('me', { nodes: { id: true } }),
    // @ts-expect-error -- paging is the list's own
    client.list('shifts', { __args: { first: 1 }, nodes: { id: true } }),
    // @ts-expect-error -- a field of no shift
    client.list('shifts', { nodes: { id: true, rate: true } }),
  ];
  expect(mistakes).toBeTypeOf('function');
});
