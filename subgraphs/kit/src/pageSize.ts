/** How many rows the page of a list has, where nobody says how many, and at most. */
export const pageSizes = { byDefault: 20, most: 100 } as const;
