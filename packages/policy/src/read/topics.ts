import { CLAUSE_TOPICS, type ClauseForce, type ClauseKind, type ClauseTopic } from '../document.ts';
import { gist } from '../text/spans.ts';

const SIGNS: Record<ClauseTopic, RegExp> = {
  grievance:
    /\bgrievances?\b|\b(?:air|express|share|voice)\w* (?:\w+ ){0,3}(?:views?|opinions?|concerns?|complaints?|criticisms?)\b(?!.*(?:current affairs|politic))|\bcomplain(?:ts?|ing)? (?:about|regarding|against)\b|\b(?:critic\w+|negative (?:comments?|views?)|moan\w*) (?:\w+ ){0,3}(?:staff|teachers?|parents?)\b/iu,
  'policy-challenge':
    /\bchalleng\w+ (?:\w+ ){0,3}(?:polic\w+|decisions?|rules?)\b|\bcritic\w+ (?:\w+ ){0,3}(?:polic\w+|decisions?|rules?)\b/iu,
  child:
    /\bindividual (?:child(?:ren)?|pupils?|students?)\b|\b(?:discuss|name|naming|identify|mention|talk about|comment on)\w* (?:\w+['’]?s? ){0,5}(?:child(?:ren)?|pupils?|students?)\b|\bplant unigol\b|\b(?:other|another) (?:people['’]s|parents?['’]s?|families['’]|family['’]s) child(?:ren)?\b/iu,
  abuse:
    /\babus(?:e|ive)\b|\bpersonal (?:comments?|attacks?|remarks?)\b|\binsult\w*|\bbully\w*|\bderogatory\b|\brude\b|\bunkind\b|\b(?:mock|belittl|ridicul|harass|sarcas)\w*|\boffensive (?:comments?|remarks?)\b/iu,
  anger:
    /\banger\b|\bangry\b|\bswear\w*|\b(?:offensive|bad|foul|abusive|aggressive|inappropriate) language\b|\baggressive\b|\bprofan\w+|\brhegi\b/iu,
  threat: /\bthreat\w*|\bintimidat\w+|\bbygwth\w*/iu,
  defamation: /\bdefam\w+|\blibel\w*|\bslander\w*|\bmalicious (?:gossip|rumou?rs?)\b/iu,
  disrepute:
    /\bdisrepute\b|\b(?:reputation|good name) of (?:the|our) school\b|\bschool['’]s (?:reputation|good name)\b/iu,
  discrimination:
    /\bcultural (?:sensitivit\w+|differences?)\b|\bdiscriminat\w+|\bracis\w+|\bsexis\w+|\b(?:homo|trans|islamo)phobi\w+|\bantisemit\w+|\bprotected characteristics?\b|\bhate(?:ful)? (?:speech|language|comments?)\b/iu,
  politics: /\bpolitic\w*|\bcurrent affairs\b|\bcampaign\w*|\bpetitions?\b|\bgwleidyddol\b/iu,
  private:
    /\bprivate (?:conversations?|chats?|messages?|discussions?)\b|\b(?:one[- ]to[- ]one|1:1|individual|personal) (?:conversations?|chats?|messages?)\b|\bsgyrsiau preifat\b/iu,
};

/** Subjects on which criticism is lawful: a clause about them is an expectation only (rule 19: S24, S25, S38, S41). */
const EXPECTATION_ONLY: readonly ClauseTopic[] = ['grievance', 'politics', 'disrepute', 'policy-challenge'];
const VALUES = /\b(?:ethos|vision|values)\b/iu;

/** The kinds of clause that a parent can keep to or breach. */
export const CONDUCT_KINDS: readonly ClauseKind[] = [
  'guideline',
  'expectation',
  'inappropriate-activity',
  'agreement',
];

/** What a clause of conduct is about, in the labelling guide's order; nothing for a clause of any other kind. */
export function topicsOf(text: string, kind: ClauseKind): readonly ClauseTopic[] {
  return CONDUCT_KINDS.includes(kind) ? CLAUSE_TOPICS.filter((topic) => SIGNS[topic].test(gist(text))) : [];
}

/**
 * Whether a breach of a clause can be answered by a response from the ladder (rule 19). Clauses about grievances,
 * politics, disrepute or challenging policies are expectations only, so is respect for the school's values (S29), and so
 * is everything that is no rule of conduct.
 */
export function forceOf(text: string, kind: ClauseKind, topics: readonly ClauseTopic[]): ClauseForce {
  if (!CONDUCT_KINDS.includes(kind) || kind === 'agreement') return 'expectation';
  if (topics.some((topic) => EXPECTATION_ONLY.includes(topic))) return 'expectation';
  return topics.length === 0 && VALUES.test(gist(text)) ? 'expectation' : 'rule';
}

/** The topics of an expectation-only clause that are not themselves expectation-only: it says two things at once. */
export function mixedTopics(topics: readonly ClauseTopic[]): readonly ClauseTopic[] {
  const rest = topics.filter((topic) => !EXPECTATION_ONLY.includes(topic));
  return rest.length < topics.length ? rest : [];
}
