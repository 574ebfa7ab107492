import { expect, test } from 'vitest';
import { endAccessToken } from '../sessionsOf.ts';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

test('pages that are asked for together with an ended token all come, and the session goes on', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'company', web);
    for (const round of [1, 2]) {
      await endAccessToken(page.context(), web, 's');
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => page.context().request.get(`${web}/s/facilities`, { maxRedirects: 0 })),
      );
      expect(
        answers.map((answer) => answer.status()),
        `round ${round}`,
      ).toEqual([200, 200, 200, 200]);
    }
  }));
