/**
 * How many records there are at a scale; one at least.
 *
 * @param atScaleOne How many at scale 1.
 * @throws Error when the scale is not a positive number.
 */
export function size(atScaleOne: number, scale: number): number {
  if (!(scale > 0 && Number.isFinite(scale)))
    throw new Error(
      `The scale of the seeds is ${scale}: it must be a number above 0, for example SEED_SCALE=1.`,
    );
  return Math.max(1, Math.round(atScaleOne * scale));
}
