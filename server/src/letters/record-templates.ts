import { fixed, paragraphs, type TemplatePart } from './template.ts';

/** D16: what was referred to an outside body, why, and who agreed (rule 15). */
export const referralRecord: readonly TemplatePart[] = [
  fixed('agency', 'To whom', paragraphs('{agency}', '{made to}', 'Made on {made at}.'), {
    needs: ['agency', 'made to', 'made at'],
  }),
  fixed('facts', 'What happened', paragraphs('{grounds}', '{referral facts}'), {
    needs: ['grounds', 'referral facts'],
  }),
  fixed('tried', 'What else was tried, and why this was needed', '{tried}', { needs: ['tried'] }),
  fixed('shared', 'What was shared', '{shared}', { needs: ['shared'] }),
  fixed(
    'basis',
    'On what basis',
    paragraphs('{basis}', 'Only what was needed for this was shared, with those who needed it.'),
    { needs: ['basis'] },
  ),
  fixed(
    'people',
    'Who prepared it, and who agreed',
    paragraphs('- Prepared by: {prepared by}', '- Agreed to by: {approved by}'),
    {
      needs: ['prepared by', 'approved by'],
    },
  ),
  fixed('parent', 'Whether the parent was told', '{parent told}', { needs: ['parent told'] }),
  fixed('next', 'What is expected now', paragraphs('{expected action}', '{hold}'), {
    needs: ['expected action', 'hold'],
  }),
];

const PRIVILEGE =
  'Confidential and privileged. This was written to get legal advice. Do not copy it, forward it or put it with any other paper of this matter.';

/** D17: a request for legal advice, for the people on its list and nobody else (S57). */
export const legalRequest: readonly TemplatePart[] = [
  fixed('privilege', '', PRIVILEGE, { must: [PRIVILEGE] }),
  fixed('readers', 'Who may read it', '{readers}', { needs: ['readers'] }),
  fixed('question', 'What we ask', paragraphs('To: {asked of}. Asked on {asked on}.', '{question}'), {
    needs: ['asked of', 'asked on', 'question'],
  }),
  fixed('chronology', 'What happened, in order', '{chronology}', { needs: ['chronology'] }),
  fixed('words', 'The words it is about', '{words}', { needs: ['words'] }),
  fixed('reach', 'Who has read them', '{reach}', { needs: ['reach'] }),
  fixed('harm', 'What harm there is, and how we know', '{harm}', { needs: ['harm'] }),
  fixed('remedy', 'What would put it right', '{remedy}', { needs: ['remedy'] }),
  fixed('budget', 'Who agreed to the cost', '{budget}', { needs: ['budget'] }),
];

/** D18: the record of a decision, for an auditor, a court or a request for data. It names nobody who raised it. */
export const decisionRecord: readonly TemplatePart[] = [
  fixed('outcome', 'What was decided', '{outcome}', { needs: ['outcome'] }),
  fixed('raised', 'What was raised', '{raised}', { needs: ['raised'] }),
  fixed(
    'clauses',
    'The clauses and the version in force',
    paragraphs('“{policy}”, {version}:', '{clauses}'),
    {
      needs: ['policy', 'version', 'clauses'],
    },
  ),
  fixed('handling', 'Feedback, or a matter of conduct', '{handling}', { needs: ['handling'] }),
  fixed('heard', 'How the parent was heard', '{heard}', { needs: ['heard'] }),
  fixed('facts', 'The facts found', '{facts}', { needs: ['facts'] }),
  fixed('account', 'The parent’s account, and how it was weighed', '{account}', { needs: ['account'] }),
  fixed('protected', 'Whether the words are criticism of the school', '{protected}', {
    needs: ['protected'],
  }),
  fixed('equality', 'Equality', '{equality}', { needs: ['equality'] }),
  fixed('aim', 'The aim', '{aim}', { needs: ['aim'] }),
  fixed('need', 'The facts that make a response necessary', '{need}', { needs: ['need'] }),
  fixed('least', 'The least step that could work', '{least}', { needs: ['least'] }),
  fixed('child', 'The effect on the child', '{effect on child}', { needs: ['effect on child'] }),
  fixed('consistency', 'Like cases', '{consistency}', { needs: ['consistency'] }),
  fixed('options', 'The options', paragraphs('{options}', '{weighed}'), { needs: ['options', 'weighed'] }),
  fixed('reasons', 'The reasons', paragraphs('{reasons}', '{jump}'), { needs: ['reasons'] }),
  fixed('interests', 'Who decided, and the interests declared', '{interests}', { needs: ['interests'] }),
  fixed('review', 'After the decision', '{review}'),
];
