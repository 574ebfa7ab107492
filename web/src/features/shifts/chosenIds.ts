import { z } from 'zod';
import { mostChosen } from './mostChosen.ts';

/** The shifts that were chosen, as browsers send them. For the server: schemas are 29 kB of scripts. */
export const chosenIds = z.array(z.uuid()).min(1).max(mostChosen);
