'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { memo, useCallback, useEffect, useId, useOptimistic, useRef, useState, useTransition } from 'react';
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
  /** `today` by the clocks of the place that is meant, or of the reader without it. */
  | { kind: 'day'; today?: string }
);

/** How long after the last key a text is looked for. */
const pause = 250;

/** Goes to the list with another value of a filter; `show` is called with it, to show it until the list is there. */
type Choose = (filter: Filter, value: string, show?: () => void) => void;

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
  const choose = useCallback<Choose>(
    (filter, value, show) => {
      const next = new URLSearchParams(parameters);
      for (const each of ['after', 'before', ...(filter.clears ?? [])]) next.delete(each);
      if (value === '') next.delete(filter.name);
      else next.set(filter.name, value);
      start(() => {
        show?.();
        router[filter.kind === 'text' ? 'replace' : 'push'](`${pathname}?${next}`, { scroll: false });
      });
    },
    [router, pathname, parameters],
  );
  return (
    <>
      <FilterForm filters={filters} parameters={parameters} pathname={pathname} choose={choose} />
      <div className="waiting" aria-busy={isPending}>
        {children}
      </div>
    </>
  );
}

/** Kept as it is while a list is on its way: the answer to a key is the one filter that it changes. */
const FilterForm = memo(function FilterForm({
  filters,
  parameters,
  pathname,
  choose,
}: {
  filters: readonly Filter[];
  parameters: URLSearchParams;
  pathname: string;
  choose: Choose;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const active = filters.filter(({ name }) => parameters.get(name)).length;
  return (
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
        {filters.map((filter) => {
          const value = parameters.get(filter.name) ?? '';
          return filter.kind === 'text' ? (
            <TextFilter key={filter.name} filter={filter} value={value} choose={choose} />
          ) : filter.kind === 'day' ? (
            <DayField
              key={filter.name}
              label={filter.label}
              description={null}
              placeholder="24/10, sat or +1"
              today={filter.today}
              value={dayOrNull(value)}
              onChange={(day) => choose(filter, day ?? '')}
            />
          ) : (
            <ChoiceFilter key={filter.name} filter={filter} value={value} choose={choose} />
          );
        })}
      </form>
    </search>
  );
});

const dayOrNull = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** What is chosen is shown at once, before its list is there. */
function ChoiceFilter({
  filter,
  value,
  choose,
}: {
  filter: Filter & { kind: 'choice' };
  value: string;
  choose: Choose;
}) {
  const [shown, show] = useOptimistic(value);
  return (
    <NativeSelect
      label={filter.label}
      name={filter.name}
      data={filter.options}
      value={shown}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value;
        choose(filter, chosen, () => show(chosen));
      }}
    />
  );
}

function TextFilter({ filter, value, choose }: { filter: Filter; value: string; choose: Choose }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address changed by Back or Clear filters, not by what is being typed.
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  // What the address says by then: another filter may have been chosen in between.
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  return (
    <TextInput
      label={filter.label}
      name={filter.name}
      type="search"
      autoComplete="off"
      value={typed}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(filter, text.trim()), pause);
      }}
    />
  );
}
