import type { ClauseKind } from '../document.ts';
import { gist } from '../text/spans.ts';
import { responseKind } from './responses.ts';
import { polarityOfMark } from './strength.ts';

/** What is known of a clause when its kind is asked. */
export interface ClauseContext {
  readonly text: string;
  /** The sentence or sentences that lead to it. */
  readonly lead?: string;
  readonly heading: string;
  /** Whether it is an item of a list. */
  readonly listed: boolean;
  /** The school's own sign before it. */
  readonly marker?: string;
}

/** A kind, and whether the words left no doubt. */
export interface KindReading {
  readonly kind: ClauseKind;
  readonly sure: boolean;
}

const SCHOOL =
  '(?:school|academy|federation|trust|college|nursery|we|governors?|governing (?:body|board)|head ?-?teacher|head|principal|ysgol)';
const RESPONSE_LEAD = new RegExp(
  `\\b${SCHOOL}\\b.{0,40}\\b(?:may|will|can|could|might|gall|reserves? the right to)\\b(?!.*\\b(?:never|not) (?:be )?$)|\\bgall(?:ai)? yr ysgol\\b|\\b(?:steps?|sanctions?|consequences?|stages?|outcomes?|responses?|what (?:happens|happened|we (?:may|might|can|will|could) do)|how we respond|if (?:you|someone|somebody|anyone|a member|a parent|people) (?:breaks?|ignores?|breach(?:es)?) (?:the|these|our|this)|if things go wrong|breach(?:es)? of)\\b`,
  'iu',
);
const MAY_ACT = new RegExp(
  `\\b${SCHOOL} (?:may|can|could|might|reserves? the right to)\\b|\\bgall(?:ai)? yr ysgol\\b`,
  'iu',
);
/** What the school will do once something has happened: as much a step as what it may do. */
const WILL_ACT = new RegExp(
  `\\b(?:if|after|when|where|following|again)\\b.*\\b${SCHOOL} will\\b|\\b${SCHOOL} will\\b.*\\b(?:if|after|when|where|following|again)\\b`,
  'iu',
);
const BREACH =
  /\b(?:breach\w*|break\w*|abus\w+|serious\w*|incidents?|misus\w+|repeated\w*|persist\w*|upset\w*|hurt\w*|unkind\w*|continu\w+|happens? again|carr(?:y|ies) on|second time|warnings?|goes wrong|go wrong|rules|concerns?|offensive|inappropriate|unacceptable|consequences?|sanctions?)\b/iu;
const MODERATOR =
  /\b(?:moderators?|admins?|administrators?|class reps?|reps|representatives?|organisers?|gweinydd\w+)\b/iu;
const MODERATOR_ACT =
  /\b(?:prerogative|remov\w+|delet\w+|right to|discretion|may (?:also )?(?:mute|warn|block|close)|(?:do|does|need) not (?:need|have)? ?to|need not|volunteers?|not (?:required|expected)|hawl)\b/iu;
const MODERATOR_SUBJECT =
  /^\W*(?:the |each |all |our |every |a |any |two |both )?(?:class |group |year |whatsapp |parent )*(?:moderators?|admins?|administrators?|reps?|representatives?|organisers?)\b(?!['’])/iu;
const DUTY =
  /\b(?:will|must|should|shall|are (?:asked|expected|required|responsible)|is (?:asked|expected|required|responsible)|agree to|have to|need to|role|duties|responsibilit(?:y|ies))\b/iu;
const LIABILITY =
  /\b(?:(?:not|nor|n['’]t|no)\b.{0,60}\b(?:liab(?:le|ility)|responsib(?:le|ility)|accountab(?:le|ility))|accepts? no (?:responsibility|liability)|(?:personally |legally )(?:liable|responsible)|liable for|at (?:their|your) own risk)\b/iu;
/** What can be done with a moderator, as no school does it with a parent. */
const STEP_DOWN =
  /\b(?:step down|stand down|stood down|replac\w+|(?:removed?|relieved?|lose|losing) (?:\p{L}+ ){0,4}(?:role|position|post|duties|rights)|no longer (?:be|act as) (?:a |an |the )?(?:moderator|admin\w*|rep\w*)|appoint (?:another|a new))\b/iu;
const ADDRESS = /\S@[^\s@]{1,100}\.\w|\bhttps?:|\b(?:0|\+44)[\d ]{9,}/u;
const CONCERN =
  /\b(?:concern(?:s|ed)?|worr(?:y|ies|ied)|complain(?:ts?)?|report(?:ed)?|raise|unhappy|if (?:you|i|anyone) (?:see|notice|receive|spot|feel|need)|bullying|in the first instance|first port of call|who to (?:ask|contact|speak to|talk to)|pryder(?:on)?|bryder(?:us|on)?)\b/iu;
const CONTACT_HEADING = /\b(?:contacts?|questions|who to (?:ask|contact|speak to|talk to))\b/iu;
const TO_SCHOOL =
  /\b(?:contact|email|e-mail|speak (?:to|with)|talk to|tell|write to|ring|phone|report (?:it|this|them)? ?to|polic(?:y|ies)|procedures?|come (?:and|in to|to) see|see (?:us|the|your)|cysyllt\w+)\b/iu;
const PERSON =
  /\b(?:school|us|office|head ?teacher|head|principal|teacher|leadership|SLT|DSL|deputy|moderators?|admins?|reps?|governors?|lead|member of staff|polic(?:y|ies)|procedures?|swyddfa|pennaeth|ysgol)\b/iu;
/** An item that begins with whom to go to: "with the form tutor", "the headteacher", "Step 1: speak to...". */
const FIRST_ROLE =
  /^(?:with|to|by|via|through)?:? ?(?:your |the |a |our |their )*(?:child['’]s )?(?:class |form |head |year |phase |deputy |assistant )*(?:teacher|tutor|head ?-?teacher|head|principal|leader|lead|rep|governors?|chair|office|DSL|moderator|admin)/iu;
const DECISION =
  /\bproportion\w+|\bfinal decision\b|\bdecision\b.*\b(?:rests?|lies?|made by|taken by|is final)\b|\bwill decide\b|\bpenderfyniad terfynol\b|\bdecision of\b.*\bfinal\b|\bsuspects?, or becomes? aware|\b(?:gather|investigat|look into)\w*\b.*\b(?:information|facts?|incident|concerns?|matter|complaints?|breach\w*)\b|\bcase[- ]by[- ]case\b/iu;
const SAFEGUARDING =
  /\bsafeguard\w*|\bchild protection\b|\bat risk of harm\b|\bchild is at risk\b|\bdiogelu\b/iu;
const BELIEF =
  /\bwe believe\b|\bour (?:values|ethos|vision|beliefs?)\b|\bwe value\b|\brydym yn credu\b|\bcredwn\b/iu;
const BAD =
  /\b(?:inappropriate|unacceptable|unsuitable|unwelcome|off[- ]limits|out of bounds|zero tolerance|nobody|no[- ]one|no (?:member|parent|carer|person|user|family)|refrain\w*|not (?:acceptable|appropriate|suitable|welcome|ok(?:ay)?|fine|tolerated?|want\w*)|(?:will|must|should|may|shall|do|are|is|can|could|would) not|(?:wo|must|should|ca|could|would|is|are)n['’]?t|don['’]?ts?|cannot|can['’]t|never|not (?:for|to|allowed|permitted|be|between|after|before|at (?:night|weekends))|avoid|prohibited|forbidden|banned|peidio|ni (?:ddylid|chaniateir))\b/iu;
const EXPECT =
  /\bexpect\w*|\bwe (?:would |also |kindly )*(?:ask|request|require|encourage|want)\b|\b(?:parents?|carers?|members?|everyone|all|i|we|the school|school|staff|teachers|pupils|children|students|visitors|families|governors) (?:(?:and|or|\/) \w+ )?(?:will|agree to|promise to|undertake to)\b|\b(?:cytuno i|disgwyl\w*)\b/iu;
const GUIDE =
  /\b(?:guidelines?|rules?|should|must|please|shall|need to|are asked to|remember to|try to|what we ask|being kind|quiet hours|oriau tawel|who (?:can|may) join|dylai|dylid|rhaid|cofiwch)\b|^(?:do|dos|do['’]s|yes)$|\bonly\b.*\b(?:can|may)\b/iu;
const AGREEMENT =
  /\b(?:by (?:joining|using|remaining|being|staying|accepting|becoming)\b.*\b(?:agree|accept|deemed|accepted)|(?:deemed|taken) to (?:have )?(?:agree|accept)|drwy ymuno\b.*\bcytuno)/iu;
const SIGN_OFF =
  /\b(?:(?:policy|document|code|guidance|guidelines|agreement)\b.*\b(?:was|were|has been|have been|will be) (?:formally |next |last )?(?:adopted|approved|ratified|agreed|reviewed)\b|review(?:ed)? (?:it )?(?:annually|every|each year)|\b(?:review|look at|revisit|update) (?:this|it|these|the \w+|our \w+)\b.*\b(?:again|annually|every|each|(?:19|20)\d\d)\b|\bwhen was (?:this|it)\b)/iu;
const PURPOSE =
  /^why\b|\b(?:aims?|(?<!on )purpose|useful|friendly way|helpful|benefits?|why we|way of (?:communicat|shar|keep)\w+|help (?:families|parents|us)|intended|designed|sets? out|set clear|applies to|be read alongside|in (?:a|their) (?:personal|private) capacity|does not (?:post|run|manage|monitor|moderate|take part)|not (?:an )?official|(?:run|set up|managed|organised) by parents|introduction|nod|diben|pwrpas)\b/iu;
const FOR = /\b(?:groups?|chats?) (?:are|is) for\b/iu;
const IMPERATIVE =
  /^(?:please|do|don['’]t|never|always|no|only|keep|be|use|think|respect|treat|avoid|remember|check|ask|reply|respond|share|post|send|leave|mute|make sure|ensure|refrain|limit|stick|say|welcome|talk|speak|listen|help|show|write|read|tell|let|support|model|consider|work|contact|set|stay|give|take|stop|come|raise|follow|agree|add|remove|wait|pause|assume|introduce|focus|turn|refer|direct|protect|ring|call|approach|seek|correct|celebrate|thank|include|look|bring|hand|pass|report|switch|tag|choose|accept|understand|make|put|get|go|see|find|try|aim|learn|pick|start|leave|peidiwch|cofiwch|byddwch|gofynnwch)\b(?! of\b)/iu;

/** A step of the ladder: named under a lead such as "the school may", or in a sentence that says what the school may do. */
function isResponse({ text, lead, heading, listed }: ClauseContext): boolean {
  const before = lead ?? (listed ? heading : '');
  const known = responseKind(text) !== 'other';
  if (before !== '') {
    if (MODERATOR.test(before) || SAFEGUARDING.test(text)) return false;
    return RESPONSE_LEAD.test(before) && (known || MAY_ACT.test(before));
  }
  const acts = MAY_ACT.test(text) || WILL_ACT.test(text);
  return known && acts && BREACH.test(`${heading} ${text}`) && !MODERATOR.test(text);
}

/** What may follow for a moderator who breaks the policy: said of a breach by a moderator, or of stepping down. */
function isModeratorSanction({ text, lead, heading }: ClauseContext): boolean {
  const led = lead ?? '';
  if (MODERATOR.test(led) && /\b(?:if|where|when|should)\b/iu.test(led) && BREACH.test(led)) return true;
  const whose = `${heading} ${led} ${text}`;
  return (
    MODERATOR.test(whose) && STEP_DOWN.test(text) && (BREACH.test(whose) || MAY_ACT.test(`${led} ${text}`))
  );
}

/** What moderators are asked to do: they are the subject of the words or of what leads them, and it is no permission. */
function isModeratorDuty({ text, lead }: ClauseContext): boolean {
  const subject = MODERATOR_SUBJECT.test(lead ?? text);
  const asked = lead ?? text;
  if (
    !subject ||
    /\b(?:may|can|prerogative|right to|discretion|need not|(?:do|does) not (?:need|have) to|volunteers?)\b/iu.test(
      asked,
    )
  ) {
    return false;
  }
  return DUTY.test(asked);
}

const MODERATOR_HEADING =
  /^(?:for |rules for |(?:the )?(?:role|duties|responsibilities) of |expectations (?:of|for) |what )?(?:the |our )?(?:class |group |year |parent |whatsapp )*(?:moderators?|admins?|administrators?|reps?|representatives?)(?:['’]s?)?(?: (?:do|role|duties|responsibilities))?\??$/iu;
const PERMITTED =
  /\b(?:may|can|could|need not|free to|(?:do|does) not (?:need|have) to|don['’]t (?:need|have) to|prerogative|right to|discretion)\b/iu;

/** An item under a heading that speaks to moderators: what they may do, or what they are asked to do. */
function forModerators(text: string): ClauseKind {
  return PERMITTED.test(text) ? 'moderator-right' : 'moderator-duty';
}

function ofSchool(context: ClauseContext): ClauseKind | undefined {
  const { text, lead, heading, listed } = context;
  const around = `${lead ?? ''} ${text}`;
  if (AGREEMENT.test(text)) return 'agreement';
  if (SIGN_OFF.test(text) || /\bwhen was (?:this|it)\b/iu.test(lead ?? '')) return 'sign-off';
  if (lead === undefined && DECISION.test(text)) return 'decision-rule';
  if (isResponse(context)) return 'response';
  if (isModeratorSanction(context)) return 'moderator-sanction';
  const powers = /\b(?:remov\w+|delet\w+|prerogative|right to|discretion)\b/iu.test(text);
  if (LIABILITY.test(text) && !powers && !EXPECT.test(lead ?? '') && !BAD.test(lead ?? ''))
    return 'liability';
  if (isModeratorDuty(context)) return 'moderator-duty';
  if (listed && lead === undefined && MODERATOR_HEADING.test(heading)) return forModerators(text);
  if (MODERATOR.test(around) && MODERATOR_ACT.test(around)) return 'moderator-right';
  if (DECISION.test(text)) return 'decision-rule';
  if (/\bread (?:(?:this|it|them)(?: \w+)? )?(?:alongside|with|in conjunction)\b/iu.test(text))
    return 'purpose';
  if (listed && CONCERN.test(lead ?? '') && FIRST_ROLE.test(text)) return 'concern-route';
  const routed =
    (TO_SCHOOL.test(text) && (ADDRESS.test(text) || PERSON.test(text))) ||
    (CONTACT_HEADING.test(heading) && (ADDRESS.test(text) || (listed && PERSON.test(text))));
  if (routed && CONCERN.test(`${heading} ${around}`) && !EXPECT.test(lead ?? '') && !GUIDE.test(lead ?? '')) {
    return SAFEGUARDING.test(text) ? 'safeguarding' : 'concern-route';
  }
  if (SAFEGUARDING.test(text)) return 'safeguarding';
  return CONTACT_HEADING.test(heading) && ADDRESS.test(text) ? 'concern-route' : undefined;
}

/** What the words before a list, or a heading, say of what stands under them. */
function byLead(lead: string): ClauseKind | undefined {
  if (BELIEF.test(lead)) return 'belief';
  if (BAD.test(lead)) return 'inappropriate-activity';
  if (EXPECT.test(lead)) return 'expectation';
  if (GUIDE.test(lead)) return 'guideline';
  return PURPOSE.test(lead) || FOR.test(lead) ? 'purpose' : undefined;
}

/** What a tick or a cross says: a cross is never wanted; a tick is wanted as far as its list's lead says for what. */
function byMark({ lead, marker }: ClauseContext): ClauseKind | undefined {
  const polarity = polarityOfMark(marker);
  if (polarity === undefined) return undefined;
  if (polarity === 'do-not') return 'inappropriate-activity';
  const led = lead === undefined ? undefined : byLead(lead);
  return led === undefined || led === 'inappropriate-activity' ? 'guideline' : led;
}

/** "Members may leave at any time": what a member is free to do. */
const PERMIT =
  /^(?:members?|parents?|carers?|you|anyone|everyone|famil(?:y|ies))\b.{0,40}\b(?:may|can|(?:is|are) free to|need not|(?:do|does) not have to|don['’]t (?:have|need) to)\b/iu;
/** What a word means in the document: nothing follows from it. */
const DEFINITION = /^["“'‘][^"”'’]{1,60}["”'’] (?:means|refers to|includes|is defined as)\b/iu;
const NOUN_FIRST = /^(?:\p{L}+ing\b|(?:the |any |other )?\p{L}+ (?:of|on|about|in|from)\b)/iu;

/**
 * Whether an item under a heading alone says what it wants: a heading that forbids or that names a purpose carries its
 * items; "Rules" over "Parking on the zig-zags" does not tell whether that is a rule to do it.
 */
function tellsItself({ text }: ClauseContext, above: ClauseKind): boolean {
  if (above !== 'guideline' && above !== 'expectation') return true;
  if (IMPERATIVE.test(text) || BAD.test(text) || GUIDE.test(text) || EXPECT.test(text) || PERMIT.test(text))
    return true;
  return !NOUN_FIRST.test(text) && text.split(' ').length > 3;
}

/**
 * Says what a clause is for, from its words, the sentences that lead to it, and its heading. Acts of the school and of
 * moderators are told by the words themselves; for conduct, what leads the list weighs more, as it says whether the
 * items are wanted or not. Words that say nothing known give `text`.
 */
export function readKind(whole: ClauseContext): KindReading {
  const context: ClauseContext = {
    ...whole,
    text: gist(whole.text),
    ...(whole.lead === undefined ? {} : { lead: gist(whole.lead) }),
  };
  const { text, lead, heading, listed } = context;
  if (DEFINITION.test(text)) return { kind: 'text', sure: true };
  const kind = ofSchool(context) ?? byMark(context) ?? (lead === undefined ? undefined : byLead(lead));
  if (kind) return { kind, sure: true };
  if (BELIEF.test(text)) return { kind: 'belief', sure: true };
  const above = byLead(heading);
  if (listed && above && (lead !== undefined || tellsItself(context, above)))
    return { kind: above, sure: true };
  if (PURPOSE.test(text)) return { kind: 'purpose', sure: true };
  if (EXPECT.test(text)) return { kind: 'expectation', sure: true };
  if (BAD.test(text) || GUIDE.test(text) || IMPERATIVE.test(text)) return { kind: 'guideline', sure: true };
  if (PERMIT.test(text)) return { kind: 'guideline', sure: true };
  // An item of which nothing says whether it is wanted is asked about, never guessed.
  return above && !listed ? { kind: above, sure: false } : { kind: 'text', sure: false };
}
