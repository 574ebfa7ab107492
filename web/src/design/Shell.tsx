import type { ReactNode } from 'react';
import { NavigationLink } from './NavigationLink.tsx';
import type { Place } from './place.ts';
import styles from './Shell.module.css';

/**
 * What stands around every page of an area: on a desk a side bar, on a phone a bar at the bottom with four places and
 * More.
 */
export function Shell({
  organisation,
  places,
  menu,
  tools,
  children,
}: {
  organisation: string;
  places: readonly Place[];
  menu: ReactNode;
  /** What stands in the top bar before the menu: search, what needs somebody. */
  tools?: ReactNode;
  children: ReactNode;
}) {
  const most = places.length > 5 ? 4 : 5;
  const link = (place: Place) => <NavigationLink key={place.href} place={place} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.top}>
        <span className={styles.organisation}>{organisation}</span>
        <div className={styles.tools}>
          {tools}
          {menu}
        </div>
      </header>
      <nav className={styles.side} aria-label="Pages">
        <ul>{places.map(link)}</ul>
      </nav>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <nav className={styles.bottom} aria-label="Main pages">
        <ul>
          {places.slice(0, most).map(link)}
          {places.length > most && (
            <li>
              <details className={styles.more}>
                <summary>More</summary>
                <ul>{places.slice(most).map(link)}</ul>
              </details>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}
