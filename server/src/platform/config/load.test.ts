import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { settingsHelp } from './help.ts';
import { ConfigError, loadSettings } from './load.ts';
import { settingNames } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbell-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configFile(content: string): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, content);
  return path;
}

describe('settings', () => {
  it('have defaults that start a school on one machine', () => {
    expect(loadSettings({})).toEqual({
      HANDBELL_DATA: './data',
      HANDBELL_HOST: 'localhost',
      HANDBELL_PORT: 8043,
      HANDBELL_PROXIES: 0,
      HANDBELL_LOG: 'info',
      DATABASE_POOL: 10,
      HANDBELL_WORKERS: true,
    });
  });

  it('ignore what else is in the environment, and empty values', () => {
    expect(loadSettings({ PATH: '/bin', HANDBELL_UNKNOWN: 'x', SMTP_URL: '', HANDBELL_PORT: '' })).toEqual(
      loadSettings({}),
    );
  });

  it('come from the environment', () => {
    const settings = loadSettings({
      HANDBELL_PORT: '80',
      HANDBELL_URL: 'https://policy.example.org',
      HANDBELL_WORKERS: 'false',
      DATABASE_URL: 'postgresql://owner@db.example.org/handbell',
      SMTP_URL: 'smtps://user:password@mail.example.org',
      MAIL_FROM: ' Oakfield <office@example.org> ',
    });
    expect(settings).toMatchObject({
      HANDBELL_PORT: 80,
      HANDBELL_WORKERS: false,
      MAIL_FROM: 'Oakfield <office@example.org>',
    });
  });

  it.each([
    ['HANDBELL_PORT', 'eighty'],
    ['HANDBELL_PORT', '0'],
    ['HANDBELL_PORT', '65536'],
    ['HANDBELL_PORT', '80.5'],
    ['HANDBELL_URL', 'policy.example.org'],
    ['HANDBELL_URL', 'ftp://policy.example.org'],
    ['HANDBELL_PROXIES', '-1'],
    ['HANDBELL_PROXIES', 'two'],
    ['HANDBELL_MASTER_KEY', 'too-short'],
    ['HANDBELL_MASTER_KEY', '+'.repeat(43)],
    ['HANDBELL_LOG', 'loud'],
    ['DATABASE_URL', 'mysql://db.example.org/handbell'],
    ['DATABASE_URL', 'db.example.org'],
    ['DATABASE_APP_URL', 'http://db.example.org'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_POOL', '1000'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'imap://mail.example.org'],
    ['HANDBELL_WORKERS', 'yes'],
  ])('stop the start with one clear line when %s is %s', (name, value) => {
    const failing = () => loadSettings({ [name]: value });
    expect(failing).toThrow(ConfigError);
    expect(failing).toThrow(
      new RegExp(`^${name}: [^\\n]+\\. Run "handbell serve --help" for what it takes\\.$`),
    );
  });

  it('never repeat a secret that is wrong', () => {
    for (const name of ['HANDBELL_MASTER_KEY', 'SMTP_URL', 'DATABASE_URL']) {
      expect(() => loadSettings({ [name]: 'secret-secret' })).not.toThrow(/secret-secret/);
    }
  });

  it('come from a file too, and the environment wins', () => {
    const path = configFile('{ "HANDBELL_PORT": 9000, "HANDBELL_WORKERS": false, "HANDBELL_LOG": "warn" }');
    expect(loadSettings({ HANDBELL_CONFIG: path, HANDBELL_PORT: '9001' })).toMatchObject({
      HANDBELL_PORT: 9001,
      HANDBELL_WORKERS: false,
      HANDBELL_LOG: 'warn',
    });
  });

  it.each([
    ['an unknown name', '{ "HANDBELL_PROT": 1 }', /HANDBELL_PROT/],
    ['a wrong value', '{ "HANDBELL_PORT": "x" }', /^HANDBELL_PORT: /],
    ['a list', '{ "HANDBELL_DATA": ["x"] }', /^HANDBELL_DATA: /],
    ['no JSON', 'HANDBELL_PORT=1', /is not a JSON object of settings/],
    ['a JSON list', '[]', /is not a JSON object of settings/],
    ['nothing', '', /is not a JSON object of settings/],
  ])('stop the start when the file holds %s', (_what, content, message) => {
    const failing = () => loadSettings({ HANDBELL_CONFIG: configFile(content) });
    expect(failing).toThrow(ConfigError);
    expect(failing).toThrow(message);
    expect(failing).not.toThrow(/\n/);
  });

  it('stop the start when the file is not there', () => {
    expect(() => loadSettings({ HANDBELL_CONFIG: join(folder, 'none.json') })).toThrow(
      /none\.json cannot be read\. Check its path and permissions\./,
    );
  });
});

describe('the help', () => {
  it('lists every setting with its meaning and default', () => {
    const help = settingsHelp();
    for (const name of settingNames) expect(help).toMatch(new RegExp(`^ {2}${name} +[a-z].+$`, 'm'));
    expect(help).toContain('HANDBELL_CONFIG');
    expect(help).toMatch(/HANDBELL_PORT .* \[8043\]$/m);
    expect(help).toMatch(/HANDBELL_WORKERS .* \[true\]$/m);
    expect(help).not.toMatch(/SMTP_URL .*\]$/m);
  });
});
