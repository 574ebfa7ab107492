import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateSdk } from './generate.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

test('what is committed follows from the committed contract', async () => {
  const { schema, typeMap } = await generateSdk(read('partner.graphql'));
  const message = 'run `npm run graph:compose` and commit what it writes';
  expect(schema === read('src/schema.generated.ts'), message).toBe(true);
  expect(typeMap === read('src/typeMap.generated.ts'), message).toBe(true);
});

test('fields carry their descriptions, and say when they are deprecated', async () => {
  const { schema } = await generateSdk(`
    type Query {
      """
      The houses,
      all */ of them.
      """
      houses("How many." first: Int, ids: [ID!]!): [House!]! @deprecated(reason: "Use homes. Goes on 2027-06-30.")
    }
    type House { name("In which language." language: String): String }
  `);
  expect(schema).toContain(`/** The houses, all *\\/ of them. @deprecated Use homes. Goes on 2027-06-30. */
  houses?: HouseSelection & {
    __args: {
      /** How many. */
      first?: InputMaybe<Scalars['Int']['input']>;
      ids: Array<Scalars['ID']['input']>;
    };
  };`);
  expect(schema).toContain('name?: boolean | {');
});

test('an interface is selected by the objects behind it', async () => {
  const { schema, typeMap } = await generateSdk(`
    type Query { place: Place }
    interface Place { name: String! }
    type House implements Place { name: String! rooms: Int }
  `);
  expect(schema).toContain("'... on House'?: HouseSelection;");
  expect(schema).toContain('Place: { fields: Place; objects: House };');
  expect(typeMap).toContain('isAbstract: true');
});

test('a scalar of which nobody said what it is in JSON is refused', async () => {
  await expect(generateSdk('type Query { at: Moment } scalar Moment')).rejects.toThrow(/Moment/);
});
