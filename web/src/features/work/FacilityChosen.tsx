import Link from 'next/link';
import { type SearchParameters, textParameter, withParameters } from '../../design/listParameters.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { facilityName } from './facilityName.query.ts';
import styles from './FacilityChosen.module.css';

/** Which facility the address limits a list to, and the way to all of them; nothing when it names none. */
export async function FacilityChosen({ parameters }: { parameters: SearchParameters }) {
  const id = textParameter(parameters, 'facility');
  if (id === undefined) return null;
  const outcome = await askGraph(facilityName, { id });
  const name = outcome.kind === 'data' ? outcome.data.facility?.name : undefined;
  const all = withParameters(parameters, { facility: undefined, after: undefined, before: undefined });
  return (
    <p className={styles.chosen}>
      At <strong>{name ?? 'a facility that is not known'}</strong>{' '}
      <Link href={all || '?'} prefetch={false}>
        All facilities
      </Link>
    </p>
  );
}
