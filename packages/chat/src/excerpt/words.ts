/** A word of a text, folded for comparison, with the place it stands at. */
export interface Word {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower case without accents, so that "Siobhan" finds "Siobhán". */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The words of a phrase, folded. */
export function phraseOf(text: string): string[] {
  return wordsOf(text).map((word) => word.folded);
}

/** Words in contact names that say what someone is and not who: they are no secret and stand in many messages. */
const ROLES = new Set(
  `mum mums mummy mom mam mama dad dads daddy papa nan nana gran granny grandma grandad grandpa auntie aunt uncle
  carer parent parents mr mrs ms miss mx dr sir rev teacher head headteacher ta class year yr reception nursery school
  primary junior infant pta ptfa fosa coach rep admin chair governor office the of and s for from at in with old new work home
  mobile whatsapp group team club next door neighbour y1 y2 y3 y4 y5 y6 yr1 yr2 yr3 yr4 yr5 yr6 football swimming`.split(
    /\s+/,
  ),
);

/** First names that are everyday words too: masked only where they begin with a capital letter. */
const EVERYDAY = new Set(
  `will may mark grace hope rose art bill joy dawn faith sunny sue pat rob frank max april june august summer autumn
  amber ruby pearl violet olive ivy heather holly iris lily daisy poppy robin jay drew chase grant guy jack jean miles
  nick ray rich skip van woody sky star angel king prince duke chance page paige gene harmony honey jo mo al ed sam hunter mason
  carter cooper baker taylor smith young brown green white black gray grey long short little best hill wood woods stone
  field fields brook brooks banks marsh moss reed rice bell ball barber bishop bond church day fox frost gale gold hall hart`.split(
    /\s+/,
  ),
);

/** Does a word of a name say who someone is, so that it must be masked? */
export function isTelling(folded: string): boolean {
  return folded.length >= 2 && !ROLES.has(folded) && !/^\d{1,4}$/.test(folded);
}

/** Is a word masked only where it begins with a capital letter? */
export function needsCapital(folded: string): boolean {
  return EVERYDAY.has(folded) || folded.length <= 2;
}
