// The floor: an HTTP server that asks one statement with `pg` and writes the rows as JSON.
import { createServer } from 'node:http';
import pg from 'pg';
import { statement } from './question.ts';

const { PORT, DATABASE_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

interface Row {
  id: string;
  startsAt: Date;
  endsAt: Date;
  status: string;
  facility: string;
  agent: string | null;
  person: string | null;
}

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables?: { first: number } };
  const { rows } = await pool.query<Row>({
    name: 'shifts',
    text: statement,
    values: [variables?.first ?? 1],
  });
  const nodes = rows.map(({ facility, agent, person, ...shift }) => ({
    ...shift,
    facility: { name: facility },
    agent: agent === null ? null : { person: person === null ? null : { name: person } },
  }));
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { shifts: { nodes } } }));
}).listen(Number(PORT), '127.0.0.1');
