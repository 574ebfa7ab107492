import { accounts } from '@guildhall/seeds/accounts';
import { seedId } from '@guildhall/seeds/seedId';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openContext, phone } from '../browser.ts';
import { signInAs, type Persona } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

/** The second workshop that the agent organizes: four of its seats are taken. */
const quiet = `/w/${seedId('workshop', 1)}`;
/** The third: the planner is not asked to organize it. */
const ofAgentAlone = `/w/${seedId('workshop', 2)}`;
const held = `/w/${seedId('workshop', 4)}`;

/** Somebody else at a browser of their own. */
async function alongside(persona: Persona, address: string) {
  const { context, breaches } = await openContext();
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await signInAs(page, persona, address);
  return {
    page,
    async leave() {
      expect(breaches).toEqual([]);
      await context.close();
    },
  };
}

const tick = (page: Page) => page.getByLabel(/^I have seen what is needed/);

test(
  'who signs up sees what is needed, also what changed meanwhile; a seat that is freed goes to the first in line, who takes it',
  async () =>
    journey(async (page, web) => {
      const organizer = await alongside('agent', `${web}${quiet}/organize/details`);
      const seats = organizer.page.getByLabel('Seats');
      await seats.fill('1');
      await organizer.page.getByRole('button', { name: 'Save' }).click();
      await organizer.page
        .getByText(/^More seats are taken|seats are taken/)
        .first()
        .waitFor();
      await seats.fill('4');
      await organizer.page.getByRole('button', { name: 'Save' }).click();
      await organizer.page.getByText('Saved.').waitFor();

      await signInAs(page, 'facility', `${web}/w`);
      const title = await organizer.page.getByRole('heading', { level: 1 }).innerText();
      await page.getByLabel('Title or text').fill(title);
      await page.waitForURL(/[?]q=/);
      await page.getByRole('link', { name: title, exact: true }).click();
      const join = page.getByRole('button', { name: 'Join the waiting list' });
      await join.click();
      await page.getByText(/^Tick this first/).waitFor();
      await tick(page).check();

      await organizer.page.getByRole('link', { name: 'Requirements' }).click();
      await organizer.page.getByRole('button', { name: 'Add a requirement' }).click();
      await organizer.page.getByText(/signed up and acknowledged the requirements as they were/).waitFor();
      await organizer.page.getByLabel('What exactly').fill('A towel of your own');
      await expectNoSeriousAxe(organizer.page);
      await organizer.page.getByRole('dialog').getByRole('button', { name: 'Add a requirement' }).click();
      await organizer.page.getByText('Requirement added.').waitFor();

      await join.click();
      await page.getByText('A towel of your own').waitFor();
      await page.getByText('New', { exact: true }).waitFor();
      expect(await tick(page).isChecked()).toBe(false);
      await tick(page).check();
      await join.click();
      await page.getByText('You are the next in line.').waitFor();

      await organizer.page.goto(`${web}${quiet}/organize?list=seats`);
      await organizer.page
        .getByRole('button', { name: /^Cancel the participation of / })
        .first()
        .click();
      await organizer.page.getByLabel(/^Why, for /).fill('Asked by phone');
      await organizer.page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
      await organizer.page.getByText(/^Cancelled: /).waitFor();

      await page.goto(`${web}/w/mine`);
      await page.getByText(/^A seat is held for you until/).waitFor();
      await page
        .getByRole('timer')
        .filter({ hasText: / left$/ })
        .waitFor();
      await page.getByRole('link', { name: 'Take or decline it' }).click();
      await page.getByRole('button', { name: 'Take the seat' }).click();
      await page.getByText('You have a seat.', { exact: true }).waitFor();
      await page.getByRole('heading', { name: /^Who comes \(/ }).waitFor();
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Add to calendar' }).click();
      expect((await downloading).suggestedFilename()).toMatch(/^[a-z0-9-]+\.ics$/);
      await organizer.leave();
    }),
  120_000,
);

test('an organizer who cannot is told to find another first; the substitute accepts and takes over', async () =>
  journey(async (page, web) => {
    const substitute = await alongside('facility', `${web}/w/mine`);
    // Whoever has organized a workshop can be asked.
    await substitute.page.getByRole('button', { name: /^Accept to organize / }).click();
    await substitute.page.getByText(/^You organize it now: /).waitFor();

    await signInAs(page, 'agent', `${web}${ofAgentAlone}/organize/organizers`);
    const cannot = page.getByRole('button', { name: 'I cannot organize it at present' });
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'I cannot', exact: true });
    await cannot.click();
    await confirm.click();
    await page.getByRole('alert').filter({ hasText: 'Invite a substitute first' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Invite a substitute' }).click();
    await page.getByLabel('Who has organized workshops').selectOption({ label: accounts.facility.name });
    await page.getByRole('dialog').getByRole('button', { name: 'Invite a substitute' }).click();
    await page.getByText(/^Invited\./).waitFor();

    await substitute.page.goto(`${web}${ofAgentAlone}`);
    await substitute.page.getByRole('button', { name: /^Accept to organize / }).click();
    await substitute.page.getByRole('link', { name: 'Organize', exact: true }).waitFor();
    await cannot.click();
    await confirm.click();
    await page.getByText('You do not organize this workshop, or cannot at present.').waitFor();

    await substitute.page.getByRole('link', { name: 'Organize', exact: true }).click();
    await substitute.page.getByRole('table', { name: 'Participants' }).waitFor();
    await page.getByRole('link', { name: 'Open the workshop' }).click();
    await page.getByRole('button', { name: /^I can again/ }).click();
    await page.getByRole('link', { name: 'Organize', exact: true }).waitFor();
    await substitute.leave();
  }));

test('at the door people are found by name and marked by thumb, which can be undone', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}${held}/door`);
    const { name } = accounts.member;
    await page.getByLabel('Name').fill(name.slice(-5).toLowerCase());
    const here = page.getByRole('button', { name: `Here: ${name}`, exact: true });
    const away = page.getByRole('button', { name: `Not here: ${name}`, exact: true });
    await expect.poll(() => page.getByRole('button', { name: /^Here: / }).count()).toBe(1);
    expect(await here.getAttribute('aria-pressed')).toBe('true');
    await away.click();
    await page.getByText(`${name}: not here.`).waitFor();
    expect(await away.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`${name} as before.`).waitFor();
    await expect.poll(() => here.getAttribute('aria-pressed')).toBe('true');
  }, phone));
