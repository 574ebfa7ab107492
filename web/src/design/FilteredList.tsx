'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { ReactNode } from 'react';
import { DayField } from './DayField.tsx';
import styles from './FilteredList.module.css';

/** A filter, which stands in the address under its name. */
export type Filter = {
  name: string;
  label: string;
  /** What it takes out of the address, since it says the same in another way. */
  clears?: readonly string[];
} & (
  | { kind: 'text' }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }
  /** `today` by the clocks of the place that is meant, `locale` of the reader. */
  | { kind: 'day'; today: string; locale: string }
);

/** How long after the last key a text is looked for. */
const pause = 250;

/**
 * Filters above a list that the server renders. Typing replaces the address, choosing adds one to go back from; the
 * list that is shown stays, paler, until the new one is there. Without scripts, Enter does the same. On a phone,
 * several filters stand behind a button.
 */
export function FilteredList({ filters, children }: { filters: readonly Filter[]; children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [isPending, start] = useTransition();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const addressWith = ({ name, clears = [] }: Filter, value: string) => {
    const next = new URLSearchParams(parameters);
    for (const each of ['after', 'before', ...clears]) next.delete(each);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return `${pathname}?${next}`;
  };
  const active = filters.filter(({ name }) => parameters.get(name)).length;
  return (
    <>
      <search>
        {filters.length > 1 && (
          <Button
            variant="default"
            className={styles.opener}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {active === 0 ? 'Filters' : `Filters: ${active}`}
          </Button>
        )}
        <form
          id={id}
          className={`${styles.filters} ${filters.length > 1 && !isOpen ? styles.closed : ''}`}
          action={pathname}
          onSubmit={(event) => event.preventDefault()}
        >
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
                    () => start(() => router.replace(addressWith(filter, value.trim()), { scroll: false })),
                    pause,
                  );
                }}
              />
            ) : filter.kind === 'day' ? (
              <DayField
                key={filter.name}
                label={filter.label}
                description={null}
                placeholder="24/10, sat or +1"
                today={filter.today}
                locale={filter.locale}
                value={dayOrNull(parameters.get(filter.name))}
                onChange={(day) =>
                  start(() => router.push(addressWith(filter, day ?? ''), { scroll: false }))
                }
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
                  start(() => router.push(addressWith(filter, value), { scroll: false }));
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

const dayOrNull = (text: string | null) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

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
