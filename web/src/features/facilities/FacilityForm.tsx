'use client';

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { FieldConflict } from '../../design/FieldConflict.tsx';
import { useToast } from '../../design/toasts.tsx';
import { useWarnBeforeLeaving } from '../../design/useWarnBeforeLeaving.ts';
import { MutationProblem } from '../../graph/MutationProblem.tsx';
import { useMutationAction } from '../../graph/useMutationAction.ts';
import styles from './FacilityForm.module.css';
import { changedFields, facilityFieldNames, facilityLabels, type FacilityValues } from './facilityValues.ts';
import { saveFacility } from './saveFacility.ts';

/**
 * The profile of a facility, to be changed in place.
 *
 * @param loaded the values as the server has them.
 * @param timeZones every zone that can be chosen.
 */
export function FacilityForm({
  id,
  loaded,
  timeZones,
}: {
  id: string;
  loaded: FacilityValues;
  timeZones: readonly string[];
}) {
  const [before, setBefore] = useState(loaded);
  const [values, setValues] = useState(loaded);
  const formId = useId();
  const showToast = useToast();
  const mutation = useMutationAction(saveFacility, {
    onDone({ values: saved }, { before: earlier, after }) {
      setBefore(saved);
      // What was typed while it was being saved stays.
      setValues((typed) => ({ ...saved, ...onlyChanged(after, typed) }));
      showToast({
        message: 'Profile saved.',
        undo: async () => {
          const back = { ...saved, ...pick(earlier, changedFields(earlier, after)) };
          const answer = await saveFacility({ id, before: saved, after: back });
          if (answer.kind !== 'done') return 'This could not be undone: others have changed it since.';
          setBefore(answer.payload.values);
          setValues(answer.payload.values);
          return 'Profile as before.';
        },
      });
    },
  });
  const changed = changedFields(before, values);
  useWarnBeforeLeaving(changed.length > 0);

  const { refusal, theirs } = mutation;
  const emptyName = values.name.trim() === '' && 'A facility has a name: type one.';
  const propsOf = (name: keyof FacilityValues) => ({
    id: `${formId}-${name}`,
    label: facilityLabels[name],
    value: values[name],
    error: refusal?.field === name ? refusal.message : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((typed) => ({ ...typed, [name]: value }));
    },
  });
  const save = (from: FacilityValues, to: FacilityValues) => mutation.run({ id, before: from, after: to });

  return (
    <form
      className={styles.form}
      aria-label="Profile of the facility"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (emptyName) document.getElementById(`${formId}-name`)?.focus();
        else save(before, values);
      }}
    >
      <TextInput
        {...propsOf('name')}
        error={emptyName || propsOf('name').error}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <NativeSelect
        {...propsOf('timeZone')}
        data={timeZones.includes(values.timeZone) ? timeZones : [values.timeZone, ...timeZones]}
        description="Times of shifts are by its clocks."
      />
      <Textarea {...propsOf('address')} rows={3} maxLength={500} />
      <fieldset className={styles.group}>
        <legend>Whom agents ask for</legend>
        <TextInput {...propsOf('contactName')} autoComplete="off" maxLength={200} />
        <TextInput {...propsOf('contactEmail')} type="email" autoComplete="off" />
        <TextInput
          {...propsOf('contactPhone')}
          type="tel"
          autoComplete="off"
          description="With the country, for example +44 20 7946 0018"
        />
      </fieldset>
      {theirs && (
        <FieldConflict
          fields={facilityFieldNames
            .filter((name) => theirs[name] !== undefined)
            .map((name) => ({ label: facilityLabels[name], theirs: theirs[name]!, yours: values[name] }))}
          onKeepYours={() => {
            const from = { ...before, ...theirs };
            setBefore(from);
            save(from, values);
          }}
          onTakeTheirs={() => {
            const from = { ...before, ...theirs };
            const to = { ...values, ...theirs };
            setBefore(from);
            setValues(to);
            save(from, to);
          }}
        />
      )}
      <MutationProblem mutation={mutation} ownFields={facilityFieldNames} />
      <div className={styles.actions}>
        <Button type="submit" loading={mutation.isPending} disabled={changed.length === 0}>
          Save
        </Button>
        {changed.length > 0 && (
          <Button variant="default" onClick={() => setValues(before)}>
            Take back
          </Button>
        )}
      </div>
    </form>
  );
}

/** What has been typed since `sent`. */
const onlyChanged = (sent: FacilityValues, typed: FacilityValues) => pick(typed, changedFields(sent, typed));

const pick = (values: FacilityValues, names: readonly (keyof FacilityValues)[]): Partial<FacilityValues> =>
  Object.fromEntries(names.map((name) => [name, values[name]]));
