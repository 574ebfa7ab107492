import { accounts } from '@guildhall/seeds/accounts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

/** Keeps the scripts of pages on their way until they are released. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await isReleased;
    await route.continue();
  });
  return release;
}

test('a list is filtered, paged and shared by its address', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'agent', `${web}/a/facilities`);
    const rows = page.getByRole('rowheader');
    expect(await rows.count()).toBe(50);
    const [firstName] = await rows.allTextContents();

    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/after=/);
    expect(await rows.allTextContents()).not.toContain(firstName);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.waitForURL(/before=/);
    expect((await rows.allTextContents())[0]).toBe(firstName);

    await page.getByLabel('Name or address').fill('nowhere at all');
    await page.getByText('No facility fits these filters.').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('nowhere at all');
    expect(page.url()).not.toContain('before=');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await rows.nth(49).waitFor();
    expect(await page.getByLabel('Name or address').inputValue()).toBe('');

    // What is chosen while the scripts are still on their way is not lost.
    const release = await holdScripts(page);
    await page.goto(`${web}/a/facilities`, { waitUntil: 'commit' });
    await page.getByLabel('You said').selectOption('AVOID');
    release();
    await page.waitForURL(/said=AVOID/);
    expect(await page.getByLabel('You said').inputValue()).toBe('AVOID');
  }));

test('a button that is pressed before the scripts of its page are there does what it says when they are', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/s`);
    const release = await holdScripts(page);
    await page.goto(`${web}/s/agents`, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'New agent' }).click();
    release();
    await page.getByRole('dialog', { name: 'Make a person an agent' }).waitFor();
  }));

test('a list is ordered by its headings', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/s/facilities`);
    const rows = page.getByRole('rowheader');
    const [first] = await rows.allTextContents();
    await page.getByRole('columnheader', { name: 'Facility' }).getByRole('link').click();
    await page.waitForURL(/sort=-name/);
    await page.locator('[aria-sort=descending]').waitFor();
    expect((await rows.allTextContents())[0]).not.toBe(first);
  }));

test('who looks for a name that many have is told that some of them are not looked at', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/s/agents?q=a`);
    const note = page.getByRole('note').filter({ hasText: 'More than 100 people fit this name' });
    await note.waitFor();
    await page.getByLabel('Name, email or phone').fill(accounts.agent.name);
    await page.waitForURL((url) => url.searchParams.get('q') === accounts.agent.name);
    await note.waitFor({ state: 'detached' });
    await page.getByRole('rowheader', { name: accounts.agent.name }).waitFor();
  }));
