import { accounts } from '@guildhall/seeds/accounts';
import type { Page } from 'playwright-core';

/** Whom the local identity provider offers. */
export type Persona = keyof typeof accounts;

/** Goes to an address as somebody who is not signed in, and signs in at the provider's page. */
export async function signInAs(page: Page, persona: Persona, address: string): Promise<void> {
  await page.goto(address);
  await chooseAccount(page, persona);
  await signedIn(page);
}

/** The same as anybody who is seeded, for example `local|agent-1`. */
export async function signInAsSubject(page: Page, subject: string, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signedIn(page);
}

async function signedIn(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in/') && url.pathname !== '/auth/callback');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Answers the provider's page. */
export async function chooseAccount(page: Page, persona: Persona): Promise<void> {
  await page.getByRole('button', { name: accounts[persona].name }).click();
}
