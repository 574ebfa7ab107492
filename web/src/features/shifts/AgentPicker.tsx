'use client';

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, useTransition } from 'react';
import { sentenceOf } from '../../design/sentenceOf.ts';
import type { Outcome } from '../../graph/outcome.ts';
import styles from './AgentPicker.module.css';
import { type FoundAgents, searchAgents } from './searchAgents.ts';

/** How long after the last key agents are looked for. */
const pause = 250;

/**
 * Looks for an agent by name or home area, among those who hold the qualification unless everyone is wanted. Those who
 * have worked at the facility come first, before anything is typed.
 */
export function AgentPicker({
  facilityId,
  qualification,
  action,
  isPending,
  onChoose,
}: {
  facilityId: string;
  qualification: { code: string; displayName: string } | null;
  /** What the button beside each agent says. */
  action: string;
  isPending: boolean;
  onChoose: (agent: { id: string; name: string }) => void;
}) {
  const [text, setText] = useState('');
  const [isQualified, setQualified] = useState(true);
  const [found, setFound] = useState<Outcome<FoundAgents> | null>(null);
  const [isSearching, start] = useTransition();
  const latest = useRef(0);
  const code = isQualified ? (qualification?.code ?? null) : null;
  useEffect(() => {
    const mine = ++latest.current;
    const timer = setTimeout(
      () =>
        start(async () => {
          const answer = await searchAgents({ text, qualification: code, facilityId }).catch(
            (): Outcome<FoundAgents> => ({ kind: 'unavailable', service: null, requestId: '' }),
          );
          if (latest.current === mine) setFound(answer);
        }),
      text === '' ? 0 : pause,
    );
    return () => clearTimeout(timer);
  }, [text, code, facilityId]);

  return (
    <div className={styles.picker}>
      <TextInput
        label="Name or home area"
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {qualification && (
        <Checkbox
          label={`Holds ${qualification.displayName}`}
          checked={isQualified}
          onChange={(event) => setQualified(event.currentTarget.checked)}
        />
      )}
      <div aria-busy={isSearching} aria-live="polite" className={styles.found}>
        {found === null ? (
          <p>Looking for agents…</p>
        ) : found.kind !== 'data' ? (
          <p role="alert">{sentenceOf(found)} Type again to look again.</p>
        ) : found.data.agents.length === 0 ? (
          <p>
            {text === ''
              ? 'Nobody who fits has worked here yet: type a name.'
              : found.data.isCut
                ? 'Nobody among the first 100 of this name fits: type more of it'
                : 'Nobody fits: type less'}
            {text !== '' && (isQualified && qualification ? ', or look at everyone.' : '.')}
          </p>
        ) : (
          <ul aria-label={text === '' ? 'Agents who have worked here' : 'Agents'}>
            {found.data.agents.map((agent) => {
              const name = agent.person?.name ?? 'Name not known';
              const held = agent.qualifications.filter(({ isExpired }) => !isExpired);
              return (
                <li key={agent.id}>
                  <div>
                    <strong>{name}</strong>
                    <span className={styles.about}>
                      {[agent.homeArea, ...held.map(({ qualification: each }) => each.displayName)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`${action} ${name}`}
                    disabled={isPending}
                    onClick={() => onChoose({ id: agent.id, name })}
                  >
                    {action}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        {found?.kind === 'data' && found.data.isCut && found.data.agents.length > 0 && (
          <p>There are more: type {text === '' ? 'a name' : 'more of the name'}.</p>
        )}
      </div>
    </div>
  );
}
