import { READING_DATA } from './reading-data.ts';
import { type PreparedReadingData, prepareReadingData } from './reading-rules.ts';

/** What pages are sent. build.mjs works it out, so that what is built holds the outcome alone. */
export const PREPARED_READING_DATA: PreparedReadingData = prepareReadingData(READING_DATA);
