import { z } from 'zod';

/** The secret part of a link: 22 signs of base64url, 128 bits. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{22}$/u;

/** The link somebody came by, as it travels through the form: "c-" a class's, "p-" a person's own, empty for neither. */
export const wayIn = z.union([z.literal(''), z.string().regex(/^[cp]-[A-Za-z0-9_-]{22}$/u)]).default('');
