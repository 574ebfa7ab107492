import { accounts } from '@guildhall/seeds/accounts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

const path = `/f/${accounts.facility.organisationId}/profile`;

async function saved(page: Page): Promise<void> {
  await page.getByText('Profile saved.').waitFor();
}

test('a refusal stands at its field, what was typed stays, and saving can be undone', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    const before = await page.getByLabel('Address').inputValue();
    // Again when the page's scripts arrive between choosing the old text and writing the new one.
    await expect
      .poll(async () => {
        await page.getByLabel('Address').fill('2 New Street');
        return page.getByLabel('Address').inputValue();
      })
      .toBe('2 New Street');
    await page.getByLabel('Phone').fill('12');
    await page.getByRole('button', { name: 'Save' }).click();
    const phone = page.getByLabel('Phone');
    await expect.poll(() => phone.getAttribute('aria-invalid')).toBe('true');
    expect(await phone.inputValue()).toBe('12');
    expect(await page.getByLabel('Address').inputValue()).toBe('2 New Street');

    await phone.fill('+44 20 7946 0001');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page);
    await page.reload();
    expect(await page.getByLabel('Address').inputValue()).toBe('2 New Street');

    await page.getByLabel('Address').fill(before);
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Profile as before.').waitFor();
    expect(await page.getByLabel('Address').inputValue()).toBe('2 New Street');
  }));

test('who signs in again in another tab loses nothing of a form, which goes on by itself', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    await page.getByLabel('Contact').fill('The night manager');
    await page.context().clearCookies({ name: /^guildhall\.session/ });
    await page.getByRole('button', { name: 'Save' }).click();
    const link = page.getByRole('link', { name: 'Sign in in a new tab' });
    await link.waitFor();
    expect(await page.getByLabel('Contact').inputValue()).toBe('The night manager');
    // The provider still knows the person, and the tab closes.
    await link.click();
    await saved(page);
    await page.reload();
    expect(await page.getByLabel('Contact').inputValue()).toBe('The night manager');
  }));

test('when two change the same value, the second sees both and chooses', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    const other = await page.context().newPage();
    await other.goto(`${web}${path}`);
    await other.getByLabel('Email').fill('first@example.org');
    await other.getByRole('button', { name: 'Save' }).click();
    await saved(other);

    await page.getByLabel('Email').fill('second@example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Someone has changed Email').waitFor();
    await page.getByRole('button', { name: 'Keep yours' }).click();
    await saved(page);
    await other.reload();
    expect(await other.getByLabel('Email').inputValue()).toBe('second@example.org');
  }));

test('leaving with something typed asks first', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    await page.getByLabel('Contact').fill('Somebody');
    const asked = page.waitForEvent('dialog');
    page.reload().catch(() => {}); // It does not come about.
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    expect(await page.getByLabel('Contact').inputValue()).toBe('Somebody');
  }));
