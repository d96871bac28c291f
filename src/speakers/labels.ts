/** What the tagger says of a token. */
export const OTHER = 0;
export const SOURCE = 1;
/** Words that report speech or writing. */
export const CUE = 3;
/** Words that report what somebody thinks, wants, feels or does about it. */
export const STANCE = 5;
export const CONTENT = 7;

/** Each of the four has two labels: its first token, and (one higher) the tokens that follow. */
export const LABEL_COUNT = 9;

/** The four kinds by their first label. */
export const SPAN_LABELS = [SOURCE, CUE, STANCE, CONTENT] as const;
