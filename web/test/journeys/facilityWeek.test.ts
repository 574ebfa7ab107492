import { accounts } from '@guildhall/seeds/accounts';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phone } from '../browser.ts';
import { signInAs } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

const base = `/f/${accounts.facility.organisationId}`;
const week = `${base}/week?w=2027-W40`;

/** The cell of a row and a day of the roster. */
const cell = (page: Page, row: string, column: number): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('gridcell')
    .nth(column);

test('a facility creates a shift, is refused whom it does not fit, fills it, moves it by pointer and keys, cancels and undoes', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${week}`);
    await page.getByText('No shifts this week.').waitFor();
    await page.getByRole('banner').waitFor();
    await page.locator('header').getByRole('link', { name: 'New shift' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Day', { exact: true }).fill('2027-10-04');
    await drawer.getByLabel('From', { exact: true }).fill('21');
    await drawer.getByLabel('To', { exact: true }).fill('7');
    await drawer.getByLabel('Qualification').selectOption({ label: 'Waking night care' });
    // The end is still being typed: leaving the field moves nothing away under the pointer.
    await drawer.getByRole('button', { name: 'Create shift' }).click();
    await page.getByText('Shift created.').waitFor();
    await drawer.waitFor({ state: 'detached' });
    const monday = cell(page, 'Waking night care', 0);
    await monday.getByRole('link', { name: /^21:00–07:00/ }).click();

    await drawer.getByRole('button', { name: 'Assign' }).first().click();
    await drawer.getByLabel('Holds Waking night care').uncheck();
    await drawer.getByLabel('Name or home area').fill('Sian MacDonald');
    await drawer.getByRole('button', { name: 'Assign Sian MacDonald' }).click();
    await drawer.getByRole('alert').waitFor();
    await drawer.getByLabel('Name or home area').fill(accounts.agent.name);
    await drawer.getByRole('button', { name: `Assign ${accounts.agent.name}` }).click();
    await page.getByText(`${accounts.agent.name} has the shift.`).waitFor();
    await expectNoSeriousAxe(page);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    const chip = (column: number) =>
      cell(page, 'Waking night care', column).getByRole('link', { name: new RegExp(accounts.agent.name) });
    await chip(0).dragTo(cell(page, 'Waking night care', 1));
    await page.getByText(/^Moved to Tue/).waitFor();
    await chip(1).waitFor();
    await chip(1).focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog').getByLabel('Day').selectOption('2027-10-06');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByText(/^Moved to Wed/).waitFor();
    await chip(2).waitFor();

    await chip(2).focus();
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: 'Cancel shift' }).click();
    await drawer.getByLabel('Why').fill('The ward is closed');
    await drawer.getByRole('button', { name: 'Cancel this shift' }).click();
    await drawer.getByText('The ward is closed').first().waitFor();
    const toast = page.getByRole('status').locator('> div').filter({ hasText: 'Shift cancelled.' });
    await toast.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The shift takes place after all.').waitFor();
  }));

test('copying a week shows what collides before anything is saved', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${base}/week`);
    await page.getByRole('link', { name: 'Copy last week' }).first().click();
    await page.getByText('Nothing is saved').waitFor();
    await page.getByText('cannot be created').waitFor();
    await page.getByRole('list', { name: 'Planned shifts' }).waitFor();
  }));

test('on a phone the week is one day, chosen of seven, and a record takes the place of the page', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${base}/week`);
    const days = page.getByRole('group', { name: 'Days of the week' }).getByRole('button');
    expect(await days.count()).toBe(7);
    await days.nth(3).click();
    await expect.poll(() => days.nth(3).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('columnheader').count()).toBe(2);
    await page.getByRole('gridcell').getByRole('link').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    await page.goBack();
    await page.getByRole('grid').waitFor();
  }, phone));
