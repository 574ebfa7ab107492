import 'server-only';
import { headers } from 'next/headers';
import { localeOf } from './localeOf.ts';

/** The locale of whoever reads, for dates, numbers and money. */
export const readerLocale = async (): Promise<string> => localeOf((await headers()).get('accept-language'));
