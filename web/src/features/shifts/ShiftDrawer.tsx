import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { todayIn } from '../../design/calendar.ts';
import { Drawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import {
  dayParameter,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { PageSkeleton } from '../../design/Skeleton.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import type { FacilityName } from '../../graph/chosenFacility.ts';
import { currentSession } from '../../session/currentSession.ts';
import { NewShiftForm } from './NewShiftForm.tsx';
import { shiftChoices } from './shiftChoices.query.ts';
import { ShiftRecord } from './ShiftRecord.tsx';
import { shiftRecord } from './shiftRecord.query.ts';

interface Given {
  parameters: SearchParameters;
  /** The address of the page that it stands beside. */
  base: string;
  facility: FacilityName;
  locale: string;
}

/** What an address asks to stand beside its page: `?shift=` a record, `?new=<day>` a new shift; null for neither. */
export function shiftDrawer(given: Given): ReactNode {
  const { parameters, base } = given;
  const id = textParameter(parameters, 'shift');
  const isNew = textParameter(parameters, 'new') !== undefined;
  if (id === undefined && !isNew) return null;
  const closeHref =
    base + withParameters(parameters, { shift: undefined, new: undefined, newNeeds: undefined });
  return (
    <Drawer key={id ?? 'new'} title={isNew ? 'New shift' : 'Shift'} closeHref={closeHref}>
      <Suspense fallback={<PageSkeleton rows={5} />}>
        {isNew ? <NewShift {...given} closeHref={closeHref} /> : <Record {...given} id={id!} />}
      </Suspense>
    </Drawer>
  );
}

async function Record({ id, locale }: Given & { id: string }) {
  const { path } = await currentSession();
  const outcome = await askGraph(shiftRecord, { id });
  if (outcome.kind !== 'data') return <TroubleState trouble={outcome} path={path} />;
  const { shift, qualifications } = outcome.data;
  if (!shift) return <EmptyState>There is no such shift, or none that you may see.</EmptyState>;
  return (
    <ShiftRecord
      shift={shift}
      qualifications={qualifications ?? []}
      now={new Date().toISOString()}
      today={todayIn(shift.facility.timeZone)}
      locale={locale}
    />
  );
}

async function NewShift({ parameters, facility, locale, closeHref }: Given & { closeHref: string }) {
  const { path } = await currentSession();
  const outcome = await askGraph(shiftChoices, { facilityId: facility.id });
  if (outcome.kind !== 'data') return <TroubleState trouble={outcome} path={path} />;
  const today = todayIn(facility.timeZone);
  return (
    <NewShiftForm
      facility={facility}
      qualifications={outcome.data.qualifications ?? []}
      day={dayParameter(parameters, 'new') ?? today}
      qualification={textParameter(parameters, 'newNeeds') ?? ''}
      today={today}
      locale={locale}
      closeHref={closeHref}
    />
  );
}
