import Link from 'next/link';
import { type SearchParameters, withParameters } from './listParameters.ts';
import styles from './FacilityChoice.module.css';

/** The facilities of an organisation to change between; nothing where there is one. */
export function FacilityChoice({
  all,
  chosen,
  parameters = {},
}: {
  all: readonly { id: string; name: string }[];
  chosen: string;
  /** What is kept of the address's search. */
  parameters?: SearchParameters;
}) {
  if (all.length < 2) return null;
  return (
    <nav aria-label="Facilities" className={styles.choice}>
      {all.map(({ id, name }) => (
        <Link
          key={id}
          prefetch={false}
          href={withParameters(parameters, { facility: id })}
          aria-current={id === chosen ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
