import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

let launched: Promise<Browser> | undefined;

/** The one browser of a run; it ends with the process. Its own flags would turn the protections off that are tested. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // A sandbox needs rights that containers do not give; only pages of our own are opened.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** A phone, as far as a page can tell. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** A browser without any past, and the breaches of the content security policy that its pages meet. */
export async function openContext(
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; breaches: string[] }> {
  const context = await (
    await browser()
  ).newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  });
  const breaches: string[] = [];
  await context.exposeBinding('tellBreach', (_source, text: string) => breaches.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellBreach(text: string): void }).tellBreach;
      tell(`${event.effectiveDirective} ${event.blockedURI} at ${document.location.pathname}`);
    });
  });
  return { context, breaches };
}
