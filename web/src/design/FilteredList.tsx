'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { ReactNode } from 'react';
import styles from './FilteredList.module.css';

/** A filter, which stands in the address under its name. */
export type Filter =
  | { kind: 'text'; name: string; label: string }
  | { kind: 'day'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; options: readonly { value: string; label: string }[] };

/** How long after the last key a text is looked for. */
const pause = 250;

/**
 * Filters above a list that the server renders. Typing replaces the address, choosing adds one to go back from; the
 * list that is shown stays, paler, until the new one is there. Without scripts, Enter does the same.
 */
export function FilteredList({ filters, children }: { filters: readonly Filter[]; children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [isPending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const addressWith = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    next.delete('after');
    next.delete('before');
    if (value === '') next.delete(name);
    else next.set(name, value);
    return `${pathname}?${next}`;
  };
  return (
    <>
      <search>
        <form className={styles.filters} action={pathname} onSubmit={(event) => event.preventDefault()}>
          {filters.map((filter) =>
            filter.kind === 'text' ? (
              <TextFilter
                key={filter.name}
                label={filter.label}
                name={filter.name}
                value={parameters.get(filter.name) ?? ''}
                onType={(value) => {
                  clearTimeout(timer.current);
                  timer.current = setTimeout(
                    () =>
                      start(() => router.replace(addressWith(filter.name, value.trim()), { scroll: false })),
                    pause,
                  );
                }}
              />
            ) : filter.kind === 'day' ? (
              <TextInput
                key={filter.name}
                label={filter.label}
                name={filter.name}
                type="date"
                value={parameters.get(filter.name) ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  start(() => router.push(addressWith(filter.name, value), { scroll: false }));
                }}
              />
            ) : (
              <NativeSelect
                key={filter.name}
                label={filter.label}
                name={filter.name}
                data={filter.options}
                value={parameters.get(filter.name) ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  start(() => router.push(addressWith(filter.name, value), { scroll: false }));
                }}
              />
            ),
          )}
        </form>
      </search>
      <div className={styles.list} aria-busy={isPending}>
        {children}
      </div>
    </>
  );
}

function TextFilter({
  value,
  onType,
  ...props
}: {
  value: string;
  onType: (value: string) => void;
  label: string;
  name: string;
}) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by Back or Clear filters, not by what is being typed.
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  return (
    <TextInput
      {...props}
      type="search"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType(event.currentTarget.value);
      }}
    />
  );
}
