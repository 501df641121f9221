import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../ui/index.ts';
import type { BanMatter, Matter } from './matter.ts';
import {
  answerSection,
  clausesSection,
  criticismSection,
  dataSection,
  lines,
  locked,
  type Section,
  versionOf,
  written,
} from './sections.ts';

const CHILD = 'Your child is not affected by this.';

/** A letter of a ban that was begun without one would be composed from nothing. */
function banOf({ ban }: Matter): BanMatter {
  if (!ban) throw new Error('A letter of a site ban needs the ban.');
  return ban;
}

const on = (day: Temporal.PlainDate | undefined): string => (day ? formatDate(day) : '');

/** Why: the risk on site, with facts (rule 4). */
function riskSection({ risk }: BanMatter): Section {
  return written(
    'risk',
    'What we are worried about',
    risk,
    'The risk to people on the school site, with facts and days. “A member of staff”, not a name.',
  );
}

function scopeSection({ places, times, exceptions }: BanMatter, opening: string): Section {
  return written(
    'scope',
    'What it covers',
    lines(
      opening,
      `- Where: ${places}`,
      `- When: ${times}`,
      `- You may come all the same: ${exceptions}`,
      'It is about the school site only. You can phone, write and mail as before.',
    ),
    'Places, times and exceptions, as little as is needed.',
  );
}

/** How the child's life at school goes on (rule 5). */
function childSection(ban: BanMatter): Section {
  return written(
    'child',
    'Your child',
    lines(
      `${CHILD} This is how things go on:`,
      [
        `- Bringing and collecting: ${ban.collection}`,
        `- Parents’ evenings and meetings: ${ban.meetings}`,
        `- Reports and news: ${ban.reports}`,
        `- Health and special needs: ${ban.medical}`,
        `- In an emergency: ${ban.emergencies}`,
        `- Plays, sports day and other events: ${ban.events}`,
      ].join('\n'),
    ),
    'Every line that a parent of this child needs.',
  );
}

/** The power it rests on, and the consequence, told once and neutrally (D9). The school may change it. */
function powerSection(nation: Matter['nation']): Section {
  const law =
    nation === 'england' || nation === 'wales'
      ? ' Under section 547 of the Education Act 1996, being on school premises without permission and causing a nuisance or disturbance may be an offence.'
      : '';
  return written(
    'power',
    'Why the school can ask this',
    `School grounds are private. Parents may come on to them because the school allows it, and the school may take that permission back where people could be at risk.${law}`,
    'Check this with your own adviser. It is told once, and never to press somebody.',
  );
}

/** How to make representations: the window, the ways, who decides (Wandsworth v A; rule 1). */
function representationSection({ school, signer }: Matter, by: string): Section {
  return locked(
    'representations',
    'Tell us what you think',
    lines(
      `Please tell us by ${by} what we should know before a decision is made: what happened from your side, whether this is needed, what it would mean for you and your child, and what would be better.`,
      `You can write to ${school.email} or to the school’s address, phone ${school.phone}, come to a meeting away from the site or online, or let somebody speak for you. We can have an interpreter there, at no cost to you.`,
      `${signer.name}, ${signer.role}, reads and answers everything you say, and then decides.`,
    ),
  );
}

function toldSection({ told }: BanMatter): Section {
  return written(
    'told',
    'Who is told',
    `${told} Nobody else: no other parent, and no group.`,
    'As few people as can be.',
  );
}

/** D9: notice of an intention. Nothing holds yet. */
export function banNotice(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      `We are thinking about asking you not to come on to the school site for a time. Our policy “${matter.policy.title}” names this step (${versionOf(matter)}). Nothing has been decided. You can come on to the site as before until you hear from us.`,
    ),
    riskSection(ban),
    clausesSection(matter, 'What our policy says'),
    scopeSection(ban, 'If it is decided, it would cover this:'),
    childSection(ban),
    representationSection(matter, on(ban.answerBy)),
    powerSection(matter.nation),
    criticismSection(),
    answerSection(matter, 'Questions', 'If anything here is not clear, please ask.'),
    dataSection(matter, 'This letter and what you answer are kept as the law asks of a school.'),
  ];
}

/** D9: a provisional ban. It holds at once, and ends by itself unless it is confirmed. */
export function banProvisional(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      lines(
        `From ${on(ban.from)}, please do not come on to the school site. This is for now only: it ends by itself on ${on(ban.lapsesOn)}, unless we have heard you and confirmed it before that day.`,
        `We ask this under our policy “${matter.policy.title}” (${versionOf(matter)}). No decision has been made beyond that day.`,
      ),
    ),
    riskSection(ban),
    written('urgent', 'Why it could not wait', ban.reasons, 'Why you could not hear the parent first.'),
    clausesSection(matter, 'What our policy says'),
    scopeSection(ban, 'It covers this:'),
    childSection(ban),
    representationSection(matter, on(ban.answerBy)),
    powerSection(matter.nation),
    toldSection(ban),
    criticismSection(),
    answerSection(matter, 'Questions', 'If anything here is not clear, please ask.'),
    dataSection(matter, 'This letter and what you answer are kept as the law asks of a school.'),
  ];
}

/** What the parent said, with an answer to each (D10). */
function answersText({ answers }: BanMatter): string {
  return answers.length === 0
    ? 'You did not tell us anything in the time we gave. You still can, at any time.'
    : answers.map(({ said, answer }) => lines(`You told us: ${said}`, `Our answer: ${answer}`)).join('\n\n');
}

function endSection({ until, reviewOn }: BanMatter): Section {
  return locked(
    'end',
    'When it ends, and when we look at it again',
    `It ends by itself on ${on(until)}. Before that, on or before ${on(reviewOn)}, somebody who did not take this decision looks at it afresh, and asks you first. It can end earlier at any time.`,
  );
}

/** Ways to have it looked at by others (D10). */
function elsewhereSection(matter: Matter): Section {
  return answerSection(
    matter,
    'If you disagree',
    'You can ask that somebody who had no part in the decision looks at it again: please ask within 10 school days if you can. You can also take advice of your own, for example from Child Law Advice or Citizens Advice.',
  );
}

/** D10: the ban, confirmed after representations. */
export function banConfirmed(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      `We have decided that, from ${on(ban.from)}, you are asked not to come on to the school site. We decided this under our policy “${matter.policy.title}” (${versionOf(matter)}), after reading everything that you told us.`,
    ),
    riskSection(ban),
    written(
      'answers',
      'What you told us, and our answers',
      answersText(ban),
      'An answer to each thing the parent said.',
    ),
    written('reasons', 'Why', ban.reasons, 'Why this, and why a smaller step would not do.'),
    written(
      'alternatives',
      'What else we thought of',
      ban.alternatives,
      'What was tried, and why it is not enough.',
    ),
    clausesSection(matter, 'What our policy says'),
    scopeSection(ban, 'It covers this:'),
    childSection(ban),
    endSection(ban),
    toldSection(ban),
    powerSection(matter.nation),
    criticismSection(),
    elsewhereSection(matter),
    dataSection(matter, 'This letter and how we came to it are kept as the law asks of a school.'),
  ];
}

/** D11: not imposed, not confirmed, or lifted. No hint that something remains. */
export function banEnded(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      ban.wasInForce
        ? 'From today you can come on to the school site as every parent can. What we wrote to you before has ended, and the people at the gate have been told.'
        : 'We have decided not to ask you to stay away from the school site. You can come as every parent can.',
    ),
    written(
      'reasons',
      'Why',
      ban.reasons,
      'What you weighed. No threat, and nothing that sounds like “for now”.',
    ),
    written(
      'welcome',
      'Welcome',
      'We look forward to seeing you. Your child is not affected by this. If you would like to talk about any of this, or about your child, please do.',
      'A friendly end, in your own words.',
    ),
    answerSection(matter, 'Questions', 'You do not need to do anything.'),
  ];
}

/** D12: the invitation to comment before a review. */
export function banReview(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      lines(
        `You have been asked not to come on to the school site. On or soon after ${on(ban.answerBy)}, ${ban.reviewer} looks at this afresh. They did not take the first decision.`,
        'They can end it, or let it go on for a time with new reasons. It does not go on by itself.',
      ),
    ),
    locked(
      'comments',
      'Tell us what you think',
      `Please tell us by ${on(ban.answerBy)} what has changed, what it means for you and your child, and what you would like. Write to ${matter.school.email}, phone ${matter.school.phone}, or let somebody speak for you. We can have an interpreter there, at no cost to you.`,
    ),
    written(
      'new',
      'What we know now',
      'Nothing new has been reported to us since our last letter.',
      'Anything new since the last decision, good or bad. Facts only.',
    ),
    childSection(ban),
    answerSection(matter, 'Questions', 'If anything here is not clear, please ask.'),
  ];
}

/** D12: the decision after a review that lets the ban go on, with reasons of its own. */
export function banExtended(matter: Matter): readonly Section[] {
  const ban = banOf(matter);
  return [
    locked(
      'what',
      '',
      `${matter.signer.name} has looked afresh at whether you should be asked not to come on to the school site, and has decided that it goes on for a time.`,
    ),
    written('reasons', 'Why', ban.reasons, 'Fresh reasons: what the risk is now. Not the old ones again.'),
    scopeSection(ban, 'It covers this:'),
    childSection(ban),
    endSection(ban),
    criticismSection(),
    elsewhereSection(matter),
    dataSection(matter, 'This letter and how we came to it are kept as the law asks of a school.'),
  ];
}
