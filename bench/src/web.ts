// How soon the web app answers a person on a slow machine: npm run bench -- web. The README says what is measured.
import { join } from 'node:path';
import { startBrowser } from '@guildhall/stack/testing/browser';
import {
  makeFolder,
  removeFolder,
  startStackProcess,
  testSettings,
} from '@guildhall/stack/testing/stackProcess';
import { accounts } from '@guildhall/seeds/accounts';
import pg from 'pg';
import type { Page } from 'playwright-core';

const slowdown = 4;
const rounds = Number(process.argv.find((each) => each.startsWith('--rounds='))?.split('=')[1] ?? 10);
/** A stack that runs already, whose database is left as it is. */
const given = process.argv.find((each) => each.startsWith('--url='))?.slice('--url='.length);
const { name, organisationId } = accounts.facility;

/** How a page answered something a person did. All in milliseconds from the input on. */
interface Answer {
  /** Until the next paint, as browsers count it (Interaction to Next Paint). */
  readonly input: number;
  /** Until the new rows are painted. */
  readonly content: number;
  /** How long of that the server was asked. */
  readonly server: number;
  /** The longest time in between in which the page could answer nothing else; 0 when all were below 50. */
  readonly task: number;
}

/** What somebody does, over and over; each time the page answers with other rows. */
interface Deed {
  readonly name: string;
  /** Where it is done. */
  readonly path: string;
  /** What answers it, by a selector: React takes it over some time after it is shown. */
  readonly target: string;
  readonly act: (page: Page, round: number) => Promise<void>;
}

/** What the browser itself takes on this machine: a button that says it is busy for a moment. */
const floor = `data:text/html,<button onclick="
  this.ariaBusy = 'true';
  setTimeout(() => (this.ariaBusy = 'false'), 100);
">Go</button>`;

const week: readonly Deed[] = [
  {
    name: 'next week, by a click',
    path: '/week',
    target: 'main a',
    act: (page, round) =>
      page.getByRole('link', { name: round % 2 === 0 ? 'Next week' : 'Previous week' }).click(),
  },
  {
    name: 'next week, by Page Down',
    path: '/week',
    target: '[data-stop][tabindex="0"]',
    act: async (page, round) => {
      await page.locator('[data-stop][tabindex="0"]').focus();
      await page.keyboard.press(round % 2 === 0 ? 'PageDown' : 'PageUp');
    },
  },
];
const list: readonly Deed[] = [
  {
    name: 'another status',
    path: '/shifts?when=any&size=500',
    target: 'select[name="status"]',
    act: async (page, round) => {
      await page.getByLabel('Status').focus();
      await page.keyboard.press(round % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
    },
  },
  {
    name: 'a letter in the note',
    path: '/shifts?when=any&size=500',
    target: 'input[name="q"]',
    act: async (page, round) => {
      await page.getByLabel('Part of the note').focus();
      await page.keyboard.press(round % 2 === 0 ? 'e' : 'Backspace');
    },
  },
];

const folder = makeFolder();
const browser = await startBrowser();
try {
  const stack = given
    ? null
    : await startStackProcess(['stack/src/start.ts'], {
        ...testSettings(folder),
        SEED_SCALE: '1',
        WEB: 'on',
      });
  try {
    const web = given ?? stack!.note.web!;
    console.log('| | answers, ms | p75 | worst | new rows, ms | of it the server | longest task | shift |');
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
    const empty = await (await browser.newContext()).newPage();
    await empty.addInitScript({ path: join(import.meta.dirname, 'web/recorder.js') });
    await empty.goto(floor);
    await print(empty, 'an empty page: a button', null, (page) => page.getByRole('button').click());
    await measure(web, week, 'a week as seeded');
    if (stack) await crowd(stack.note.databaseUrl);
    await measure(web, week, 'a week of 60 shifts a day');
    await measure(web, list, '500 rows');
  } finally {
    await stack?.end();
  }
} finally {
  await browser.close();
  removeFolder(folder);
}

/** Does each deed on a page of its own, and prints a line for it. */
async function measure(web: string, deeds: readonly Deed[], where: string): Promise<void> {
  for (const deed of deeds) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    // 500 rows on a slowed processor, on a machine that does other things as well.
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    await page.addInitScript({ path: join(import.meta.dirname, 'web/recorder.js') });
    await page.goto(`${web}/f/${organisationId}${deed.path}`);
    await page.getByRole('button', { name }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/f/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await print(page, `${where}: ${deed.name}`, deed.target, deed.act);
    await context.close();
  }
}

async function print(page: Page, what: string, target: string | null, act: Deed['act']): Promise<void> {
  // As a person with a slow machine meets it; layout shifts of loading count too.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.reload({ waitUntil: 'networkidle' });
  // What is done before would be lost, and waited for in vain.
  if (target) await page.evaluate(`untilAlive(${JSON.stringify(target)})`);
  const answers: Answer[] = [];
  // The first two load what later ones have.
  for (let round = -2; round < rounds; round++) {
    const answered = page.evaluate<Answer>('nextAnswer()');
    await act(page, Math.abs(round));
    const answer = await answered;
    if (round >= 0) answers.push(answer);
  }
  const shift = await page.evaluate<number>('layoutShift()');
  const at = (key: keyof Answer, share: number) => {
    const values = answers.map((answer) => answer[key]).toSorted((a, b) => a - b);
    return values[Math.ceil(share * values.length) - 1]!.toFixed(0);
  };
  const figures = [
    at('input', 0.5),
    at('input', 0.75),
    at('input', 1),
    at('content', 0.5),
    at('server', 0.5),
    at('task', 0.5),
    shift.toFixed(3),
  ];
  console.log(`| ${what} | ${figures.join(' | ')} |`);
}

/** Makes twenty of each shift of the facility, open and at four times, as in a house of 60 shifts a day. */
async function crowd(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('set role guildhall_migrator');
  await client.query(
    `insert into staffing.shift
      (facility_id, organisation_id, starts_at, ends_at, starts_on, qualification, note, status)
     select facility_id, organisation_id, starts_at + late, ends_at + late, starts_on, qualification, note, 'open'
     from staffing.shift, generate_series(1, 19) copy, lateral (select copy % 4 * interval '10 minutes' late)
     where organisation_id = $1 and kind = 'work'`,
    [organisationId],
  );
  await client.end();
}
