import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type Plugin, defineConfig } from 'vite';

const folder = join(import.meta.dirname, 'generated');

/** Compresses once what would otherwise be compressed for each visitor: the editor is large. */
const compressed: Plugin = {
  name: 'compressed',
  async closeBundle() {
    await Promise.all(
      globSync('assets/*.{js,css}', { cwd: folder }).map(async (name) => {
        const file = join(folder, name);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file), { params }));
      }),
    );
  },
};

/** Everything that the explorer's page needs, in files of our own: nothing comes from elsewhere. */
export default defineConfig({
  base: '/explorer/',
  plugins: [compressed],
  // Two copies would not know each other's schemas.
  resolve: { dedupe: ['graphql', 'react', 'react-dom'] },
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
  },
  worker: { format: 'es' },
  logLevel: 'error',
});
