'use server';

import { z } from 'zod';
import type { Outcome } from '../../graph/outcome.ts';
import { findRecords } from './findRecords.ts';
import type { HitGroup } from './hit.ts';

const input = z.string().trim().min(1).max(200);

/** The records that a text names, as it is typed. */
export async function search(text: string): Promise<Outcome<HitGroup[]>> {
  return findRecords(input.parse(text));
}
