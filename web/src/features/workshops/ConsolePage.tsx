import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ConsoleFrameFragment } from '../../../generated/graphql.ts';
import { formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Page } from '../../design/Page.tsx';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { Tabs } from '../../design/Tabs.tsx';
import { cancelWorkshop } from './cancelWorkshop.ts';
import { deleteWorkshop } from './deleteWorkshop.ts';
import { markHeld } from './markHeld.ts';
import { publishWorkshop } from './publishWorkshop.ts';
import { whenInWords, workshopStatuses } from './workshopWords.ts';

const tabs = {
  participants: { label: 'Participants', path: '' },
  requirements: { label: 'Requirements', path: '/requirements' },
  organizers: { label: 'Organizers', path: '/organizers' },
  details: { label: 'Details', path: '/details' },
} as const;

/**
 * The frame of the console of a workshop: how it stands, what can be done with it as a whole, its parts. Whoever does not
 * manage it is told so.
 */
export function ConsolePage({
  workshop,
  tab,
  down,
  locale,
  children,
}: {
  workshop: ConsoleFrameFragment;
  tab: keyof typeof tabs;
  down: readonly string[];
  locale: string;
  children: ReactNode;
}) {
  const { id, title, status, canManage, timeZone } = workshop;
  const { tone, label } = workshopStatuses[status];
  if (!canManage) {
    return (
      <Page title={title} down={down}>
        <EmptyState action={<Link href={`/w/${id}`}>Open the workshop</Link>}>
          You do not organize this workshop, or cannot at present.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      note={
        <>
          <StatusTag tone={tone}>{label}</StatusTag> {whenInWords(workshop, locale)}, times in{' '}
          {formatZone(timeZone)} ·{' '}
          <Link href={`/w/${id}`} prefetch={false}>
            As others see it
          </Link>
        </>
      }
      down={down}
      actions={<WholeActions workshop={workshop} />}
    >
      <Tabs
        label="Parts of the console"
        tabs={(Object.keys(tabs) as (keyof typeof tabs)[]).map((each) => ({
          href: `/w/${id}/organize${tabs[each].path}`,
          label: tabs[each].label,
          isCurrent: each === tab,
        }))}
      />
      {children}
    </Page>
  );
}

function WholeActions({
  workshop: { id, title, status, startsAt, all },
}: {
  workshop: ConsoleFrameFragment;
}) {
  const { waiting, offered, confirmed, attended, noShow } = all.totals;
  const fixed = { id };
  if (status === 'DRAFT') {
    return (
      <>
        <ActionButton
          label="Delete"
          title={`Delete ${title}`}
          warning="The draft goes, with its requirements and invitations. This cannot be undone."
          fixed={fixed}
          action={deleteWorkshop}
          done="The draft is deleted."
          goTo="/w/mine"
        />
        <ActionButton
          isPrimary
          label="Publish"
          title={`Publish ${title}`}
          warning="From then on people see it and sign up. It needs an organizer who is active, and a place or an address on the web."
          fixed={fixed}
          action={publishWorkshop}
          done="Published: people can sign up now."
        />
      </>
    );
  }
  if (status !== 'PUBLISHED') return null;
  const hasStarted = new Date(startsAt) <= new Date();
  const signedUp = waiting + offered + confirmed + attended + noShow;
  return (
    <>
      <ActionButton
        label="Cancel workshop"
        dismiss="Keep it"
        title={`Cancel ${title}`}
        warning={`${signedUp === 0 ? 'Nobody has signed up yet.' : `${signedUp === 1 ? 'One person has' : `${signedUp} people have`} signed up: all of it is cancelled, and they are told why.`} This cannot be undone.`}
        fields={[{ name: 'reason', label: 'Why, for those who signed up', kind: 'longText' }]}
        fixed={fixed}
        action={cancelWorkshop}
        done="The workshop is cancelled."
      />
      {hasStarted && (
        <ActionButton
          label="It took place"
          title={`${title} took place`}
          warning={
            waiting + offered === 0
              ? 'Whoever was there can still be marked afterwards.'
              : `${waiting + offered} still wait, and are told that it is over. Whoever was there can still be marked afterwards.`
          }
          fixed={fixed}
          action={markHeld}
          done="Noted: it took place."
        />
      )}
      <LinkButton href={`/w/${id}/door`}>At the door</LinkButton>
    </>
  );
}
