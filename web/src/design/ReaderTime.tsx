import { settings } from '../env.ts';
import { ReaderClocks } from './ReaderClocks.tsx';

/**
 * A span of time by the clocks of whoever reads, where they differ from the place's; nothing where they agree. Only the
 * browser knows where its reader is: until it tells, the room is kept that most readers need.
 */
export function ReaderTime(span: {
  startsAt: string;
  endsAt: string;
  /** Of the place. */
  timeZone: string;
  locale: string;
}) {
  return <ReaderClocks {...span} likelyZone={settings().homeZone} />;
}
