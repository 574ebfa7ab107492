'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import { sentenceOf } from '../../design/sentenceOf.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { nameOfService } from '../../graph/services.ts';
import type { Hit, HitGroup } from './hit.ts';
import { search } from './search.ts';
import styles from './SearchBox.module.css';

/** How long after the last key a text is looked for. */
const pause = 200;
const mostRecent = 8;

/** What was opened lately, as long as the tab is not loaded anew: nothing of people is left in the browser. */
let recent: readonly Hit[] = [];

/** What was looked for, and what came of it. */
export interface Searched {
  readonly text: string;
  readonly outcome: Outcome<HitGroup[]>;
}

/**
 * A field to search in, with what was found below it: arrows go through it, Enter opens. What is shown stays, paler,
 * until the next answer is there.
 *
 * @param searched what the server has looked for already.
 * @param onSearch is told what is looked for now.
 * @param onOpen is told that a record was opened.
 */
export function SearchBox({
  searched,
  onSearch,
  onOpen,
}: {
  searched?: Searched;
  onSearch?: (text: string) => void;
  onOpen?: () => void;
}) {
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState(searched?.text ?? '');
  const [shown, setShown] = useState<Searched | null>(searched ?? null);
  const [active, setActive] = useState(0);
  const [isPending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(text);
  useEffect(() => () => clearTimeout(timer.current), []);

  const lookFor = (next: string) => {
    wanted.current = next;
    start(async () => {
      const outcome = await search(next).catch((): Searched['outcome'] => ({
        kind: 'unavailable',
        service: null,
        requestId: '',
      }));
      // An answer that comes after the next question was asked is not shown.
      if (wanted.current !== next) return;
      start(() => {
        setShown({ text: next, outcome });
        setActive(0);
      });
    });
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    const next = value.trim();
    timer.current = setTimeout(() => {
      onSearch?.(next);
      if (next !== '') return lookFor(next);
      wanted.current = '';
      setShown(null);
      setActive(0);
    }, pause);
  };

  const outcome = shown?.outcome;
  const groups: readonly HitGroup[] =
    outcome?.kind === 'data'
      ? outcome.data
      : !shown && recent.length > 0
        ? [{ label: 'Opened lately', hits: recent }]
        : [];
  const hits = groups.flatMap((group) => group.hits);
  const optionId = (hit: Hit) => `${id}-${hit.href}`;
  const open = (hit: Hit) => {
    recent = [hit, ...recent.filter(({ href }) => href !== hit.href)].slice(0, mostRecent);
    onOpen?.();
    router.push(hit.href);
  };
  const moveTo = (index: number) => {
    const next = (index + hits.length) % hits.length;
    setActive(next);
    document.getElementById(optionId(hits[next]!))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <search>
      <TextInput
        label="Name, email, telephone number, address, note or id"
        type="search"
        name="q"
        autoComplete="off"
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={hits[active] && optionId(hits[active])}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || hits.length === 0) return;
          if (event.key === 'ArrowDown') moveTo(active + 1);
          else if (event.key === 'ArrowUp') moveTo(active - 1);
          // What is shown may be of an earlier text: then Enter waits for the answer.
          else if (event.key === 'Enter' && hits[active] && (shown?.text ?? '') === text.trim())
            open(hits[active]);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.results} aria-busy={isPending}>
        {outcome?.kind === 'data' &&
          outcome.down.map((service) => (
            <p key={service} className={styles.note} role="status">
              {nameOfService(service)} is down; what it knows is missing here.
            </p>
          ))}
        <div id={`${id}-found`} role="listbox" aria-label="Found">
          {groups.map(({ label, hits: ofGroup }) => (
            <div key={label} role="group" aria-label={label} className={styles.group}>
              <div className={styles.heading} role="presentation">
                {label}
              </div>
              {ofGroup.map((hit) => (
                <a
                  key={hit.href}
                  id={optionId(hit)}
                  className={styles.option}
                  role="option"
                  aria-selected={hit === hits[active]}
                  tabIndex={-1}
                  href={hit.href}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    open(hit);
                  }}
                >
                  <span className={styles.title}>{hit.title}</span>
                  <span className={styles.detail}>{hit.detail}</span>
                </a>
              ))}
            </div>
          ))}
        </div>
        {shown && outcome?.kind === 'data' && hits.length === 0 && (
          <p className={styles.note}>
            Nothing has “{shown.text}” in its name, address, email, telephone number or note. Try a part of
            it.
          </p>
        )}
        {!shown && hits.length === 0 && (
          <p className={styles.note}>
            Type a few letters. Arrows choose, Enter opens; Ctrl K or / searches from any page.
          </p>
        )}
        {shown && outcome && outcome.kind !== 'data' && (
          <div className={styles.note} role="alert">
            <p>{sentenceOf(outcome)}</p>
            {outcome.kind === 'signedOut' ? (
              <a href={`/auth/sign-in?to=${encodeURIComponent(`/s?q=${encodeURIComponent(shown.text)}`)}`}>
                Sign in and go on
              </a>
            ) : (
              <Button variant="default" onClick={() => lookFor(shown.text)}>
                Try again
              </Button>
            )}
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {shown && !isPending ? `${hits.length} found` : ''}
      </p>
    </search>
  );
}
