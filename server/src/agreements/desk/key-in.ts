import type { z } from 'zod';
import { schoolDay } from '../../platform/clock.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { pastDay } from '../../policies/fields.ts';
import { listVersions } from '../../policies/store.ts';
import { type PolicyVersion, slipCode } from '../../policies/version.ts';
import { findLike } from '../../roster/read.ts';
import type { FieldErrors } from '../../ui/form-state.ts';
import { takeAnswer } from '../answers/store.ts';
import { plainCode } from '../code.ts';
import { findByName } from '../lists.ts';
import { plainName } from '../rules.ts';
import { dropScan, takeScan } from '../scans.ts';
import { recordSlip } from '../store.ts';
import type { recordForm } from './fields.ts';

type Keyed = z.output<typeof recordForm>;
type KeyedIn = { readonly done: string } | { readonly errors: FieldErrors };

/** Notes a wish to talk first. Somebody on the roll, known by their name alone, is not reminded meanwhile. */
async function keyInTalk(
  work: Work,
  { id: policy }: PolicyVersion,
  { name, childClass, contact, scan }: Keyed,
): Promise<KeyedIn> {
  const [adult, ...others] = await findLike(work, { name, email: '' });
  await takeAnswer(work, {
    policy,
    kind: 'talk',
    name,
    childClass,
    contact,
    adult: others.length === 0 ? adult?.id : undefined,
  });
  if (scan) await dropScan(work, scan);
  return { done: 'The wish to talk is noted. You find it under “Talks and refusals”.' };
}

async function keyInSigned(
  work: Work,
  version: PolicyVersion,
  { name, childClass, another, scan, ...rest }: Keyed,
  recordedBy: MemberId,
): Promise<KeyedIn> {
  const on = pastDay(rest, 'on', schoolDay(work.now));
  if ('errors' in on) return on;
  const known = (await findByName(work, name)).some(
    (each) =>
      each.policy === version.id && each.state === 'signed' && plainName(each.name) === plainName(name),
  );
  if (known && !another) {
    return {
      errors: {
        another:
          'Somebody of this name has agreed to this version already. Tick the box if this is another person',
      },
    };
  }
  if (scan) await takeScan(work, scan);
  await recordSlip(work, { version, signer: { name, childClass }, on: on.day, recordedBy, scan });
  return { done: 'The slip is recorded. You can go on with the next.' };
}

/**
 * Keys a paper slip in: as an agreement, or as a wish to talk first (D20).
 * @returns what to say of it, or what is wrong with what was keyed in
 */
export async function keyIn(work: Work, keyed: Keyed, by: MemberId): Promise<KeyedIn> {
  const versions = await listVersions(work);
  const version = versions.find((each) => plainCode(slipCode(each)) === plainCode(keyed.code));
  if (!version) {
    return {
      errors: { code: 'No version of the policy has this code. Check it against the slip' },
    };
  }
  return keyed.says === 'talk' ? keyInTalk(work, version, keyed) : keyInSigned(work, version, keyed, by);
}
