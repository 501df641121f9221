/** Which part of the day a word beside a time means. `none`: no word; `unknown`: a word that is not in the table. */
export const none = 0;
export const am = 1;
export const pm = 2;
export const noon = 3;
export const night = 4;
export const unknown = 5;
