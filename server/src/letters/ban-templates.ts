import { answerPart, CHILD, clausesPart, criticismPart, dataPart } from './common-parts.ts';
import { fixed, items, open, paragraphs, type TemplatePart } from './template.ts';

const KEPT = 'This letter and how we came to it are kept as the law asks of a school.';
const ANSWERS_KEPT = 'This letter and what you answer are kept as the law asks of a school.';
const INTERPRETER = 'We can have an interpreter there, at no cost to you.';

/** Why: the risk on site, with facts (rule 4). */
const riskPart: TemplatePart = open(
  'risk',
  'What we are worried about',
  '{ban risk}',
  'The risk to people on the school site, with facts and days. “A member of staff”, not a name.',
  { needs: ['ban risk'] },
);

const SITE_ONLY = 'It is about the school site only. You can phone, write and mail as before.';

const scopePart = (opening: string): TemplatePart =>
  open(
    'scope',
    'What it covers',
    paragraphs(
      opening,
      '- Where: {ban places}',
      '- When: {ban times}',
      '- You may come all the same: {ban exceptions}',
      SITE_ONLY,
    ),
    'Places, times and exceptions, as little as is needed.',
    { needs: ['ban places', 'ban times', 'ban exceptions'], must: [SITE_ONLY] },
  );

/** How the child's life at school goes on (rule 5). */
const childPart: TemplatePart = open(
  'child',
  'Your child',
  paragraphs(
    `${CHILD} This is how things go on:`,
    items(
      'Bringing and collecting: {collection}',
      'Parents’ evenings and meetings: {meetings}',
      'Reports and news: {reports}',
      'Health and special needs: {health}',
      'In an emergency: {emergencies}',
      'Plays, sports day and other events: {events}',
    ),
  ),
  'Every line that a parent of this child needs.',
  {
    needs: ['collection', 'meetings', 'reports', 'health', 'emergencies', 'events'],
    must: [CHILD],
  },
);

/** The power it rests on, and the consequence, told once and neutrally (D9). The school may change it. */
const powerPart: TemplatePart = open(
  'power',
  'Why the school can ask this',
  'School grounds are private. Parents may come on to them because the school allows it, and the school may take that permission back where people could be at risk. {law}',
  'Check this with your own adviser. It is told once, and never to press somebody.',
);

/** How to make representations: the window, the ways, who decides (Wandsworth v A; rule 1). */
const representationPart: TemplatePart = fixed(
  'representations',
  'Tell us what you think',
  paragraphs(
    'Please tell us by {answer day} what we should know before a decision is made: what happened from your side, whether this is needed, what it would mean for you and your child, and what would be better.',
    `You can write to {school email} or to the school’s address, phone {school phone}, come to a meeting away from the site or online, or let somebody speak for you. ${INTERPRETER}`,
    '{signer}, {role}, reads and answers everything you say, and then decides.',
  ),
  {
    needs: ['answer day', 'school email', 'signer'],
    must: ['or let somebody speak for you.', INTERPRETER],
  },
);

const NOBODY_ELSE = 'Nobody else: no other parent, and no group.';
const toldPart: TemplatePart = open(
  'told',
  'Who is told',
  `{ban told} ${NOBODY_ELSE}`,
  'As few people as can be.',
  { needs: ['ban told'], must: [NOBODY_ELSE] },
);

const endPart: TemplatePart = fixed(
  'end',
  'When it ends, and when we look at it again',
  'It ends by itself on {ban until}. Before that, on or before {ban review}, somebody who did not take this decision looks at it afresh, and asks you first. It can end earlier at any time.',
  { needs: ['ban until', 'ban review'] },
);

/** Ways to have it looked at by others (D10). */
const elsewherePart: TemplatePart = answerPart(
  'If you disagree',
  'You can ask that somebody who had no part in the decision looks at it again: please ask within 10 school days if you can. You can also take advice of your own, for example from Child Law Advice or Citizens Advice.',
);

const questionsPart: TemplatePart = answerPart('Questions', 'If anything here is not clear, please ask.');
const UNDECIDED = 'Nothing has been decided.';

/** D9: notice of an intention. Nothing holds yet. */
export const banNotice: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    `We are thinking about asking you not to come on to the school site for a time. Our policy “{policy}” names this step ({version}). ${UNDECIDED} You can come on to the site as before until you hear from us.`,
    { needs: ['policy', 'version'], must: [UNDECIDED] },
  ),
  riskPart,
  clausesPart('What our policy says'),
  scopePart('If it is decided, it would cover this:'),
  childPart,
  representationPart,
  powerPart,
  criticismPart,
  questionsPart,
  dataPart(ANSWERS_KEPT),
];

/** D9: a provisional ban. It holds at once, and ends by itself unless it is confirmed (rule 2). */
export const banProvisional: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    paragraphs(
      'From {ban from}, please do not come on to the school site. This is for now only: it ends by itself on {ban lapses}, unless we have heard you and confirmed it before that day.',
      'We ask this under our policy “{policy}” ({version}). No decision has been made beyond that day.',
    ),
    {
      needs: ['ban from', 'ban lapses', 'policy', 'version'],
      must: ['No decision has been made beyond that day.'],
    },
  ),
  riskPart,
  open('urgent', 'Why it could not wait', '{ban reasons}', 'Why you could not hear the parent first.', {
    needs: ['ban reasons'],
  }),
  clausesPart('What our policy says'),
  scopePart('It covers this:'),
  childPart,
  representationPart,
  powerPart,
  toldPart,
  criticismPart,
  questionsPart,
  dataPart(ANSWERS_KEPT),
];

/** D10: the ban, confirmed after representations. */
export const banConfirmed: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    'We have decided that, from {ban from}, you are asked not to come on to the school site. We decided this under our policy “{policy}” ({version}), after reading everything that you told us.',
    { needs: ['ban from', 'policy', 'version'] },
  ),
  riskPart,
  open(
    'answers',
    'What you told us, and our answers',
    '{ban answers}',
    'An answer to each thing the parent said.',
    { needs: ['ban answers'] },
  ),
  open('reasons', 'Why', '{ban reasons}', 'Why this, and why a smaller step would not do.', {
    needs: ['ban reasons'],
  }),
  open(
    'alternatives',
    'What else we thought of',
    '{ban alternatives}',
    'What was tried, and why it is not enough.',
    { needs: ['ban alternatives'] },
  ),
  clausesPart('What our policy says'),
  scopePart('It covers this:'),
  childPart,
  endPart,
  toldPart,
  powerPart,
  criticismPart,
  elsewherePart,
  dataPart(KEPT),
];

/** D11: not imposed, not confirmed, or lifted. No hint that something remains. */
export const banEnded: readonly TemplatePart[] = [
  fixed('what', '', '{ban end}', { needs: ['ban end'] }),
  open(
    'reasons',
    'Why',
    '{ban reasons}',
    'What you weighed. No threat, and nothing that sounds like “for now”.',
    {
      needs: ['ban reasons'],
    },
  ),
  open(
    'welcome',
    'Welcome',
    `We look forward to seeing you. ${CHILD} If you would like to talk about any of this, or about your child, please do.`,
    'A friendly end, in your own words.',
    { must: [CHILD] },
  ),
  answerPart('Questions', 'You do not need to do anything.'),
];

const NOT_BY_ITSELF =
  'They can end it, or let it go on for a time with new reasons. It does not go on by itself.';

/** D12: the invitation to comment before a review. */
export const banReview: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    paragraphs(
      'You have been asked not to come on to the school site. On or soon after {answer day}, {reviewer} looks at this afresh. They did not take the first decision.',
      NOT_BY_ITSELF,
    ),
    { needs: ['answer day', 'reviewer'], must: [NOT_BY_ITSELF] },
  ),
  fixed(
    'comments',
    'Tell us what you think',
    `Please tell us by {answer day} what has changed, what it means for you and your child, and what you would like. Write to {school email}, phone {school phone}, or let somebody speak for you. ${INTERPRETER}`,
    { needs: ['answer day', 'school email'], must: [INTERPRETER] },
  ),
  open(
    'new',
    'What we know now',
    'Nothing new has been reported to us since our last letter.',
    'Anything new since the last decision, good or bad. Facts only.',
  ),
  childPart,
  questionsPart,
];

/** D12: the decision after a review that lets the ban go on, with reasons of its own. */
export const banExtended: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    '{signer} has looked afresh at whether you should be asked not to come on to the school site, and has decided that it goes on for a time.',
    { needs: ['signer'] },
  ),
  open('reasons', 'Why', '{ban reasons}', 'Fresh reasons: what the risk is now. Not the old ones again.', {
    needs: ['ban reasons'],
  }),
  scopePart('It covers this:'),
  childPart,
  endPart,
  criticismPart,
  elsewherePart,
  dataPart(KEPT),
];
