import { type CaseSchool, must } from './cases.ts';

/** A whole sentence, where a form asks for one. */
export const said = 'This is written in one whole sentence of more than six words.';

/** Considers a ban in a case and writes every part of its plan. */
export async function planBan(at: CaseSchool, page: string): Promise<void> {
  const ban = `${page}/ban`;
  await must(at.head, ban, {}, `${ban}/consider`);
  const parts = {
    risk: { kinds: ['staff-threatened'], facts: said },
    scope: { places: 'the grounds', times: 'on school days', exceptions: 'in an emergency' },
    child: Object.fromEntries(
      ['collection', 'meetings', 'reports', 'medical', 'emergencies', 'events'].map((each) => [each, said]),
    ),
    fairness: { alternatives: said, equality: said, told: 'The office.' },
  };
  for (const [part, fields] of Object.entries(parts)) await must(at.head, `${ban}/plan/${part}`, fields);
}

/** Writes a step's letter and issues it. */
export async function sendBanLetter(
  at: CaseSchool,
  page: string,
  step: string,
  fields: Readonly<Record<string, string>>,
  who = at.head,
): Promise<string> {
  const form = `${page}/ban/${step}`;
  const letter = await must(who, form, fields);
  const { text } = await who.get(letter);
  const letterVersion = /name="letterVersion" value="(\d+)"/.exec(text)?.[1] ?? '';
  return must(who, letter, { letterVersion, read: 'yes' });
}
