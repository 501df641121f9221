import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const range = 'must be a number from 1 to 65535';
const port = z.coerce.number(range).int(range).min(1, range).max(65_535, range);
const optional = z.string().trim().min(1).optional();

/**
 * Every setting Handbell has, by its environment name. The description is what `handbell serve --help` prints;
 * each setting can also stand, under the same name, in the optional file that `HANDBELL_CONFIG` names.
 */
export const settingsSchema = z.strictObject({
  HANDBELL_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('folder for the database, keys, files and mail'),
  HANDBELL_HOST: z.string().min(1).default('localhost').describe('address to listen on'),
  HANDBELL_PORT: port.default(8043).describe('port to listen on'),
  HANDBELL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address that people use, when a proxy stands in front (https://policy.example.org)'),
  HANDBELL_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe('how many trusted proxies add to X-Forwarded-For'),
  HANDBELL_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url (43 characters)')
    .optional()
    .describe('master key; without it, one is made in the data folder at first start'),
  HANDBELL_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('how much to log: silent, error, warn, info or debug'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('a PostgreSQL 15 or newer to use instead of the embedded one; its user owns the tables'),
  DATABASE_APP_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('the application role’s own address there; without it, Handbell creates handbell_app'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10).describe('database connections to keep'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('mail server (smtp://user:password@mail.example.org:587); without it, mail waits in the tray'),
  MAIL_FROM: optional.describe('sender of mail (Example School <office@example.org>)'),
  HANDBELL_CLAMD: optional.describe(
    'the virus scanner clamd, to scan evidence (/run/clamav/clamd.ctl or 127.0.0.1:3310); without it, nothing is scanned',
  ),
  HANDBELL_WORKERS: flag
    .default(true)
    .describe('whether this process also runs background jobs (true or false)'),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** The names of all settings, in the order they are listed to people. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);
