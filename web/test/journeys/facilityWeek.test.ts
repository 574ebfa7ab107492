import { accounts } from '@guildhall/seeds/accounts';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, mondayOf, todayIn, weekOf } from '../../src/design/calendar.ts';
import { formatDay } from '../../src/design/format.ts';
import { phone } from '../browser.ts';
import { signInAs } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

const base = `/f/${accounts.facility.organisationId}`;

const [year, month] = todayIn('UTC').split('-');
/** The first Monday of this month in the next year: after all that the seeds plan, while qualifications still hold. */
const monday = mondayOf(`${Number(year) + 1}-${month}-07`);
const week = `${base}/week?w=${weekOf(monday)}`;

/** A day as the app shows it. */
const shown = (day: string): string => formatDay(new Date(day), { locale: 'en-GB', timeZone: 'UTC' });

const spoken = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(day).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric', ...options });

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
    // The calendar is at the Monday of the week, and is gone through by keys.
    await drawer.getByRole('button', { name: 'Calendar' }).press('Enter');
    await page.getByRole('grid', { name: spoken(monday, {}) }).waitFor();
    await expectNoSeriousAxe(page);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Escape');
    await drawer.getByRole('button', { name: 'Calendar' }).press('Enter');
    await page
      .getByRole('button', { name: spoken(monday, { weekday: 'long', day: 'numeric' }), exact: true })
      .press('Enter');
    expect(await drawer.getByLabel('Day', { exact: true }).inputValue()).toBe(shown(monday));
    await drawer.getByLabel('From', { exact: true }).fill('21');
    await drawer.getByLabel('To', { exact: true }).fill('7');
    await drawer.getByLabel('Qualification').selectOption({ label: 'Waking night care' });
    // The end is still being typed: leaving the field moves nothing away under the pointer.
    await drawer.getByRole('button', { name: 'Create shift' }).click();
    await page.getByText('Shift created.').waitFor();
    await drawer.waitFor({ state: 'detached' });
    const night = cell(page, 'Waking night care', 0);
    await night.getByRole('link', { name: /^21:00–07:00/ }).click();

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
    await page.getByRole('dialog').getByLabel('Day').selectOption(addDays(monday, 2));
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByText(/^Moved to Wed/).waitFor();
    await chip(2).waitFor();
    await page.keyboard.press('Control+z');
    await chip(1).waitFor();
    await page.getByText('The shift is back.').waitFor();
    await page.keyboard.press('Control+z');
    await chip(0).waitFor();

    await chip(0).focus();
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: 'Cancel shift' }).click();
    await drawer.getByLabel('Why').fill('The ward is closed');
    await drawer.getByRole('button', { name: 'Cancel this shift' }).click();
    await drawer.getByText('The ward is closed').first().waitFor();
    const toast = page.getByRole('status').locator('> div').filter({ hasText: 'Shift cancelled.' });
    await toast.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The shift takes place after all.').waitFor();
  }));

test('several shifts are assigned at once, a refusal leads to the shift in the way, and hours are changed along the day', async () =>
  journey(async (page, web) => {
    const [first, second, third] = [7, 8, 9].map((days) => addDays(monday, days)) as [string, string, string];
    const days = `${web}${base}/shifts?from=${first}&to=${third}`;
    await signInAs(page, 'facility', `${days}&new=${second}`);
    const drawer = page.getByRole('dialog');
    const create = async (from: string, to: string) => {
      await drawer.getByLabel('From', { exact: true }).fill(from);
      await drawer.getByLabel('To', { exact: true }).fill(to);
      await drawer.getByRole('button', { name: /^Create/ }).click();
    };
    await drawer.getByRole('button', { name: 'Choose an agent' }).click();
    await drawer.getByRole('button', { name: `Choose ${accounts.agent.name}` }).click();
    await create('6', '20');
    await drawer.waitFor({ state: 'detached' });
    await page.goto(`${days}&status=OPEN&new=${first}`);
    await drawer.getByLabel('On how many days running').selectOption('3');
    await create('7', '15');
    await drawer.waitFor({ state: 'detached' });

    await page.getByLabel('Choose all that are shown').check();
    const bar = page.getByRole('region', { name: 'Chosen shifts' });
    await bar.getByText('3 chosen').waitFor();
    await bar.getByRole('button', { name: 'Assign', exact: true }).click();
    await bar.getByRole('button', { name: `Assign ${accounts.agent.name}` }).click();
    await page.getByText(`2 shifts assigned to ${accounts.agent.name}.`).waitFor();
    const refused = bar.getByRole('alert').getByRole('listitem');
    expect(await refused.textContent()).toContain(`${shown(second)}, 07:00–15:00`);
    await bar.getByText('1 chosen').waitFor();
    await expectNoSeriousAxe(page);
    await bar.getByRole('button', { name: 'Cancel', exact: true }).click();
    await bar.getByLabel('Why').fill('Planned twice');
    await bar.getByRole('button', { name: 'Cancel this shift' }).click();
    await page.getByText('No shift fits these filters.').waitFor();
    await page
      .getByRole('status')
      .locator('> div')
      .filter({ hasText: '1 shift cancelled.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('1 shift no longer cancelled.').waitFor();

    await page.goto(`${web}${base}/week?view=day&d=${first}`);
    const end = page.getByRole('slider', { name: `End: ${accounts.agent.name}` });
    await end.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText(/^Now 07:00–16:15/).waitFor();
    const { x, y } = (await end.boundingBox())!;
    await page.mouse.move(x + 12, y + 12);
    await page.mouse.down();
    // Further than a shift may last: into the one of the next morning.
    await page.mouse.move(x + 2_000, y + 12, { steps: 3 });
    expect(await end.getAttribute('aria-valuetext')).toMatch(/^07:00, Tue/);
    await page.mouse.up();
    await page.getByRole('alert').getByRole('link', { name: 'Open it' }).waitFor();
    expect(await end.getAttribute('aria-valuetext')).toMatch(/^16:15, Mon/);
    await expectNoSeriousAxe(page);
    await page.keyboard.press('Control+z');
    await page.getByText('The times are as before.').waitFor();
    await page.getByRole('link', { name: 'Open it' }).click();
    await drawer.getByText(`${shown(second)}, 06:00–20:00`, { exact: true }).waitFor();
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
