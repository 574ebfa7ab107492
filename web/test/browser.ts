import { startBrowser } from '@guildhall/stack/testing/browser';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

let launched: Promise<Browser> | undefined;

/** The one browser of a run; it ends with the process. */
export function browser(): Promise<Browser> {
  launched ??= startBrowser();
  return launched;
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
