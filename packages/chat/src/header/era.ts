/** Where a year comes from when it is not printed in the ordinary way. */
export const common = 0;
export const buddhist = 1;
export const reiwa = 2;
export const heisei = 3;
export const showa = 4;
export const minguo = 5;
