'use client';

import { Dialog } from '../../design/Dialog.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './SearchDialog.module.css';

/** Search over whatever page one is on. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Search" className={styles.dialog} onClose={onClose}>
      <SearchBox onOpen={onClose} />
    </Dialog>
  );
}
