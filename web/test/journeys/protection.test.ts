import { accounts } from '@guildhall/seeds/accounts';
import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

const path = `/f/${accounts.facility.organisationId}/profile`;

test('what another site posts is refused, and changes nothing', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
      { origin: web, 'sec-fetch-site': 'cross-site' },
    ];
    for (const address of [`${web}/auth/sign-out`, `${web}${path}`]) {
      for (const headers of foreign) {
        const answer = await page.context().request.post(address, { headers, maxRedirects: 0 });
        expect(answer.status(), `${address} ${JSON.stringify(headers)}`).toBe(403);
      }
    }
    await page.reload();
    await page.getByLabel('Address').waitFor();
  }));

test('every page forbids what it does not need, and no two have the same nonce', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'facility', `${web}${path}`);
    const policies = new Set<string>();
    for (const address of [path, path, '/s/facilities', '/nothing', '/signed-out']) {
      const answer = await page.context().request.get(`${web}${address}`);
      const headers = answer.headers();
      const policy = headers['content-security-policy']!;
      policies.add(policy);
      expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
      expect(policy).toMatch(/style-src 'self' 'nonce-[^']+';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['cache-control'] ?? 'no-store').toContain('no-store');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    expect(policies.size).toBe(5);
  }));
