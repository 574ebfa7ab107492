import Link from 'next/link';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import type { PlanFieldsFragment } from '../../../generated/graphql.ts';
import { addDays, mondayOf, mondayOfWeek, todayIn, weekOf } from '../../design/calendar.ts';
import { Drawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatDay, formatSpan, type Reader } from '../../design/format.ts';
import {
  choiceParameter,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { PageSkeleton } from '../../design/Skeleton.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { chosenFacility, type FacilityName } from '../../graph/chosenFacility.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import type { PlannedWeek } from './createWeek.ts';
import { PlanForm } from './PlanForm.tsx';
import styles from './planning.module.css';
import { planFromTemplate } from './planFromTemplate.query.ts';
import { planFromWeek } from './planFromWeek.query.ts';
import { rotaTemplates } from './rotaTemplates.query.ts';
import { TemplateForm } from './TemplateForm.tsx';

interface Given {
  parameters: SearchParameters;
  facility: FacilityName;
  /** The Monday of the week to plan. */
  week: string;
  locale: string;
  base: string;
  closeHref: string;
}

/**
 * What an address asks to stand beside a week to plan it as a whole; null for nothing: `?plan=copy` a copy of the week
 * before, `?plan=template` the templates, with `template` the plan from one. `keep=no` leaves all shifts open.
 */
export async function planDrawer(parameters: SearchParameters): Promise<ReactNode> {
  const plan = choiceParameter(parameters, 'plan', ['copy', 'template']);
  if (!plan) return null;
  const { area } = await currentSession();
  const chosen = await chosenFacility(textParameter(parameters, 'facility'));
  // The page beside it says what is wrong.
  if (chosen.kind !== 'data' || !chosen.data.facility) return null;
  const { facility } = chosen.data;
  const base = `${area.base}/week`;
  const given: Given = {
    parameters,
    facility,
    week: mondayOfWeek(textParameter(parameters, 'w') ?? '') ?? mondayOf(todayIn(facility.timeZone)),
    locale: await readerLocale(),
    base,
    closeHref: base + withParameters(parameters, { plan: undefined, template: undefined, keep: undefined }),
  };
  return (
    <Drawer key={plan} title={plan === 'copy' ? 'Copy last week' : 'Templates'} closeHref={given.closeHref}>
      <Suspense fallback={<PageSkeleton rows={6} />}>
        {plan === 'copy' ? <CopyPlan {...given} /> : <TemplatePlan {...given} />}
      </Suspense>
    </Drawer>
  );
}

const keepsAgents = (parameters: SearchParameters) => textParameter(parameters, 'keep') !== 'no';

async function CopyPlan(given: Given) {
  const { parameters, facility, week } = given;
  const { path } = await currentSession();
  const from = addDays(week, -7);
  const keepAgents = keepsAgents(parameters);
  const outcome = partOf(
    await askGraph(planFromWeek, { facilityId: facility.id, from, to: week, keepAgents }),
    ({ rotaPlanFromWeek }) => rotaPlanFromWeek,
  );
  if (outcome.kind !== 'data') return <TroubleState trouble={outcome} path={path} />;
  return (
    <>
      <p>
        Week {Number(weekOf(from).slice(6))} again in week {Number(weekOf(week).slice(6))}. Nothing is saved
        yet.
      </p>
      <Plan
        {...given}
        plan={outcome.data}
        planned={{ week, source: { kind: 'week', facilityId: facility.id, from }, keepAgents }}
      />
    </>
  );
}

async function TemplatePlan(given: Given) {
  const { parameters, facility, week, base } = given;
  const { path } = await currentSession();
  const templateId = textParameter(parameters, 'template');
  const keepAgents = keepsAgents(parameters);
  const [templates, planned] = await Promise.all([
    askGraph(rotaTemplates, { facilityId: facility.id }),
    templateId === undefined ? null : askGraph(planFromTemplate, { templateId, week, keepAgents }),
  ]);
  const list = partOf(templates, ({ facility: found }) => found?.rotaTemplates);
  if (list.kind !== 'data') return <TroubleState trouble={list} path={path} />;
  const plan = planned && partOf(planned, ({ rotaPlanFromTemplate }) => rotaPlanFromTemplate);
  return (
    <>
      {list.data.length === 0 ? (
        <EmptyState>There is no template yet. Save a week as one below.</EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Templates">
          {list.data.map(({ id, name, slots }) => (
            <li key={id}>
              <Link
                prefetch={false}
                scroll={false}
                href={base + withParameters(parameters, { template: id })}
                aria-current={id === templateId ? 'true' : undefined}
              >
                {name}
              </Link>
              <span className={styles.about}>
                {' '}
                · {slots.length} {slots.length === 1 ? 'shift' : 'shifts'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {plan &&
        (plan.kind !== 'data' ? (
          <TroubleState trouble={plan} path={path} />
        ) : (
          <Plan
            {...given}
            plan={plan.data}
            planned={{ week, source: { kind: 'template', templateId: templateId! }, keepAgents }}
          />
        ))}
      <TemplateForm facilityId={facility.id} week={week} />
    </>
  );
}

/** The shifts that would be created, with what stands in their way, before anything is saved. */
function Plan({
  parameters,
  facility: { timeZone },
  base,
  locale,
  closeHref,
  plan: { shifts, collisionCount },
  planned,
}: Given & { plan: PlanFieldsFragment; planned: Omit<PlannedWeek, 'skipColliding'> }) {
  const reader = { locale, timeZone };
  if (shifts.length === 0) {
    return planned.source.kind === 'template' ? (
      <EmptyState>The template has no shifts. Choose another one, or save a week as one below.</EmptyState>
    ) : (
      <EmptyState
        action={
          <>
            <Link href={base + withParameters(parameters, { plan: 'template' })}>Begin from a template</Link>
            {' or '}
            <Link href={base + withParameters(parameters, { plan: undefined, new: planned.week })}>
              New shift
            </Link>
          </>
        }
      >
        The week before has no shifts to copy.
      </EmptyState>
    );
  }
  const warned = shifts.filter(({ warnings }) => warnings.length > 0).length;
  return (
    <>
      <p role="status">
        <strong>{shifts.length}</strong> {shifts.length === 1 ? 'shift' : 'shifts'}
        {collisionCount > 0 && (
          <>
            , <strong className={styles.collision}>{collisionCount} cannot be created</strong>
          </>
        )}
        {warned > 0 && (
          <>
            , <strong className={styles.warning}>{warned} beyond limits of rest or hours</strong>
          </>
        )}
        .
      </p>
      <p>
        <Link
          prefetch={false}
          scroll={false}
          href={base + withParameters(parameters, { keep: planned.keepAgents ? 'no' : undefined })}
        >
          {planned.keepAgents ? 'Leave all shifts open' : 'Keep the agents'}
        </Link>
      </p>
      <PlanForm planned={planned} total={shifts.length} colliding={collisionCount} closeHref={closeHref} />
      <ul className={styles.list} aria-label="Planned shifts">
        {shifts.map((shift, n) => (
          <li key={n}>
            <PlannedShift shift={shift} reader={reader} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlannedShift({
  shift: { startsAt, endsAt, kind, qualification, agent, collisions, warnings },
  reader,
}: {
  shift: PlanFieldsFragment['shifts'][number];
  reader: Reader;
}) {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return (
    <>
      {formatDay(start, reader)}, {formatSpan(start, end, reader)}
      <span className={styles.about}>
        {' '}
        · {kind === 'PLACEHOLDER' ? 'Kept free' : (qualification?.displayName ?? 'Any')} ·{' '}
        {agent ? (agent.person?.name ?? 'Name not known') : 'Open'}
      </span>
      {collisions.map(({ message }) => (
        <p key={message} className={styles.collision}>
          {message}
        </p>
      ))}
      {warnings.map(({ message }) => (
        <p key={message} className={styles.warning}>
          {message}
        </p>
      ))}
    </>
  );
}
