import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { expectNoSeriousAxe, journey } from './journey.ts';

test('a calendar address is copied, read as calendar programs do, and answers no more once it is revoked', async () =>
  journey(
    async (page, web) => {
      await signInAs(page, 'agent', `${web}/a/calendar`);
      await page.getByRole('button', { name: 'Make an address' }).click();
      const field = page.getByLabel('Your calendar address');
      await field.waitFor();
      await expectNoSeriousAxe(page);
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const address = await page.evaluate(() => navigator.clipboard.readText());
      expect(address).toBe(await field.inputValue());

      const read = await fetch(address);
      expect(read.status).toBe(200);
      expect(read.headers.get('content-type')).toContain('text/calendar');
      expect(await read.text()).toMatch(/^BEGIN:VCALENDAR/);

      await page.reload();
      await page.getByRole('button', { name: 'Revoke' }).waitFor();
      expect(await field.count()).toBe(0);
      await page.getByRole('button', { name: 'Revoke' }).click();
      await expectNoSeriousAxe(page);
      await page.getByRole('button', { name: 'Revoke the address' }).click();
      await page.getByRole('button', { name: 'Make an address' }).waitFor();
      expect((await fetch(address)).status).toBe(404);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));
