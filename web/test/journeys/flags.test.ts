import { accounts } from '@guildhall/seeds/accounts';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openContext } from '../browser.ts';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

/** Raises a flag about the record that is shown. */
async function raise(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Raise a flag' }).click();
  await page.getByLabel('What is to be looked at').fill(words);
  await page.getByRole('button', { name: 'Raise flag' }).click();
  await page.getByRole('region', { name: 'Flags' }).getByText(words).waitFor();
}

/** Pages through the queue to a flag: the oldest come first. */
async function find(page: Page, words: string): Promise<Locator> {
  const flag = page.getByRole('article').filter({ hasText: words });
  const next = page.getByRole('link', { name: 'Next' });
  // A page that is on its way has neither.
  while (true) {
    await flag.or(next).first().waitFor();
    if ((await flag.count()) > 0) return flag;
    const before = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== before);
  }
}

test('what a facility and an agent flag is in the queue of support staff, whose answer they see where they asked', async () =>
  journey(async (page, web) => {
    const words = {
      facility: `The yard is closed ${crypto.randomUUID()}`,
      agent: `My name ${crypto.randomUUID()}`,
    };
    const others = await Promise.all([openContext(), openContext()]);
    const [agent, support] = (await Promise.all(others.map(({ context }) => context.newPage()))) as [
      Page,
      Page,
    ];
    await signInAs(agent, 'agent', `${web}/a/profile`);
    await raise(agent, words.agent);
    await agent.getByText('waits for support').first().waitFor();
    await signInAs(page, 'facility', `${web}/f/${accounts.facility.organisationId}/profile`);
    await raise(page, words.facility);

    await signInAs(support, 'company', `${web}/s/flags`);
    await find(support, words.agent);
    await support.goto(`${web}/s/flags`);
    const flag = await find(support, words.facility);
    await flag.getByRole('button', { name: 'Take it' }).click();
    await flag.waitFor({ state: 'detached' });
    await support.goto(`${web}/s/flags?tab=in-work`);
    await find(support, words.facility);
    await flag.getByLabel('Answer').fill('The hours of the yard are changed.');
    await flag.getByRole('button', { name: 'Send the answer' }).click();
    await flag.waitFor({ state: 'detached' });

    await page.reload();
    await page.getByText('Answer: The hours of the yard are changed.').waitFor();
    expect(others.flatMap(({ breaches }) => breaches)).toEqual([]);
    await Promise.all(others.map(({ context }) => context.close()));
  }));
