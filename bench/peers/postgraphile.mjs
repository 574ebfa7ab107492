// PostGraphile on the tables of two domains. No foreign key leads from one to the other: a smart tag tells it.
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils';

const { PORT, DATABASE_URL } = process.env;
const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    makeJSONPgSmartTagsPlugin({
      version: 1,
      config: {
        class: {
          'staffing.agent': { tags: { foreignKey: '(person_id) references people.person (id)' } },
          'staffing.history': { tags: { name: 'staffing_history', behavior: '-*' } },
          'people.history': { tags: { name: 'people_history', behavior: '-*' } },
          'staffing._prisma_migrations': { tags: { name: 'staffing_migrations', behavior: '-*' } },
          'people._prisma_migrations': { tags: { name: 'people_migrations', behavior: '-*' } },
        },
      },
    }),
  ],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ['staffing', 'people'] })],
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false },
};
const pgl = postgraphile(preset);
const server = createServer();
server.on('error', (error) => console.error(error));
const serv = pgl.createServ(grafserv);
await serv.addTo(server);
server.listen(Number(PORT), '127.0.0.1');
