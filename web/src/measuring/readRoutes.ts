import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const routes = z.array(z.looseObject({ page: z.string(), regex: z.string() }));
const manifest = z.looseObject({ staticRoutes: routes, dynamicRoutes: routes });

/**
 * Reads which pages were built.
 *
 * @param file Next's list of them; while developing there is none.
 * @returns a function from a path to the page that it is for, for example `/a/shifts/[id]`: there are as many of these as
 *   there are pages, however many addresses people ask for.
 */
export function readRoutes(file: URL): (pathname: string) => string {
  const { staticRoutes, dynamicRoutes } = existsSync(file)
    ? manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { staticRoutes: [], dynamicRoutes: [] };
  const all = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    form: new RegExp(regex),
  }));
  return (pathname) => {
    if (pathname.startsWith('/_next/')) return '/_next';
    return all.find(({ form }) => form.test(pathname))?.page ?? 'other';
  };
}
