import { accounts } from '@guildhall/seeds/accounts';
import { inject } from 'vitest';
import { openContext } from './browser.ts';

const mutation = `mutation ($input: CreateShiftInput!) {
  createShift(input: $input) { __typename ... on CreateShiftPayload { shift { id } } ... on Refusal { message } }
}`;

/** An open shift of eight hours that takes no qualification, on a day that no seeded shift is on. */
export interface OpenShift {
  readonly id: string;
  /** Nothing else has it. */
  readonly note: string;
  /** As `2026-10-24`. */
  readonly day: string;
}

/** Creates an open shift, as support staff do by the graph, so many days from now. */
export async function createOpenShift(days: number): Promise<OpenShift> {
  const { graph, issuer } = inject('stack');
  const { context } = await openContext();
  const page = await context.newPage();
  await page.goto(issuer);
  await page.getByRole('button', { name: accounts.company.name }).click();
  const token = await page.getByLabel(/Access token/).inputValue();
  await context.close();

  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(graph, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: unknown };
    if (!answer.data) throw new Error(`The graph refused: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const { facilities } = (await ask('{ facilities(first: 1) { nodes { id } } }')) as {
    facilities: { nodes: { id: string }[] };
  };
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const note = `Ask for the key at desk ${crypto.randomUUID()}`;
  const { createShift } = (await ask(mutation, {
    input: {
      facilityId: facilities.nodes[0]!.id,
      startsAt: `${day}T10:00:00Z`,
      endsAt: `${day}T18:00:00Z`,
      note,
    },
  })) as { createShift: { shift?: { id: string } } };
  if (!createShift.shift) throw new Error(`No shift was created: ${JSON.stringify(createShift)}`);
  return { id: createShift.shift.id, note, day };
}
