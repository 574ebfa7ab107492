'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Place } from './place.ts';
import styles from './Shell.module.css';

/** A link to a place, marked when one is there or below it. */
export function NavigationLink({ place: { label, href, icon, isExact } }: { place: Place }) {
  const pathname = usePathname();
  const isHere = pathname === href || (!isExact && pathname.startsWith(`${href}/`));
  return (
    <li>
      <Link href={href} prefetch={false} className={styles.link} aria-current={isHere ? 'page' : undefined}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d={icon} />
        </svg>
        {label}
      </Link>
    </li>
  );
}
