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
/** The eighth: far away, and of nobody who signs in here. */
const toCancel = `/w/${seedId('workshop', 7)}`;

/** Somebody else at a browser of their own. */
async function alongside(persona: Persona, address: string) {
  const { context, breaches } = await openContext();
  context.setDefaultTimeout(30_000);
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

test('who signs up sees what is needed, also what changed meanwhile; a seat that is freed goes to the first in line, who takes it', async () =>
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
  }));

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
    await page.getByLabel('Who organizes other workshops').fill(accounts.facility.name.toUpperCase());
    await page.getByRole('radio', { name: accounts.facility.name }).check();
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

test('support staff make a workshop; of those who are asked one declines and one accepts; it is published, and held in the end', async () =>
  journey(async (page, web) => {
    const dialog = page.getByRole('dialog');
    const confirm = async (label: string, said: string | RegExp) => {
      await dialog.getByRole('button', { name: label, exact: true }).click();
      await page.getByText(said).waitFor();
    };
    await signInAs(page, 'company', `${web}/w/new`);
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByText('This is needed.').first().waitFor();
    const title = 'Folding sheets quickly';
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Place').fill('The laundry');
    await page.getByLabel('Start, day').fill('2030-05-06');
    await page.getByLabel('Start, time').fill('9');
    await page.getByLabel('End, day').fill('2030-05-06');
    await page.getByLabel('End, time').fill('noonish');
    await page.getByLabel('Who is asked to organize it').fill(accounts.agent.name);
    await page.getByRole('radio', { name: accounts.agent.name }).check();
    // What cannot be read is led to, and nothing is sent.
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByText('This is no time').waitFor();
    await page.locator('input:focus').fill('12');
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByText('The draft is made.').waitFor();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const workshop = new URL(page.url()).pathname.replace(/[/]organize.*/, '');

    await page.getByRole('link', { name: 'Organizers' }).click();
    await page.getByRole('button', { name: 'Invite anybody' }).click();
    await page.getByLabel('Person').fill(accounts.facility.name);
    await page.getByRole('radio', { name: accounts.facility.name }).check();
    await confirm('Invite anybody', 'Invited.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await confirm('Publish', /Nobody organizes this workshop yet/);
    await page.keyboard.press('Escape');

    const planner = await alongside('facility', `${web}${workshop}`);
    await planner.page.getByRole('button', { name: `Decline to organize ${title}` }).click();
    await planner.page.getByText(`Declined: ${title}.`).waitFor();
    await planner.leave();
    const organizer = await alongside('agent', `${web}${workshop}`);
    await organizer.page.getByRole('button', { name: `Accept to organize ${title}` }).click();
    await organizer.page.getByText(`You organize it now: ${title}.`).waitFor();
    await organizer.leave();

    await page.getByRole('button', { name: 'Publish' }).click();
    await confirm('Publish', 'Published: people can sign up now.');
    await page.getByText('No longer', { exact: true }).waitFor();
    await page.getByRole('button', { name: `End the part of ${accounts.agent.name}` }).click();
    await confirm('End', /Invite a substitute first/);
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Details' }).click();
    // The field is still being typed in: the click that leaves it saves.
    await page.getByLabel('End, time').fill('13');
    await page.getByRole('button', { name: 'Save' }).click();
    const saved = page.getByRole('status').locator('> div').filter({ hasText: 'Saved.' });
    await saved.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('As before.').waitFor();
    await page.getByLabel('Start, day').fill('2026-01-05');
    await page.getByLabel('End, day').fill('2026-01-05');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'It took place' }).click();
    await confirm('It took place', 'Noted: it took place.');
    await page.getByText('Took place', { exact: true }).waitFor();
  }));

test('a workshop is cancelled with a reason, which those who see it are told', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}${toCancel}/organize`);
    await page.getByRole('button', { name: 'Cancel workshop' }).click();
    await page.getByLabel('Why, for those who signed up').fill('The heating is broken');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel workshop' }).click();
    await page.getByText('The workshop is cancelled.').waitFor();
    await page.goto(`${web}${toCancel}`);
    await page.getByRole('region', { name: 'Facts' }).getByText('The heating is broken').waitFor();
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
