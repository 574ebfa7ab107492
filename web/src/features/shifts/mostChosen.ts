/** How many shifts something is done to at once. */
export const mostChosen = 100;
