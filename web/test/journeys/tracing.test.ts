import type { CollectedSpan } from '@guildhall/kit/testing/collector';
import { accounts } from '@guildhall/seeds/accounts';
import { expect, inject, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

const collected = async () => (await (await fetch(inject('collector'))).json()) as CollectedSpan[];

test('one trace goes from a page to each SQL statement it costs', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'agent', `${web}/a/facilities`);
    const wayOf = (span: CollectedSpan, spans: readonly CollectedSpan[]): string[] => {
      const parent = spans.find(
        ({ spanId, traceId }) => spanId === span.parentSpanId && traceId === span.traceId,
      );
      const above = parent ? wayOf(parent, spans) : [];
      return above.at(-1) === span.service ? above : [...above, span.service];
    };
    await expect
      .poll(async () => {
        const spans = await collected();
        return spans
          .filter(({ service, name }) => service === 'staffing' && name === 'SELECT')
          .map((span) => wayOf(span, spans).join(' > '));
      })
      .toContain('web > gateway > staffing');
    expect(JSON.stringify(await collected())).not.toContain(accounts.agent.name);
  }));
