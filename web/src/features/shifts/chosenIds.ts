import { z } from 'zod';

/** How many shifts something is done to at once. */
export const mostChosen = 100;

/** The shifts that were chosen, as browsers send them. */
export const chosenIds = z.array(z.uuid()).min(1).max(mostChosen);
