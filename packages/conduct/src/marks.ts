/** What a rule asks of a word, a bit each, so that a message is asked about all its words at once. */
export const MARK = {
  /** A sign that only parts words: without it, the words on either side are seen together. */
  quiet: 1,
  /** "Mr": what follows is a surname. */
  title: 2,
  /** Somebody is spoken to or spoken of. */
  somebody: 4,
  /** May stand between somebody and an insult. */
  between: 8,
  insult: 16,
  /** Laughter or affection: what stands with it is meant well. */
  laughter: 32,
  quote: 64,
  /** A word that is strong whatever it is said about. */
  strong: 128,
  /** A word that belittles people for what they are, whoever says it of whom. */
  slur: 256,
  /** Tells what somebody said or wrote: what follows is not the writer's own word. */
  telling: 512,
} as const;

/** Slurs that are nothing else; those that are also an animal's, a dish's or a person's word are left to the model. */
export const SLURS: readonly string[] =
  'nigger niggers nigga niggas paki pakis pikey pikeys gyppo gyppos gypo gypos tranny trannies kike kikes spastic spastics spaz spacker retard retards retarded chink chinks chinky raghead ragheads wog wogs poofter poofters mong mongs'.split(
    ' ',
  );

const LISTS: readonly (readonly [mark: number, words: readonly string[]])[] = [
  [MARK.quiet, [...',.-()[]{}"\';:/\\*_~<>=–—…“”‘•·']],
  [MARK.title, 'mr mrs miss ms mx dr mister father fr rev reverend sir madam'.split(' ')],
  [MARK.somebody, 'you u ur youre your yous he she hes shes'.split(' ')],
  [
    MARK.between,
    "'s are r is was just really clearly a an such the absolute total complete utter bloody fucking stupid little fat ugly silly big dirty lazy sad pathetic nasty thick".split(
      ' ',
    ),
  ],
  [
    MARK.insult,
    'idiot moron cretin imbecile bitch twat wanker prick dickhead bastard scumbag slag slut cunt arsehole asshole loser liar coward halfwit dimwit creep weirdo freak tosser'.split(
      ' ',
    ),
  ],
  [MARK.laughter, '😂 🤣 😅 😆 😜 😉 ❤ 😘 lol haha hahaha'.split(' ')],
  [
    MARK.strong,
    'fuck fucks fucking fuckin fucked fucker fuckers fuckwit fuckwits fk fking motherfucker cunt cunts wtf stfu ffs'.split(
      ' ',
    ),
  ],
  [MARK.slur, SLURS],
  [
    MARK.telling,
    'call calls called calling say says saying said shout shouted shouting word words named names'.split(' '),
  ],
  [MARK.quote, ['"', "'", '“', '‘', '«']],
];

const BY_FORM = new Map<string, number>();
for (const [mark, words] of LISTS) {
  for (const word of words) BY_FORM.set(word, (BY_FORM.get(word) ?? 0) | mark);
}

/** A word whose letters are drawn out ("fuuuck"), with one of each. */
export function undrawn(form: string): string {
  return form.replace(/(.)\1{2,}/g, '$1');
}

/** The marks of a word by the form that is known; one that is known with its letters drawn out has those of the plain word. */
export function marksOf(form: string): number {
  return BY_FORM.get(form) ?? BY_FORM.get(undrawn(form)) ?? 0;
}
