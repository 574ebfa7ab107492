import styles from './FirstHundred.module.css';

/** Says that a list may lack somebody, since more people fit a name than are looked at. */
export function FirstHundred() {
  return (
    <p role="note" className={styles.note}>
      More than 100 people fit this name, of whom the first 100 are looked at: type more of it.
    </p>
  );
}
