import type {
  ClauseForce,
  ClauseKind,
  ClauseTopic,
  GroupType,
  Polarity,
  PolicyDocument,
  ResponseKind,
  Strength,
} from '@handbell/policy';
import { formatCount } from '../ui/index.ts';
import type { SigningMethod } from './signing.ts';

/** What each kind of clause is called on the desk, and what it means. */
export const KIND_WORDS: Readonly<Record<ClauseKind, { readonly name: string; readonly about: string }>> = {
  purpose: {
    name: 'What the groups are for',
    about: 'Says why the groups are useful and who sends messages.',
  },
  belief: { name: 'What the school believes', about: 'Says what matters to the school.' },
  guideline: { name: 'Guideline', about: 'Says how a group should or should not be used.' },
  expectation: { name: 'What is expected of people', about: 'Says how people should behave.' },
  'inappropriate-activity': { name: 'Not appropriate', about: 'Names something that people should not do.' },
  safeguarding: { name: 'Safeguarding', about: 'Says how the school keeps children safe.' },
  'concern-route': { name: 'How to raise a concern', about: 'Says whom to tell, and how.' },
  response: {
    name: 'A step the school may take',
    about: 'Says what the school may do when the code is broken.',
  },
  'decision-rule': { name: 'How it is decided', about: 'Says who decides, and how.' },
  'moderator-duty': {
    name: 'What moderators are asked to do',
    about: 'Says what a group’s own moderators look after.',
  },
  'moderator-right': {
    name: 'What moderators may do',
    about: 'Says what a group’s own moderators may decide.',
  },
  'moderator-sanction': {
    name: 'If a moderator breaks the rules',
    about: 'Says what may happen to a moderator. It gives the school no step against a parent.',
  },
  liability: { name: 'Who is responsible', about: 'Says who answers for what, and who does not.' },
  'sign-off': { name: 'Adoption or signature', about: 'Says who adopted or signed the policy.' },
  agreement: { name: 'What people agree to', about: 'The words that parents sign.' },
  text: { name: 'Other words', about: 'Kept as it is. Nothing follows from it.' },
};

/** What each topic is called. */
export const TOPIC_WORDS: Readonly<Record<ClauseTopic, string>> = {
  grievance: 'Views or grievances about somebody',
  'policy-challenge': 'Challenging school policies',
  child: 'A single child',
  abuse: 'Abusive or personal comments',
  anger: 'Anger or swearing',
  threat: 'Threats',
  defamation: 'Defamation',
  disrepute: 'The school’s good name',
  discrimination: 'Respect for everybody',
  politics: 'Politics',
  private: 'Private conversations',
  images: 'Photographs and film of pupils',
  promotion: 'Advertising and selling',
  rumour: 'Rumours',
  'personal-data': 'Personal information',
  confidentiality: 'Keeping things in the group',
  spam: 'Chain messages and too many messages',
  'quiet-hours': 'Quiet hours',
  bullying: 'Bullying and leaving people out',
  membership: 'Who can join and leave',
  handover: 'Handing a group over',
  screenshots: 'Screenshots and passing messages on',
  announcements: 'Announcements only',
};

/** What can follow when somebody goes against a clause (rule 19). */
export const FORCE_WORDS: Readonly<Record<ClauseForce, string>> = {
  rule: 'Can lead to a step by the school',
  expectation: 'Expectation only',
};

/** How strongly a clause asks. */
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  must: 'It must be kept',
  please: 'It asks: please, should',
  optional: 'It leaves the choice: may, if you wish',
};

/** Whether a clause of conduct names something wanted or unwanted. */
export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  do: 'Something to do',
  'do-not': 'Something not to do',
};

/** What each response is called. */
export const RESPONSE_WORDS: Readonly<Record<ResponseKind, string>> = {
  advice: 'Advice or a conversation',
  'warning-letter': 'Warning letter',
  meeting: 'Meeting',
  authorities: 'Contacting the authorities',
  'legal-advice': 'Legal advice',
  'site-ban': 'Ban from the school site',
  'group-removal': 'Removal from the group',
  other: 'Another step',
};

/** How a signature came, in words. */
export const SIGNING_WORDS: Readonly<Record<SigningMethod, string>> = {
  screen: 'on screen',
  link: 'on screen, by a personal link',
  paper: 'on paper',
};

/** What each type of group is called. */
export const GROUP_WORDS: Readonly<Record<GroupType, string>> = {
  class: 'Class groups',
  year: 'Year groups',
  pta: 'PTA groups',
};

/** Things in a row: "Class groups, year groups and PTA groups". */
export function inWords(list: readonly string[]): string {
  const [first = '', ...rest] = list;
  const small = [
    first,
    ...rest.map((each) => (/^\p{Lu}{2}/u.test(each) ? each : each.charAt(0).toLowerCase() + each.slice(1))),
  ];
  return new Intl.ListFormat('en-GB').format(small.filter((each) => each !== ''));
}

/** How long a document is: "5 sections, 38 clauses". */
export function sizeInWords({ sections }: PolicyDocument): string {
  const clauses = sections.reduce((sum, section) => sum + section.clauses.length, 0);
  return `${formatCount(sections.length, 'section', 'sections')}, ${formatCount(clauses, 'clause', 'clauses')}`;
}

const CONDUCT: readonly ClauseKind[] = ['guideline', 'expectation', 'inappropriate-activity', 'agreement'];

/** Whether people can go against a clause of this kind at all. */
export function isConduct(kind: ClauseKind): boolean {
  return CONDUCT.includes(kind);
}
