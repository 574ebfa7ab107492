import type { Metadata } from 'next';
import { settings } from '../../env.ts';
import { Notice } from '../../design/Notice.tsx';
import { returnAddress } from '../../session/returnAddress.ts';

export const metadata: Metadata = { title: 'Signed out' };

const reasons: Readonly<Record<string, { title: string; sentence: string }>> = {
  provider: {
    title: 'Sign-in does not answer',
    sentence: 'The identity provider does not answer at the moment. Nothing is lost; try again in a minute.',
  },
  refused: {
    title: 'Sign-in did not work',
    sentence:
      'The identity provider did not let you in, or you have no place in an organisation yet. Try again, or ask who invited you.',
  },
  'begun-elsewhere': {
    title: 'This sign-in has ended',
    sentence: 'It was finished before, or begun in another browser. Begin again here.',
  },
};

/** Where people land who are signed out, or whose sign-in did not work. */
export default async function SignedOut({
  searchParams,
}: {
  searchParams: Promise<{ why?: string; to?: string; state?: string }>;
}) {
  const { why = '', to, state } = await searchParams;
  const { title, sentence } = reasons[why] ?? {
    title: 'Signed out',
    sentence: 'You are signed out here and at the identity provider.',
  };
  const address = returnAddress(to ?? state, settings().webUrl);
  return (
    <Notice title={title}>
      <p>{sentence}</p>
      <a href={`/auth/sign-in?to=${encodeURIComponent(address)}`}>Sign in</a>
    </Notice>
  );
}
