import { accounts } from '@guildhall/seeds/accounts';
import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

test('support staff find a person by keyboard alone, change a field, and see it in the history', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/s/shifts`);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').waitFor();
    await page.keyboard.type(accounts.facility.name);
    await dialog.getByRole('option', { name: accounts.facility.name }).first().waitFor();
    await expectNoSeriousAxe(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${web}/s/people/${accounts.facility.personId}`);
    await page.getByRole('heading', { level: 1, name: accounts.facility.name }).waitFor();

    const phone = page.getByLabel('Phone');
    await phone.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect.poll(() => phone.getAttribute('aria-invalid')).toBe('true');
    expect(await phone.inputValue()).toBe('12');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('+44 20 7946 0555');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
    const newest = page.getByRole('region', { name: 'History' }).getByRole('listitem').first();
    await newest.getByText('+44 20 7946 0555').waitFor();
    expect(await newest.textContent()).toContain(accounts.company.name);
  }));

test('a flag that support staff raise in a dialog is taken, answered in place, and tells its answer', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/s/people/${accounts.agent.personId}`);
    await page.getByRole('button', { name: 'Raise a flag' }).click();
    const words = `The name is spelt otherwise, ${crypto.randomUUID()}`;
    await page.getByLabel('What is to be looked at').fill(words);
    await expectNoSeriousAxe(page);
    await page.getByRole('button', { name: 'Raise flag' }).click();
    await page.getByText('Flag raised.').waitFor();
    await page.getByRole('link', { name: words }).click();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByLabel('Answer').fill('Mended, thank you.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    await page.goto(`${web}/s/flags?tab=answered`);
    await page.getByText(words).waitFor();
    expect(await page.getByText('Mended, thank you.').count()).toBeGreaterThan(0);
  }));
