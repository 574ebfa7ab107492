import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraph } from './startGraph.ts';

let graph: Awaited<ReturnType<typeof startGraph>>;
beforeAll(async () => {
  graph = await startGraph(0.15);
});
afterAll(() => graph?.close());

interface Named {
  id: string;
}
interface ShiftNode {
  id: string;
  facility: Named & { organisation: Named };
  agent: (Named & { person: Named }) | null;
}

test('fifty shifts with facility, organisation, agent and person cost the same five statements as five, and fetch no row that is not returned', async () => {
  for (const first of [5, 50]) {
    const { result, statements, rows } = await graph.during(() =>
      graph.query(
        'company',
        `query ($first: Int) {
          shifts(first: $first) {
            nodes { id facility { id name organisation { id name } } agent { id person { id name } } }
          }
        }`,
        { first },
      ),
    );
    const nodes: ShiftNode[] = result.data.shifts.nodes;
    expect(nodes).toHaveLength(first);
    const returned = new Set(
      nodes.flatMap(({ id, facility, agent }) => [
        id,
        facility.id,
        facility.organisation.id,
        ...(agent ? [agent.id, agent.person.id] : []),
      ]),
    );
    expect(rows).toBe(returned.size);
    expect(statements).toHaveLength(5);
  }
});
