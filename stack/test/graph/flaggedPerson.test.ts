import { accounts } from '@guildhall/seeds/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Persona } from './expectation.ts';
import { startGraph } from './startGraph.ts';

let graph: Awaited<ReturnType<typeof startGraph>>;
beforeAll(async () => {
  graph = await startGraph(0.15);
});
afterAll(() => graph?.close());

async function ask(persona: Persona, document: string, variables = {}) {
  const { data, errors } = await graph.query(persona, document, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const act = (persona: Persona, mutation: string, input: object) => {
  const Name = mutation[0]!.toUpperCase() + mutation.slice(1);
  return ask(
    persona,
    `mutation ($input: ${Name}Input!) { ${mutation}(input: $input) { __typename ... on ${Name}Payload {
       ${mutation === 'updatePerson' ? 'person' : 'flag'} { id } } } }`,
    { input },
  ).then((data) => data[mutation]);
};

test('a flag about a person shows what was changed of the person because of it, to those who may see it', async () => {
  const { personId } = accounts.agent;
  const raise = async (persona: Persona) =>
    (
      await act(persona, 'raiseFlag', {
        subjectKind: 'PERSON',
        subjectId: personId,
        message: 'It is misspelt',
      })
    ).flag.id as string;
  const ids = [await raise('agent'), await raise('facility')];
  const rename = (name: string, phone?: string) =>
    act('company', 'updatePerson', { id: personId, name, ...(phone && { contact: { phone } }) });
  await rename('Before anybody looked');
  for (const id of ids) await act('company', 'takeFlag', { id });
  await rename('Ada Nkemelu-Bright', '+44 113 496 0007');
  const changes = async (persona: Persona) => {
    const { flags } = await ask(
      persona,
      `query ($id: ID!) { flags(filter: { subjectId: $id }) { nodes { id changes { field } person { name }
         personChanges { field before after } } } }`,
      { id: personId },
    );
    return flags.nodes.map((flag: { personChanges: object[] }) => flag.personChanges);
  };
  expect(await changes('company')).toEqual([[], []]);
  for (const id of ids) await act('company', 'answerFlag', { id, answer: 'Mended.' });
  await rename('After it was answered');

  const name = { field: 'name', before: 'Before anybody looked', after: 'Ada Nkemelu-Bright' };
  const phone = expect.objectContaining({ field: 'phone', after: '+44 113 496 0007' });
  expect(await changes('facility')).toEqual([[name]]);
  const [asAgent] = await changes('agent');
  expect(asAgent).toHaveLength(2);
  expect(asAgent).toEqual(expect.arrayContaining([name, phone]));
  for (const seen of await changes('company')) expect(seen).toEqual(expect.arrayContaining([name, phone]));
  const { statements } = await graph.during(() =>
    ask('company', '{ flags(first: 50) { nodes { personChanges { field } } } }'),
  );
  // One for the flags, and one transaction that reads history.
  expect(statements.filter((text) => text.includes('people.history'))).toHaveLength(1);
});

test('a flag about something else tells of no person', async () => {
  const { facilities } = await ask('facility', '{ facilities(first: 1) { nodes { id } } }');
  const { flag } = await act('facility', 'raiseFlag', {
    subjectKind: 'FACILITY',
    subjectId: facilities.nodes[0].id,
    message: 'x',
  });
  await act('company', 'takeFlag', { id: flag.id });
  await act('company', 'answerFlag', { id: flag.id, answer: 'y' });
  const { flag: read } = await ask(
    'facility',
    `{ flag(id: "${flag.id}") { status personChanges { field } } }`,
  );
  expect(read).toEqual({ status: 'ANSWERED', personChanges: [] });
});
