import type { CheckResult, Finding } from './check.ts';
import type { ClauseKey } from './clauses.ts';

/** A clause of the school's own policy, as far as the explanation needs it. */
export interface PolicyClause {
  readonly ref: string;
  readonly topics: readonly string[];
}

/** What a finding means, in words a parent would use, and the better place to take it. */
const WORDS: Readonly<Record<ClauseKey, { what: string; better: string }>> = {
  grievance: {
    what: 'complains about a member of staff, a parent or a child',
    better: 'Tell the class teacher or the school office instead: they can put it right.',
  },
  'policy-challenge': {
    what: 'argues with a school rule or decision in front of the group',
    better: 'Ask the school office or the head teacher: they can change it, the group cannot.',
  },
  child: {
    what: 'talks about a particular child',
    better: 'Better told to the class teacher, in private.',
  },
  abuse: {
    what: 'makes a personal or unkind remark about somebody',
    better: 'Say what happened and leave out what you think of the person.',
  },
  anger: {
    what: 'sounds angry or uses strong language',
    better: 'Wait a little, then say what you need in plain words.',
  },
  threat: {
    what: 'could be read as a threat',
    better: 'Leave it out. If somebody is in danger, call 999. If not, talk to the school.',
  },
  defamation: {
    what: 'states something as a fact that could do serious damage to a name',
    better: 'If you are worried, tell the head teacher in private and say what you saw yourself.',
  },
  disrepute: {
    what: 'runs the school down',
    better: 'Tell the school or its governors what should be better: they have to answer.',
  },
  discrimination: {
    what: 'could hurt people because of who they are',
    better: 'Leave it out. Everyone in the group should feel welcome.',
  },
  politics: {
    what: 'gives an opinion on politics or the news',
    better: 'Keep it for another place: this group is for school matters.',
  },
  private: {
    what: 'seems meant for one person only',
    better: 'Send it to that person directly.',
  },
};

const SAFEGUARDING =
  "This may mean that somebody is at risk of harm. Tell the school's safeguarding lead now; if somebody is in danger, call 999.";
const NOT_CHECKED =
  'Not checked: the checker reads English only, and this message seems to be in another language.';
const NOTHING = 'Nothing in this message seems to touch the code of conduct.';

function likelihood(score: number): string {
  if (score >= 0.8) return 'very likely';
  return score >= 0.5 ? 'likely' : 'possibly';
}

function refs(clause: ClauseKey, clauses: readonly PolicyClause[]): string {
  const found = clauses.filter(({ topics }) => topics.includes(clause)).map(({ ref }) => ref);
  if (found.length === 0) return '';
  return found.length === 1
    ? ` (clause ${found[0]})`
    : ` (clauses ${found.slice(0, -1).join(', ')} and ${found.at(-1)})`;
}

function quote(finding: Finding, text: string | undefined): string {
  if (finding.spans.length === 0) return ' Read together with the messages around it.';
  if (text === undefined) return '';
  const words = finding.spans.slice(0, 3).map(([start, end]) => `“${text.slice(start, end).trim()}”`);
  return ` What led to this: ${words.join(', ')}.`;
}

/**
 * Says in plain sentences what was found in a message, why, and what would be better.
 * @param result what `check` said of the message
 * @param clauses the clauses of the school's policy, for their numbers
 * @param text the message, to quote the words that led to it
 * @returns one sentence or short paragraph a finding, in order of likelihood; never empty
 */
export function explain(result: CheckResult, clauses: readonly PolicyClause[], text?: string): string[] {
  if (!result.checked) return [NOT_CHECKED];
  const sentences = result.route === null ? [] : [SAFEGUARDING];
  for (const finding of result.clauses.toSorted((a, b) => b.score - a.score)) {
    const { what, better } = WORDS[finding.clause];
    sentences.push(
      `This ${likelihood(finding.score)} ${what}${refs(finding.clause, clauses)}.${quote(finding, text)} ${better}`,
    );
  }
  return sentences.length === 0 ? [NOTHING] : sentences;
}
