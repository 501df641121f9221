import { byReceipt, recordSlip, signAgreement, withdrawAgreement } from '../../agreements/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newOnceToken } from '../../platform/web/once.ts';
import type { Work } from '../../platform/work.ts';
import { policyInForceOn } from '../../policies/store.ts';
import type { PolicyVersion } from '../../policies/version.ts';
import { EARLY, ON_PAPER, ON_SCREEN, type Signatory, WITHDRAWING } from '../families.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import type { Stage } from '../stage/stage.ts';
import { SECOND_SINCE } from './policies.ts';

async function versionToday(work: Work): Promise<PolicyVersion> {
  const version = await policyInForceOn(work, schoolDay(work.now));
  if (!version) throw new Error('The demo school has no policy in force.');
  return version;
}

function agree(stage: Stage, signer: Signatory): Promise<string> {
  return stage.visit(async (work) =>
    signAgreement(work, {
      version: await versionToday(work),
      token: newOnceToken(),
      signer,
      language: 'en-GB',
    }),
  );
}

/** Those who had agreed to the version before. */
export const earlyAgreements: Story = async function* (stage) {
  for (const [index, signer] of EARLY.entries()) {
    yield at(50 - index, '18:30');
    await agree(stage, signer);
  }
};

/** A term of agreeing: many in the first days, then fewer, at all times of the day that families have. */
export const agreements: Story = async function* (stage) {
  const times = ['07:35', '12:50', '15:25', '19:40', '21:15'];
  for (const [index, signer] of ON_SCREEN.entries()) {
    const back = Math.round((SECOND_SINCE - 2) * (1 - index / ON_SCREEN.length) ** 2) + 1;
    yield at(back, times[index % times.length] ?? '12:00');
    await agree(stage, signer);
  }
};

/** The slips of the week, keyed in by the office. */
export const paperSlips: Story = async function* (stage) {
  for (const [index, signer] of ON_PAPER.entries()) {
    const back = SECOND_SINCE - 4 - index * 4;
    yield at(back, '14:10');
    await stage.as('office', async (work, { member }) => {
      const on = stage.days.day(back + 1);
      await recordSlip(work, { version: await versionToday(work), signer, on, recordedBy: member });
    });
  }
};

/** Some change their mind, with their receipt code. */
export const withdrawals: Story = async function* (stage) {
  const codes: string[] = [];
  for (const [index, signer] of WITHDRAWING.entries()) {
    yield at(SECOND_SINCE - 3 - index * 3, '20:05');
    codes.push(await agree(stage, signer));
  }
  for (const [index, code] of codes.entries()) {
    yield at(26 - index * 9, '19:15');
    await stage.visit(async (work) => {
      const own = await byReceipt(work, code);
      if (own) await withdrawAgreement(work, own.id);
    });
  }
};
