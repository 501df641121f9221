import type { ClauseKind } from '../document.ts';

/** What is known of a clause when its kind is asked. */
export interface ClauseContext {
  readonly text: string;
  readonly stem?: string;
  readonly heading: string;
  readonly listed: boolean;
}

/** A kind, and whether the words left no doubt. */
export interface KindReading {
  readonly kind: ClauseKind;
  readonly sure: boolean;
}

const RESPONSE_ACT =
  /^(?:(?:the school|we|school|staff|a senior leader|the head ?teacher) (?:may|will|can|could|might) (?:then |also |first )?)?(?:be )?(?:send|sent|issu|invit|contact|seek|ban|remov|ask|speak|write|refer|report|meet|talk|request|arrang|offer|involv|inform|give|giv|tak|suspend|exclud|withdraw|restrict|bar|prohibit|legal advice|police|a (?:verbal|written|formal|warning|meeting|letter|ban|conversation)|verbal|written|formal|warning|gwahodd|anfon|cysylltu)/iu;
const RESPONSE_STEM =
  /\b(?:school|we|head ?teacher|governors?|ysgol)\b.*\b(?:may|will|can|could|might|gall)\b|\b(?:steps?|actions?|sanctions?|consequences?|stages?|outcomes?|responses?)\b/iu;
const BREACH_HEADING =
  /\b(?:breach\w*|consequences?|sanctions?|dealing with|what happens|if things go wrong|action)\b/iu;
const MODERATOR =
  /\b(?:moderators?|admins?|administrators?|class reps?|representatives?|organisers?|gweinydd\w+)\b/iu;
const MODERATOR_ACT =
  /\b(?:prerogative|remov\w+|delet\w+|right to|discretion|may (?:also )?(?:mute|warn|block|close)|hawl)\b/iu;
const ADDRESS = /\S+@\S+\.\S+|\bhttps?:|\b(?:0|\+44)[\d ]{9,}/u;
const CONCERN =
  /\b(?:concern(?:s|ed)?|worr(?:y|ied|ies)|complain(?:ts?)?|report(?:ed)?|raise|unhappy|pryder(?:on)?|bryder(?:us|on)?)\b/iu;
const TO_SCHOOL =
  /\b(?:contact|email|e-mail|speak (?:to|with)|talk to|tell|write to|ring|phone|report (?:it|this|them)? ?to|cysyllt\w+)\b/iu;
const PERSON =
  /\b(?:school|office|head ?teacher|head|teacher|leadership|SLT|DSL|deputy|moderators?|admins?|reps?|governors?|lead|member of staff|swyddfa|pennaeth|ysgol)\b/iu;
const DECISION =
  /\bproportion\w+|\bfinal decision\b|\bdecision\b.*\b(?:rests?|lies?|made by|taken by)\b|\bsuspects?, or becomes? aware|\b(?:gather|investigat)\w*\b.*\b(?:information|facts?|incident|concerns?|matter|complaints?|breach\w*)\b|\bcase[- ]by[- ]case\b/iu;
const SAFEGUARDING =
  /\bsafeguard\w*|\bchild protection\b|\bat risk of harm\b|\bdesignated\b.*\blead\b|\bdiogelu\b/iu;
const BELIEF =
  /\bwe believe\b|\bour (?:values|ethos|vision|beliefs?)\b|\bwe value\b|\brydym yn credu\b|\bcredwn\b/iu;
const BAD =
  /\b(?:inappropriate|unacceptable|not acceptable|(?:will|must|should|may|shall|do|are|is|can) not|won['’]t|don['’]t|cannot|can['’]t|never|not (?:for|to|allowed|permitted|be)|avoid|prohibited|forbidden|banned|no longer|peidio|ni (?:ddylid|chaniateir))\b/iu;
const EXPECT =
  /\bexpect\w*|\bwe (?:would |also |kindly )*(?:ask|request|require|encourage|want)\b|\b(?:parents?|carers?|members?|everyone|all|i|we) (?:and \w+ )?(?:will|agree to|promise to|undertake to)\b|\b(?:cytuno i|disgwyl\w*)\b/iu;
const GUIDE =
  /\b(?:guidelines?|rules?|should|must|please|shall|need to|are asked to|remember to|try to|dylai|dylid|rhaid|cofiwch)\b/iu;
const AGREEMENT =
  /\b(?:by (?:joining|using|remaining|being|staying|accepting|becoming)\b.*\b(?:agree|accept|deemed)|(?:deemed|taken) to (?:have )?(?:agree|accept)|drwy ymuno\b.*\bcytuno)/iu;
const SIGN_OFF =
  /\b(?:(?:policy|document|code)\b.*\b(?:was|has been|will be) (?:formally |next |last )?(?:adopted|approved|ratified|agreed|reviewed)\b|review(?:ed)? (?:it )?(?:annually|every|each year))/iu;
const PURPOSE =
  /\b(?:aims?|purpose|useful|helpful|benefits?|way of (?:communicat|shar|keep)\w+|intended|designed|sets? out|set clear|in (?:a|their) (?:personal|private) capacity|does not (?:post|run|manage|monitor|moderate|take part)|not (?:an )?official|(?:run|set up|managed|organised) by parents|introduction|nod|diben|pwrpas)\b/iu;
const IMPERATIVE =
  /^(?:please\b|do\b|don['’]t\b|never\b|always\b|no\b|only\b|keep\b|be\b|use\b|think\b|respect\b|treat\b|avoid\b|remember\b|check\b|ask\b|reply\b|respond\b|share\b|post\b|send\b|leave\b|mute\b|make sure\b|ensure\b|refrain\b|limit\b|stick\b|peidiwch\b|cofiwch\b)/iu;

function ofSchool({ text, stem, heading }: ClauseContext): KindReading | undefined {
  const all = `${heading} ${stem ?? ''} ${text}`;
  const laddered = stem !== undefined && RESPONSE_STEM.test(stem) && RESPONSE_ACT.test(text);
  if (laddered || (BREACH_HEADING.test(heading) && stem === undefined && RESPONSE_ACT.test(text))) {
    return { kind: 'response', sure: true };
  }
  if (MODERATOR.test(`${stem ?? ''} ${text}`) && MODERATOR_ACT.test(text))
    return { kind: 'moderator-right', sure: true };
  if (AGREEMENT.test(text)) return { kind: 'agreement', sure: true };
  if (SIGN_OFF.test(text)) return { kind: 'sign-off', sure: true };
  if (DECISION.test(text)) return { kind: 'decision-rule', sure: true };
  const routed = TO_SCHOOL.test(text) && (ADDRESS.test(text) || PERSON.test(text));
  if (CONCERN.test(all) && routed && (stem === undefined || !EXPECT.test(stem))) {
    return { kind: SAFEGUARDING.test(text) ? 'safeguarding' : 'concern-route', sure: true };
  }
  if (SAFEGUARDING.test(text)) return { kind: 'safeguarding', sure: true };
  return undefined;
}

function byStem(stem: string): KindReading | undefined {
  if (BELIEF.test(stem)) return { kind: 'belief', sure: true };
  if (BAD.test(stem)) return { kind: 'inappropriate-activity', sure: true };
  if (EXPECT.test(stem)) return { kind: 'expectation', sure: true };
  if (GUIDE.test(stem)) return { kind: 'guideline', sure: true };
  if (PURPOSE.test(stem)) return { kind: 'purpose', sure: true };
  return undefined;
}

/**
 * Says what a clause is for, from its words, the sentence before its list, and its heading, in that order of weight for
 * acts of the school and moderators, and stem first for conduct. Words that say nothing known give `text`.
 */
export function readKind(context: ClauseContext): KindReading {
  const { text, stem, heading, listed } = context;
  const school = ofSchool(context);
  if (school) return school;
  const stemmed = stem === undefined ? undefined : byStem(stem);
  if (stemmed) return stemmed;
  if (BELIEF.test(text)) return { kind: 'belief', sure: true };
  if (listed && byStem(heading)) return byStem(heading) ?? { kind: 'guideline', sure: false };
  if (PURPOSE.test(text)) return { kind: 'purpose', sure: true };
  if (EXPECT.test(text)) return { kind: 'expectation', sure: true };
  if (BAD.test(text) || GUIDE.test(text) || IMPERATIVE.test(text)) return { kind: 'guideline', sure: true };
  const above = byStem(heading);
  return above ? { kind: above.kind, sure: false } : { kind: 'text', sure: false };
}
