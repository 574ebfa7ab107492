import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openContext, phone } from '../browser.ts';
import { createOpenShift } from '../createOpenShift.ts';
import { signInAs, signInAsSubject } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

const searching = (path: string, note: string) => `${path}?q=${encodeURIComponent(note)}`;
const claimOf = (page: Page) => page.getByRole('button', { name: /^Claim / });

test('of two agents who claim a shift one has it, the other is told and shown others; given back, it is open again', async () =>
  journey(async (page, web) => {
    const { note, day } = await createOpenShift(70);
    await createOpenShift(71);
    const other = await openContext();
    const second = await other.context.newPage();
    await signInAsSubject(second, 'local|agent-1', `${web}${searching('/a/open', note)}`);
    await signInAs(page, 'agent', `${web}${searching('/a/open', note)}`);
    await claimOf(second).waitFor();
    await claimOf(page).click();
    await page.getByText(/^Yours: /).waitFor();
    await page.getByText('No open shift fits these filters.').waitFor();

    await claimOf(second).click();
    const told = second.getByRole('alert').filter({ hasText: 'Somebody else has this shift already' });
    await told.waitFor();
    await expectNoSeriousAxe(second);
    await told.getByRole('link', { name: /^See \d+ similar$/ }).click();
    await second.waitForURL(/\/a\/open\?from=/);
    await claimOf(second).first().waitFor();
    await second.getByLabel('From').waitFor();
    expect(await second.getByText(note).count()).toBe(0);

    await page.goto(`${web}${searching('/a/shifts', note)}`);
    await page.getByText(note).waitFor();
    expect(await page.getByRole('region', { name: 'Totals of these shifts' }).textContent()).toContain('8 h');
    await page.getByRole('button', { name: /^Offer to others/ }).click();
    await page.getByText('Yours, offered').waitFor();
    await page.getByRole('button', { name: /^Keep it/ }).click();
    await page.getByText('Yours', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Give back/ }).click();
    await page.getByText(/^Given back: /).waitFor();
    await page.getByText(/fits these filters/).waitFor();

    await second.goto(`${web}/a/open?from=${day}&to=${day}`);
    await second.getByText(note).waitFor();
    expect(other.breaches).toEqual([]);
    await other.context.close();
  }));

test('on a phone an agent finds a shift, claims it, reads it, takes the claim back, and nothing is wider than the screen', async () =>
  journey(async (page, web) => {
    const { id, note } = await createOpenShift(80);
    await signInAs(page, 'agent', `${web}/a/open`);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Facility or note').fill(note);
    await page.getByText(note).waitFor();
    await expect.poll(() => claimOf(page).count()).toBe(1);
    await claimOf(page).click();
    await page.getByText(/^Yours: /).waitFor();

    await page.goto(`${web}/a/shifts/${id}`);
    await page.getByText(/^Can be given back until/).waitFor();
    await expectNoSeriousAxe(page);
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await wider()).toBe(false);
    await page.getByRole('button', { name: /^Give back/ }).click();
    await page.getByText(/^Given back: /).waitFor();
    await claimOf(page).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Yours again: /).waitFor();
    await page.getByRole('button', { name: /^Give back/ }).click();
    await claimOf(page).waitFor();
    expect(await wider()).toBe(false);
  }, phone));
