'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';
import { usePathname } from 'next/navigation';
import type { Place } from './place.ts';
import styles from './Shell.module.css';

const AppLink = (props: ComponentProps<typeof Link>) => <Link prefetch={false} {...props} />;

/** A link to a place, marked when one is there or below it. */
export function NavigationLink({ place: { label, href, icon, isExact, isDocument } }: { place: Place }) {
  const pathname = usePathname();
  const isHere = pathname === href || (!isExact && pathname.startsWith(`${href}/`));
  const Anchor = isDocument ? 'a' : AppLink;
  return (
    <li>
      <Anchor href={href} className={styles.link} aria-current={isHere ? 'page' : undefined}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d={icon} />
        </svg>
        {label}
      </Anchor>
    </li>
  );
}
