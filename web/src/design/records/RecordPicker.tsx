'use client';

import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useRef, useState, useTransition } from 'react';
import { sentenceOf } from '../sentenceOf.ts';
import type { Outcome } from '../../graph/outcome.ts';
import type { Choice } from './recordFields.ts';
import styles from './RecordPicker.module.css';

const pause = 250;

/**
 * Chooses a record by part of its name: a field, and what was found below it as radio buttons.
 *
 * @param isListed whether some are listed before anything is typed.
 */
export function RecordPicker({
  label,
  find,
  isListed,
  error,
  isFirst,
  onChange,
}: {
  label: string;
  find: (text: string) => Promise<Outcome<Choice[]>>;
  isListed: boolean;
  error?: string;
  isFirst: boolean;
  onChange: (id: string) => void;
}) {
  const name = useId();
  const [found, setFound] = useState<Outcome<Choice[]> | null>(null);
  const [isPending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (text: string) =>
    start(async () => {
      const outcome = await find(text).catch((): Outcome<Choice[]> => ({
        kind: 'unavailable',
        service: null,
        requestId: '',
      }));
      if (wanted.current === text) start(() => setFound(outcome));
    });
  const lookAtOnce = useEffectEvent(() => look(''));
  useEffect(() => {
    if (isListed) lookAtOnce();
  }, [isListed]);
  return (
    <div className={styles.picker}>
      <TextInput
        label={label}
        description="Part of the name"
        type="search"
        autoComplete="off"
        error={error}
        data-autofocus={isFirst || undefined}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          onChange('');
          wanted.current = text;
          clearTimeout(timer.current);
          if (text === '' && !isListed) return setFound(null);
          timer.current = setTimeout(() => look(text), pause);
        }}
      />
      <fieldset className={styles.choices} aria-busy={isPending} hidden={!found}>
        <legend className="visually-hidden">{label}: found</legend>
        {found?.kind === 'data' &&
          found.data.map((choice) => (
            <label key={choice.id} className={styles.choice}>
              <input type="radio" name={name} value={choice.id} onChange={() => onChange(choice.id)} />
              {choice.label}
            </label>
          ))}
        {found?.kind === 'data' && found.data.length === 0 && (
          <p role="status">Nothing has that in its name.</p>
        )}
        {found && found.kind !== 'data' && <p role="alert">{sentenceOf(found)}</p>}
      </fieldset>
    </div>
  );
}
