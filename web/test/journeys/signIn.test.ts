import { accounts } from '@guildhall/seeds/accounts';
import { expect, inject, test } from 'vitest';
import { seedId } from '@guildhall/seeds/seedId';
import { chooseAccount, signInAs, signInAsSubject, type Persona } from '../signInAs.ts';
import { journey, openUserMenu } from './journey.ts';

const firstPages: Record<Persona, string> = {
  company: '/s',
  facility: `/f/${accounts.facility.organisationId}/week`,
  agent: '/a/shifts',
  member: '/w',
};

test.for(Object.keys(firstPages) as Persona[])(
  '%s signs in to their first page, and signing out ends the session at the provider too',
  async (persona) =>
    journey(async (page, web) => {
      await signInAs(page, persona, web);
      expect(new URL(page.url()).pathname).toBe(firstPages[persona]);

      // The tokens are the server's: no script of a page can read them, and no page holds them.
      const cookies = (await page.context().cookies(web)).filter(({ name }) => name.startsWith('guildhall.'));
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(await page.content()).not.toContain('eyJ');

      await openUserMenu(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${web}/signed-out`);
      const left = await page.context().cookies(web);
      expect(left.filter(({ name }) => name.includes('session'))).toEqual([]);

      await page.goto(`${web}${firstPages[persona]}`);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(new URL(page.url()).origin).toBe(inject('stack').issuer);
    }),
);

test('an address that was asked for signed out is where signing in leads', async () =>
  journey(async (page, web) => {
    const address = `${web}/s/facilities?q=durham`;
    await signInAs(page, 'company', address);
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Name or address').inputValue()).toBe('durham');
  }));

test('signing in leads nowhere but to this app', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', `${web}/auth/sign-in?to=${encodeURIComponent('//evil.example/s')}`);
    expect(page.url()).toBe(`${web}/s`);
  }));

test('an address of another role says so with 403, and leads back', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', web);
    const response = await page.goto(`${web}/s/facilities`);
    expect(response!.status()).toBe(403);
    await page.getByRole('heading', { name: 'This page is not for you' }).waitFor();
    await page.getByRole('link', { name: 'Go to your own pages' }).click();
    await page.waitForURL(`${web}${firstPages.facility}`);
  }));

test('who signs in as someone else is that person alone', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', web);
    await page.goto(`${web}/s/facilities`);
    await page.getByRole('button', { name: 'Sign in as someone else' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await chooseAccount(page, 'company');
    await page.waitForURL(`${web}/s/facilities`);
    const response = await page.goto(`${web}${firstPages.facility}`);
    expect(response!.status()).toBe(403);
  }));

test('who plans for two organisations changes between them and stays at the same kind of page, one in each tab', async () =>
  journey(async (page, web) => {
    const [own, other] = [4, 3].map((n) => `${web}/f/${seedId('organisation', n)}/agents`) as [
      string,
      string,
    ];
    await signInAsSubject(page, 'local|facility-4', own);
    const name = await page.getByRole('banner').locator('span').first().textContent();
    const tab = await page.context().newPage();
    await tab.goto(own);
    await openUserMenu(tab);
    const link = tab.getByRole('navigation', { name: 'Act for' }).getByRole('link');
    const otherName = (await link.textContent())!;
    await link.click();
    await tab.waitForURL(other);
    await tab.getByRole('banner').getByText(otherName).waitFor();
    await page.reload();
    await page.getByRole('banner').getByText(name!).waitFor();
    expect([page.url(), otherName === name]).toEqual([own, false]);
  }));
