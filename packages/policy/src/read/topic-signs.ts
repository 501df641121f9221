import type { ClauseTopic } from '../document.ts';

/** The words by which each topic is known, in English and, where schools use it so, in Welsh. */
export const TOPIC_SIGNS: Record<ClauseTopic, RegExp> = {
  grievance:
    /\bgrievances?\b|\b(?:air|express|share|voice)\w* (?:\w+ ){0,3}(?:views?|opinions?|concerns?|complaints?|criticisms?)\b(?!.*(?:current affairs|politic))|\bcomplain(?:ts?|ing)? (?:about|regarding|against)\b|\b(?:critic\w+|negative (?:comments?|views?)|moan\w*) (?:\w+ ){0,3}(?:staff|teachers?|parents?)\b/iu,
  'policy-challenge':
    /\bchalleng\w+ (?:\w+ ){0,3}(?:polic\w+|decisions?|rules?)\b|\bcritic\w+ (?:\w+ ){0,3}(?:polic\w+|decisions?|rules?)\b/iu,
  child:
    /\bindividual (?:child(?:ren)?|pupils?|students?)\b|\b(?:discuss|name|naming|identify|mention|talk about|comment on)\w* (?:\w+['’]?s? ){0,5}(?:child(?:ren)?|pupils?|students?)\b|\bplant unigol\b|\b(?:other|another) (?:people['’]s|parents?['’]s?|families['’]|family['’]s) child(?:ren)?\b/iu,
  abuse:
    /\babus(?:e|ive)\b|\bpersonal (?:comments?|attacks?|remarks?)\b|\binsult\w*|\bbully\w*|\bderogatory\b|\brude\b|\bunkind\b|\b(?:mock|belittl|ridicul|harass|sarcas)\w*|\boffensive (?:comments?|remarks?)\b/iu,
  anger:
    /\banger\b|\bangry\b|\bswear\w*|\b(?:offensive|bad|foul|abusive|aggressive|inappropriate) language\b|\baggressive\b|\bprofan\w+|\brhegi\b|\banweddus\b/iu,
  threat: /\bthreat\w*|\bintimidat\w+|\b[bf]ygyth\w*|\bbygwth\w*|\bfygwth\w*/iu,
  defamation: /\bdefam\w+|\blibel\w*|\bslander\w*|\bmalicious (?:gossip|rumou?rs?)\b/iu,
  disrepute:
    /\bdisrepute\b|\b(?:reputation|good name) of (?:the|our) school\b|\bschool['’]s (?:reputation|good name)\b/iu,
  discrimination:
    /\bcultural (?:sensitivit\w+|differences?)\b|\bdiscriminat\w+|\bracis\w+|\bsexis\w+|\b(?:homo|trans|islamo)phobi\w+|\bantisemit\w+|\bprotected characteristics?\b|\bhate(?:ful)? (?:speech|language|comments?)\b/iu,
  politics: /\bpolitic\w*|\bcurrent affairs\b|\bcampaign\w*|\bpetitions?\b|\bgwleidyddol\b/iu,
  private:
    /\bprivate (?:conversations?|chats?|messages?|discussions?)\b|\b(?:one[- ]to[- ]one|1:1|individual|personal) (?:conversations?|chats?|messages?)\b|\bsgyrsiau preifat\b/iu,
  images:
    /\b(?:photo(?:graph)?s?|photograph(?:y|ing|ed)|pictures?|images?|film(?:s|ing|ed)?|video(?:s|ed|ing)?|recordings?|selfies?|lluniau|ffotograff\w*|fideos?)\b/iu,
  promotion:
    /\b(?:advert\w*|sell(?:s|ing)?|for sale|market(?:ing|ed)|commercial\w*|sponsor\w*|raffles?|fund-?rais\w*|crowd-?fund\w*|raising money|touting|hysbyseb\w*)\b|\b(?:own|your|their|a|any|personal|family|local|private) business(?:es)?\b|\bpromot\w+ (?:\p{L}+ ){0,4}(?:business\w*|services?|products?|goods|compan\w+|events?|clubs?)\b/iu,
  rumour:
    /\b(?:rumou?rs?|gossip\w*|hearsay|speculat\w+|unverified|unconfirmed|untrue|misinformation|fake news|sibrydion|clecs)\b|\bfalse (?:information|news|claims?|statements?)\b|\bnot sure (?:that |whether |if )?it (?:is|['’]s) true\b|\bcheck (?:the |your )?facts\b/iu,
  'personal-data':
    /\b(?:(?:tele)?phone|mobile|contact) (?:numbers?|details)\b|\bpersonal (?:data|information|details)\b|\bdata protection\b|\bGDPR\b|\bhome address(?:es)?\b|\bmedical (?:details|information|conditions?)\b|\b(?:private|sensitive) information\b|\b(?:members['’]?|people['’]s|parents['’]?) numbers\b|\bdata personol\b|\brhif(?:au)? ffôn\b/iu,
  confidentiality:
    /\bconfidential\w*|\bstays? (?:in|within) the group\b|\bwithin the group\b|\bkeep (?:\p{L}+ ){0,6}(?:private|to yourself|in the group)\b|\bcyfrinach\w*/iu,
  spam: /\bchain (?:letters?|messages?|mail)\b|\bspam\w*|\bmemes?\b|\bjokes?\b|\bGIFs?\b|\bemojis?\b|\bforward(?:ed|ing)? (?:\p{L}+ ){0,3}(?:messages?|posts?|links?|content)\b|\b(?:unnecessary|irrelevant|off[- ]topic|repeated|too many) (?:messages?|posts?|repl(?:y|ies))\b|\bthumbs[- ]up\b|\b["“‘']?(?:thank you|thanks|me too)["”’']? (?:messages?|repl(?:y|ies))\b|\bflood\w* the (?:group|chat)\b|\bnegeseuon cadwyn\b/iu,
  'quiet-hours':
    /\bquiet (?:hours?|times?)\b|\bunsoci(?:al|able) hours?\b|\bout of hours\b|\blate at night\b|\b(?:after|before|between|from|past|until|till) \d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m|p\.m|o['’]?clock|\b(?=.*\d{1,2}[:.]\d{2}))|\boriau tawel\b|\bar ôl \d{1,2}\b/iu,
  bullying:
    /\b(?:cyber)?-?bull(?:y|ying|ied|ies)\b|\bharass\w*|\bleav(?:e|ing) (?:some(?:one|body)|any(?:one|body)|people|others?|families|a family) out\b|\bexclud(?:e|ing) (?:some(?:one|body)|any(?:one|body)|people|others?|families|a family)\b|\bgang\w* up\b|\bpil(?:e|ing) (?:on|in)\b|\bbwlio\b/iu,
  membership:
    /\bmembership\b|\b(?:may|can|who|to|will|only \p{L}+(?: and \p{L}+)?) join\b|\bjoining (?:the|a|this) (?:\p{L}+ ){0,3}group\b|\bleav(?:e|es|ing) (?:or mute )?(?:the|a|this) (?:\p{L}+ )?(?:group|class|school|chat)\b|\bleave (?:or mute|whenever|at any time)|\badd(?:ed|ing)? (?:new |other )?(?:members?|famil(?:y|ies)|parents?|people|anyone|others?|some(?:one|body))\b|\b(?:open|restricted|limited) (?:only )?to (?:parents|carers|members)\b|\bymuno\b/iu,
  handover:
    /\bhand(?:s|ed|ing)?[- ]?over\b|\bhand (?:\p{L}+ ){1,4}over\b|\bpass(?:es|ed|ing)? (?:\p{L}+ ){0,3}(?:to|on to) (?:the|a|their) (?:new|next|successor)|\bsuccessor\b|\bnew (?:class )?(?:reps?|admins?|moderators?) (?:each|every)\b|\btrosglwyddo\b/iu,
  screenshots:
    /\bscreen-? ?(?:shots?|grabs?|captur\w+)\b|\b(?:share|pass|forward|copy|repost|send)\w* (?:\p{L}+ ){0,5}(?:messages?|posts?|conversations?|chats?) (?:\p{L}+ ){0,4}(?:outside|elsewhere|to others?|beyond|with (?:others|anyone))\b|\bsgrinluniau\b/iu,
  announcements:
    /\bannouncements?[- ]only\b|\bonly for announcements\b|\bfor announcements\b|\bonly (?:the )?(?:\p{L}+ ){0,3}(?:admins?|administrators?|reps?|moderators?|representatives?) (?:can|may|will|should) (?:post|send|write)\b|\bone-way\b|\bcyhoeddiadau yn unig\b/iu,
};
