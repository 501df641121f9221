import { formatPartialDate } from '@handbell/policy';
import { importPolicy } from '@handbell/policy/import';
import type { Temporal } from 'temporal-polyfill';
import { keepFile } from '../../platform/files/store.ts';
import type { Work } from '../../platform/work.ts';
import { adoptPolicy, approvePolicy } from '../../policies/adoption.ts';
import { openDoubts } from '../../policies/doubts.ts';
import { changeDraft, findPolicy, startDraft } from '../../policies/drafts.ts';
import { putInForce } from '../../policies/into-force.ts';
import { recordPaperSignature, signOnScreen } from '../../policies/sign.ts';
import { type PlaceId, placesOf } from '../../policies/signatures.ts';
import type { PolicyId } from '../../policies/version.ts';
import { nextSchoolDay } from '../../schools/calendar.ts';
import { CAST, type CastKey } from '../people.ts';
import { firstPolicyText, secondPolicyText } from '../policy-text.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import type { Stage } from '../stage/stage.ts';
import { askAboutDraft } from './consultation.ts';

/** The second version is in force from this many school days before the story's end: later messages are judged by it. */
export const SECOND_SINCE = 45;
const SECOND_ADOPTED = SECOND_SINCE + 2;
const BODY = 'the Board of Governors';

const longDate = (day: Temporal.PlainDate) => day.toLocaleString('en-GB', { dateStyle: 'long' });
const monthOf = ({ year, month }: Temporal.PlainDate) =>
  formatPartialDate({ precision: 'month', year, month, written: '' });

/** The office brings the school's own file in, and says of every question of the reader that things are right. */
function bringIn(stage: Stage, name: string, text: string): Promise<PolicyId> {
  return stage.as('office', async (work, { member }) => {
    const bytes = new TextEncoder().encode(text);
    const { document, doubts } = await importPolicy({ name, bytes });
    const file = { id: await keepFile(work, { name, type: 'text/plain; charset=utf-8', bytes }), name };
    const id = await startDraft(work, { document, doubts, file }, member);
    for (const { at: doubt } of openDoubts(doubts)) {
      const { revision } = await findPolicy(work, id);
      await changeDraft(work, id, { revision, what: 'doubt', edit: (same) => same, doubt });
    }
    return id;
  });
}

async function placeOf(work: Work, id: PolicyId, role: RegExp): Promise<PlaceId> {
  const found = (await placesOf(work, id)).find((place) => role.test(place.role));
  if (!found) throw new Error('The demo’s policy lacks a place for a signature.');
  return found.id;
}

const GOVERNOR = /Governor/;
const HEAD = /Head/;

function adopt(stage: Stage, id: PolicyId, on: Temporal.PlainDate, minute: string): Promise<void> {
  return stage.as('clerk', async (work) => {
    const { revision } = await findPolicy(work, id);
    await approvePolicy(work, id, revision, { by: 'the Head teacher', on });
    await adoptPolicy(work, id, revision + 1, { body: BODY, how: 'board', on, minute });
  });
}

function sign(stage: Stage, id: PolicyId, role: RegExp, who: CastKey): Promise<void> {
  return stage.as(who, async (work, staff) =>
    signOnScreen(work, id, await placeOf(work, id, role), CAST[who].name, staff),
  );
}

function start(stage: Stage, id: PolicyId, from: Temporal.PlainDate): Promise<void> {
  return stage.as('office', async (work) => {
    const { revision } = await findPolicy(work, id);
    await putInForce(work, id, revision, { from, material: true });
  });
}

/** The policy of last year comes in from paper; this term the Board adopts the next, and it takes the first one's place. */
export const policies: Story = async function* (stage) {
  const { days } = stage;
  const adoptedNow = days.day(SECOND_ADOPTED);
  const adoptedThen = nextSchoolDay(days.calendar, adoptedNow.subtract({ years: 1 }));

  yield at(51, '09:10');
  const firstText = firstPolicyText({ date: monthOf(adoptedThen), review: days.term(adoptedNow, 0) });
  const first = await bringIn(stage, 'whatsapp-policy-first.txt', firstText);
  await adopt(stage, first, adoptedThen, '9.3');
  for (const [role, who] of [
    [GOVERNOR, 'chair'],
    [HEAD, 'head'],
  ] as const) {
    await stage.as('office', async (work, { member }) => {
      const paper = { name: CAST[who].name, on: adoptedThen, by: member };
      await recordPaperSignature(work, first, await placeOf(work, first, role), paper);
    });
  }
  await start(stage, first, adoptedThen);

  yield at(49, '14:20');
  const secondText = secondPolicyText({ date: longDate(adoptedNow), review: days.term(adoptedNow, 1) });
  const second = await bringIn(stage, 'whatsapp-policy-second.txt', secondText);

  yield* askAboutDraft(stage, second, SECOND_ADOPTED + 2);

  yield at(SECOND_ADOPTED - 1, '09:30');
  await adopt(stage, second, adoptedNow, '7.2');
  yield at(SECOND_ADOPTED - 1, '12:40');
  await sign(stage, second, GOVERNOR, 'governor');
  yield at(SECOND_ADOPTED - 1, '16:05');
  await sign(stage, second, HEAD, 'head');

  yield at(SECOND_SINCE, '08:30');
  await start(stage, second, days.day(SECOND_SINCE));
};
