'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import styles from './UserMenu.module.css';

/** A place to act in instead, with the path its pages begin with and its first page. */
export interface OtherPlace {
  readonly label: string;
  readonly base: string;
  readonly home: string;
}

const schemes = [
  ['auto', 'As the system has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/**
 * Who is signed in, for whom else they may act, the colour scheme, and the way out. The browser opens and closes it,
 * by mouse, key and Escape.
 */
export function UserMenu({
  personName,
  base,
  others,
}: {
  personName: string;
  /** What the paths of this area begin with. */
  base: string;
  others: readonly OtherPlace[];
}) {
  const pathname = usePathname();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know which one is chosen.
  const isMounted = useMounted();
  /** The same kind of page where both areas have the same pages. */
  const there = (other: OtherPlace) =>
    base.startsWith('/f/') && other.base.startsWith('/f/')
      ? `${other.base}${pathname.slice(base.length)}`
      : other.home;
  return (
    <>
      <button type="button" className={styles.button} popoverTarget="user-menu">
        {personName} <span aria-hidden="true">▾</span>
      </button>
      <div id="user-menu" popover="auto" className={styles.menu}>
        {others.length > 0 && (
          <nav aria-label="Act for">
            <h2 className={styles.label}>Act for</h2>
            <ul>
              {others.map((other) => (
                // Another session: the whole page is loaded anew.
                <li key={other.base}>
                  <a className={styles.item} href={there(other)}>
                    {other.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <fieldset>
          <legend className={styles.label}>Colours</legend>
          {schemes.map(([scheme, label]) => (
            <label key={scheme} className={styles.item}>
              <input
                type="radio"
                name="colour-scheme"
                checked={isMounted && colorScheme === scheme}
                onChange={() => setColorScheme(scheme)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <form method="post" action="/auth/sign-out">
          <button className={styles.item}>Sign out</button>
        </form>
      </div>
    </>
  );
}
