import type { Refusal } from '../../graph/actionResult.ts';

/** Refusals that the graph names no field of the form for, or one that the form calls otherwise. */
const fields: Readonly<Record<string, string>> = {
  TooFewSeats: 'capacity',
  ParticipantsBusy: 'startDay',
  startsAt: 'startDay',
  endsAt: 'endTime',
};

/** A refusal of a workshop's details, at the field of the form that it is about. */
export function refusalAtField(refusal: Refusal): Refusal {
  const field = fields[refusal.field ?? refusal.__typename];
  return field === undefined ? refusal : { ...refusal, field };
}
