import 'server-only';
import type { Reader } from '../../design/format.ts';
import { pageParameters, type SearchParameters } from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { settings } from '../../env.ts';

/** How instants of a record are shown; of what belongs to no facility by the clocks of the company. */
export const recordReader = async (timeZone = settings().homeZone): Promise<Reader> => ({
  locale: await readerLocale(),
  timeZone,
});

/** The page of a record's history that an address asks for. */
export const historyPage = (parameters: SearchParameters) => pageParameters(parameters, 10);
