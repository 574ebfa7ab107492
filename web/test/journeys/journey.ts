import { seriousFindings } from '@guildhall/stack/testing/browser';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { openContext } from '../browser.ts';

/**
 * One person's way through the app, in a browser without any past. It fails when a page breaks the content security
 * policy or throws, whatever else it shows.
 */
export async function journey<Result>(
  run: (page: Page, web: string) => Promise<Result>,
  { web = inject('stack').web, ...options }: BrowserContextOptions & { web?: string } = {},
): Promise<Result> {
  const { context, breaches } = await openContext(options);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('page', (page) =>
    page.on('console', (message) => {
      if (/hydrat/i.test(message.text())) errors.push(message.text());
    }),
  );
  context.setDefaultTimeout(30_000);
  try {
    const result = await run(await context.newPage(), web);
    expect(breaches).toEqual([]);
    expect(errors).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

/** Fails on what axe calls serious or critical; WCAG 2.2 AA. */
export async function expectNoSeriousAxe(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}

/** Opens the menu of the person who is signed in. */
export async function openUserMenu(page: Page): Promise<void> {
  await page.locator('[popovertarget="user-menu"]').click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
