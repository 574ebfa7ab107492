import { anonymous } from '@guildhall/kit/viewer';
import fc from 'fast-check';
import {
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { createVerdicts, viewerOf } from '../../fixtures/access.ts';

let graph: Awaited<ReturnType<typeof createVerdicts>>;
beforeAll(async () => {
  graph = await createVerdicts();
});

const viewers = [
  anonymous,
  viewerOf('company'),
  viewerOf('facility'),
  viewerOf('agent'),
  viewerOf('facility', []),
];

/** A selection, without any of the ways to write it. */
type Selection = { field: string; selections: Selection[] | null } | { on: string; selections: Selection[] };

function selectionsOf(type: GraphQLNamedType, depth: number): fc.Arbitrary<Selection[]> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const fieldSelections = fields.flatMap(({ name, type: wrapped, args }): fc.Arbitrary<Selection>[] => {
    if (args.some(isRequiredArgument)) return [];
    const returned = getNamedType(wrapped);
    if (!isCompositeType(returned)) return [fc.constant({ field: name, selections: null })];
    if (depth === 0) return [];
    return [selectionsOf(returned, depth - 1).map((selections) => ({ field: name, selections }))];
  });
  const narrowed =
    isAbstractType(type) && depth > 0
      ? graph.schema.getPossibleTypes(type).map(({ name }) =>
          selectionsOf(graph.schema.getType(name)!, depth - 1).map((selections) => ({
            on: name,
            selections,
          })),
        )
      : [];
  const leaf: fc.Arbitrary<Selection> = fc.constant({ field: '__typename', selections: null });
  return fc.array(fc.oneof(leaf, ...fieldSelections, ...fieldSelections, ...narrowed), {
    minLength: 1,
    maxLength: 4,
  });
}

/** Fields that some viewer may not ask for, to be left out of an operation again. */
const forbidden: Record<string, string> = {
  Query: 'left1: anyScope left2: shifts { rate }',
  Person: 'left3: salary left4: diary',
  House: 'left5: note',
};

/** Writes selections as they are. Every field has an alias of its own, so that none conflict. */
function plain(selections: readonly Selection[], next = counter()): string {
  return selections
    .map((selection) => {
      const below = selection.selections ? `{ ${plain(selection.selections, next)} }` : '';
      return 'on' in selection
        ? `... on ${selection.on} ${below}`
        : `f${next()}: ${selection.field} ${below}`;
    })
    .join(' ');
}

/** Writes the same selections hidden by fragments, conditions that hold and fields that are left out. */
function hidden(root: readonly Selection[], choose: () => number): string {
  const next = counter();
  const fragments: string[] = [];
  const write = (selections: readonly Selection[], type: string): string =>
    selections
      .map((selection) => {
        const of = 'on' in selection ? selection.on : returnedBy(type, selection.field);
        const below = selection.selections ? `{ ${write(selection.selections, of)} }` : '';
        const text = 'on' in selection ? `... on ${of} ${below}` : `f${next()}: ${selection.field} ${below}`;
        switch (choose() % 6) {
          case 0:
            return `... { ${text} }`;
          case 1:
            return `... on ${type} @include(if: $yes) { ${text} }`;
          case 2: {
            const name = `F${next()}`;
            fragments.push(`fragment ${name} on ${type} { ${text} }`);
            return `...${name} @skip(if: $no)`;
          }
          case 3:
            return `${text} ... @include(if: $no) { ${forbidden[type] ?? '__typename'} }`;
          case 4:
            return `${text} ${text}`;
          default:
            return text;
        }
      })
      .join(' ');
  const operation = write(root, 'Query');
  return `query ($yes: Boolean! = true, $no: Boolean!) { __typename @include(if: $yes) @skip(if: $no) ${operation} } ${fragments.join(' ')}`;
}

function returnedBy(type: string, field: string): string {
  const parent = graph.schema.getType(type)!;
  if (field === '__typename' || !('getFields' in parent)) return 'String';
  return getNamedType(parent.getFields()[field]!.type).name;
}

function counter(): () => number {
  let count = 0;
  return () => count++;
}

test('hiding fields in fragments, conditions and aliases never changes the verdict', async () => {
  const seen = { allowed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      selectionsOf(graph.schema.getQueryType()!, 4),
      fc.array(fc.nat(5), { minLength: 60, maxLength: 60 }),
      fc.constantFrom(...viewers),
      async (selections, choices, viewer) => {
        const position = counter();
        const asItIs = await graph.refused(viewer, `{ ${plain(selections)} }`);
        const source = hidden(selections, () => choices[position() % choices.length]!);
        expect(await graph.refused(viewer, source, { no: false })).toEqual(asItIs);
        seen[asItIs.length === 0 ? 'allowed' : 'refused'] += 1;
      },
    ),
    { numRuns: 600, seed: 20_261_122 },
  );
  // A generator that only ever makes one kind would prove nothing.
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(60);
});

test('a field that is selected is never run when its own rule does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      selectionsOf(graph.schema.getQueryType()!, 4),
      fc.constantFrom(...viewers),
      async (selections, viewer) => {
        const needed = directNeeds(selections, 'Query');
        const refused = await graph.refused(viewer, `{ ${plain(selections)} }`);
        for (const coordinate of needed) {
          if (!mayAsk[coordinate]!(viewer.role, viewer.scopes)) expect(refused).toContain(coordinate);
        }
        if (needed.every((coordinate) => mayAsk[coordinate]!(viewer.role, viewer.scopes)))
          expect(refused).toEqual([]);
      },
    ),
    { numRuns: 500, seed: 20_261_122 },
  );
});

type May = (role: string, scopes: readonly string[]) => boolean;
const signedIn: May = (role) => role !== 'anonymous';
const inRole =
  (...roles: string[]): May =>
  (role) =>
    roles.includes(role);
const withScope =
  (scope: string): May =>
  (role, scopes) =>
    signedIn(role, scopes) && scopes.includes(scope);
const both =
  (a: May, b: May): May =>
  (role, scopes) =>
    a(role, scopes) && b(role, scopes);
const anybody: May = () => true;

/** Who may ask for what of the fixtures, written by hand. */
const mayAsk: Record<string, May> = {
  'Query.me': signedIn,
  'Query.named': signedIn,
  'Query.found': signedIn,
  'Query.crew': signedIn,
  'Query.team': signedIn,
  'Crew.nodes': signedIn,
  'Query.fails': signedIn,
  'Query.anyScope': (role, scopes) =>
    signedIn(role, scopes) &&
    (scopes.includes('explorer:use') || (scopes.includes('people:read') && scopes.includes('people:write'))),
  'Query.shifts': withScope('shifts:read'),
  'Person.id': signedIn,
  'Person.name': signedIn,
  'Person.note': signedIn,
  'Person.owner': signedIn,
  'Person.salary': inRole('company'),
  'Person.diary': inRole('agent'),
  'Person.shifts': withScope('shifts:read'),
  'House.id': anybody,
  'House.name': anybody,
  'House.note': inRole('company'),
  'House.owner': anybody,
  'House.rooms': anybody,
  'Shift.id': withScope('shifts:read'),
  'Shift.title': withScope('shifts:read'),
  'Shift.worker': withScope('shifts:read'),
  'Shift.rate': both(inRole('company'), withScope('shifts:write')),
};

/** The coordinates that a selection touches on any type that could come back, told without the gateway's code. */
function directNeeds(selections: readonly Selection[], ...types: string[]): string[] {
  return selections.flatMap((selection) => {
    if ('on' in selection)
      return directNeeds(
        selection.selections,
        ...types.filter((type) => objectsOf(selection.on).includes(type)).concat(),
      );
    if (selection.field === '__typename') return [];
    const objects = types.flatMap(objectsOf);
    const below = [...new Set(objects.flatMap((type) => objectsOf(returnedBy(type, selection.field))))];
    return [
      ...objects.map((type) => `${type}.${selection.field}`),
      ...(selection.selections ? directNeeds(selection.selections, ...below) : []),
    ];
  });
}

function objectsOf(name: string): string[] {
  const type = graph.schema.getType(name);
  if (isAbstractType(type)) return graph.schema.getPossibleTypes(type).map((possible) => possible.name);
  return isObjectType(type) ? [name] : [];
}
