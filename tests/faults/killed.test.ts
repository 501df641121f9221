import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, codeOn, toTheCheck } from '../../server/test/agreement.ts';
import { raise } from '../../server/test/concerns.ts';
import { Visitor } from '../../server/test/visitor.ts';
import { HANDBELL, type Service, startService, temporaryFolder } from '../support/service.ts';

const KILLS = 3;
const AT_ONCE = 4;
/** Parents who press the button at the same moment. */
const RUSH = 24;
const SCHOOL = { slug: 'bellfield' };
const HOME = `/s/${SCHOOL.slug}`;

const data = temporaryFolder();
const settings = { HANDBELL_DATA: data, HANDBELL_PROXIES: '1' };
let callers = 0;

/** Somebody on a connection of their own, as a proxy tells it, so that the limits of one connection play no part. */
function visitorOf(service: Service): Visitor {
  callers += 1;
  const address = `198.51.100.${callers % 250}, 2001:db8::${callers.toString(16)}`;
  return new Visitor(service.origin, (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', address);
    return fetch(new URL(path, service.origin), { ...init, headers, redirect: 'manual' });
  });
}

/** The codes that were given. */
interface Kept {
  readonly agreements: string[];
  readonly concerns: string[];
}

/** Waits until some more codes were given, and then a moment of any length. */
async function untilSomeMore({ agreements, concerns }: Kept): Promise<void> {
  const given = () => agreements.length + concerns.length;
  const enough = given() + AT_ONCE;
  while (given() < enough) await setTimeout(10);
  await setTimeout(Math.random() * 300);
}

/** Sends agreements and concerns one after the other until the service is gone; keeps the codes that were given. */
async function sendUntilGone(service: Service, kept: Kept, first: number): Promise<void> {
  for (let number = first; ; number += 1) {
    try {
      if (number % 2 === 0) {
        const { code } = await agree(visitorOf(service), HOME, { name: `Parent ${callers}` });
        if (code) kept.agreements.push(code);
      } else {
        const code = await raise({ visitor: () => visitorOf(service) }, SCHOOL, { 'when-year': '2026' });
        if (code) kept.concerns.push(code);
      }
    } catch (error) {
      if (service.process.killed) return;
      throw error;
    }
  }
}

/** How many entries the whole audit record has: an agreement is one. Handbell must not run. */
function auditEntries(): number {
  const said = execFileSync(process.execPath, [HANDBELL, 'audit', 'verify'], {
    env: { ...process.env, ...settings },
  }).toString();
  const count = /bellfield: (\d+) entries, whole/.exec(said)?.[1];
  if (count === undefined) throw new Error(`The audit record is not whole: ${said}`);
  return Number(count);
}

/** Ends the embedded database at once, as a power cut would: what it had not written to its log is gone. */
function cutOff(): void {
  const [postmaster] = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postmaster), 'SIGQUIT');
}

beforeAll(() => {
  execFileSync(process.execPath, [HANDBELL, 'demo'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('a Handbell that is killed while parents write to it', () => {
  it(`keeps every agreement and concern it gave a code for, killed ${KILLS} times`, async () => {
    const kept: Kept = { agreements: [], concerns: [] };
    for (let round = 0; round < KILLS; round += 1) {
      const service = await startService(settings);
      const senders = Array.from({ length: AT_ONCE }, (_, at) => sendUntilGone(service, kept, at));
      await untilSomeMore(kept);
      service.process.kill('SIGKILL');
      await Promise.all(senders);
    }
    expect(kept.agreements.length).toBeGreaterThan(0);
    expect(kept.concerns.length).toBeGreaterThan(0);

    const service = await startService(settings);
    const lost: string[] = [];
    for (const code of kept.agreements) {
      const visitor = visitorOf(service);
      const page = `${HOME}/agree/receipt`;
      const answer = await visitor.post(page, { code }, page);
      if (answer.status !== 303) lost.push(`agreement: ${answer.status}`);
    }
    for (const code of kept.concerns) {
      const answer = await visitorOf(service).post(
        `${HOME}/concern/return`,
        { code },
        `${HOME}/concern/return`,
      );
      if (!answer.text.includes('The school has your concern')) lost.push(`concern: ${answer.status}`);
    }
    await service.stop();
    console.log(
      `killed ${KILLS} times: ${kept.agreements.length} agreements and ${kept.concerns.length} concerns given a code, ${lost.length} lost`,
    );
    expect(lost).toEqual([]);
    expect(auditEntries()).toBeGreaterThan(0);
  }, 600_000);

  it(`keeps one agreement of each of ${RUSH} who sign at once, database and all killed in the middle, and send the same again`, async () => {
    const before = auditEntries();
    const service = await startService(settings);
    const forms = await Promise.all(
      Array.from({ length: RUSH }, (_, at) => toTheCheck(visitorOf(service), HOME, { name: `Rush ${at}` })),
    );
    const send = async (to: Service, form: Readonly<Record<string, string>>): Promise<string> => {
      const visitor = visitorOf(to);
      const answer = await visitor.post(`${HOME}/agree/check`, { ...form, agree: 'yes' });
      return answer.status === 303 ? codeOn((await visitor.get(answer.location)).text) : '';
    };
    let taken = 0;
    const first = await Promise.all(
      forms.map(async (form) => {
        const code = await send(service, form).catch(() => '');
        taken += 1;
        if (taken === RUSH / 4) {
          cutOff();
          service.process.kill('SIGKILL');
        }
        return code;
      }),
    );

    const again = await startService(settings);
    const second = await Promise.all(forms.map((form) => send(again, form)));
    await again.stop();
    for (const [at, code] of first.entries()) if (code !== '') expect(second[at]).toBe(code);
    expect(second).not.toContain('');
    expect(new Set(second).size).toBe(RUSH);
    expect(auditEntries() - before).toBe(RUSH);
    console.log(
      `killed in a rush: ${first.filter((code) => code !== '').length} of ${RUSH} had their code before`,
    );
  }, 300_000);
});
