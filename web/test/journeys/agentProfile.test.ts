import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

test('an agent mends what is refused, states a qualification, sees that it ends, removes it and has it back', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'agent', `${web}/a/profile`);
    await page.getByLabel('Phone').fill('12');
    await page.getByLabel('Home area').fill('Bath');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByLabel('Phone').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Home area').inputValue()).toBe('Bath');
    await page.getByLabel('Phone').fill('+44 7700 900777');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Profile saved.').waitFor();

    const stated = page.getByRole('listitem').filter({ hasText: 'Cleaning' });
    await page.getByRole('combobox', { name: 'Add a qualification' }).selectOption('support.cleaning');
    await page.getByLabel('Its last day').fill('+10');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await stated.getByText('Ends in 10 days').waitFor();
    await page.getByLabel('Last day of Cleaning').fill('yesterday');
    await page.getByLabel('Last day of Cleaning').press('Enter');
    await stated.getByText('Expired').waitFor();
    await page.getByRole('button', { name: 'Remove Cleaning' }).click();
    await expect.poll(() => stated.count()).toBe(0);
    await page
      .getByRole('status')
      .locator('div')
      .filter({ hasText: 'Removed: Cleaning.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await stated.getByText('Expired').waitFor();
    await page.getByRole('button', { name: 'Remove Cleaning' }).click();
    await expect.poll(() => stated.count()).toBe(0);
  }));

test('what an agent says of a facility is kept with the reason, filters the list, and is undone', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'agent', `${web}/a/facilities?q=Hospital`);
    await page.waitForLoadState('networkidle');
    const name = (await page.getByRole('rowheader').last().textContent())!;
    const said = page.getByLabel(`What you say of ${name}`);
    await said.selectOption('AVOID');
    // It stays as long as the pointer is there.
    await page.getByText(`Saved for ${name}.`).hover();
    await page.getByLabel(`Why, of ${name}`).fill('Too far by bus');
    await page.getByLabel(`Why, of ${name}`).press('Enter');
    await expect.poll(() => page.getByText(`Saved for ${name}.`).count()).toBe(2);
    await page.goto(`${web}/a/facilities?said=AVOID&q=${encodeURIComponent(name)}`);
    expect(await page.getByLabel(`Why, of ${name}`).inputValue()).toBe('Too far by bus');

    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.waitForLoadState('networkidle');
    await said.selectOption('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`${name} as before.`).waitFor();
    await expect.poll(() => said.inputValue()).toBe('AVOID');
    expect(await page.getByLabel(`Why, of ${name}`).inputValue()).toBe('Too far by bus');
    await said.selectOption('');
    await expect.poll(() => page.getByText(`Saved for ${name}.`).count()).toBe(1);
  }));
