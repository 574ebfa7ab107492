'use client';

import { createContext, useContext } from 'react';

/** The reader's locale, by BCP 47, for controls; what only shows something is given it by the server. */
export const Locale = createContext('en-GB');

/** The reader's locale. */
export const useLocale = (): string => useContext(Locale);
