import 'server-only';
import type { Reader } from '../../design/format.ts';
import { pageParameters, type SearchParameters } from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';

/** The clocks of the company, for what belongs to no facility. */
const companyZone = 'Europe/London';

/** How instants of a record are shown. */
export const recordReader = async (timeZone = companyZone): Promise<Reader> => ({
  locale: await readerLocale(),
  timeZone,
});

/** The page of a record's history that an address asks for. */
export const historyPage = (parameters: SearchParameters) => pageParameters(parameters, 10);
