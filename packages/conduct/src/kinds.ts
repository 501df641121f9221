import { SPECIAL_WORDS } from './special.ts';

/**
 * Kinds of word that decide together: "hit" is nothing and "bruise" is nothing, but a child, a blow and a home in one
 * message are a worry, however far apart they stand. The model learns what each kind, and each two kinds in one
 * message, say. A star stands for any ending.
 */
const KINDS: readonly string[] = [
  // Staff.
  '<surname> sir teacher* teaching head heads headteacher* ta tas staff coach* caretaker receptionist governor* senco deputy tutor* assistant* secretary',
  // A child.
  'kid* child* boy* girl* lad lads pupil* toddler* bairn* wean* son sons daughter* lass lasses baby',
  // The writer's own.
  'my our mine ours me us',
  // The reader.
  'you your youre yours yourself yous u ur',
  // Somebody else.
  'he she him her his hers hes shes they them their theyre theyve that woman man bloke',
  '<member>',
  '<name>',
  // Blows.
  'hit hits hitting punch* kick* slap* smack* beat beats beating batter* hurt* kill* stab* smash* strangl* choke* thrash* bite bites biting bit pinch* shove* grab* pushed pushes pushing drag* whack* belt belted clout* knife thump* pinned restrain* throw throws threw thrown knock* deck decked skelp* leather*',
  // Marks of a blow.
  'bruise* bruising blood* scar scars scratch* burn burns burnt burned mark marks welt* injur* ambulance hospital eye eyes wrist wrists arm arms legs neck cheek handprint* fingertip* collarbone rib ribs cut cuts cutting sore sores limp* sling swollen unconscious tablets pills overdose*',
  // Fear.
  'scared afraid terrified frighten* cry cries crying cried shaking shakes hide hides hiding nightmare* flinch* begged beg wet dread* scream* sob sobbing shiver* trembl* panic* whimper* wailing',
  // Home.
  'home house bed night nights uncle* stepdad stepfather stepmum dad dads mum mums boyfriend partner nan grandad cousin* babysitter bath bedroom neighbour* flat asleep sleep sleeping',
  // Secrets and touch.
  'secret* touch* tickl* naked undress* photo photos picture* knickers pants private* underwear groom* snapchat snap online stranger* kiss* cuddl* messages message messaging dm gift* presents lap massag* shower* nude* pics video videos webcam',
  // Want.
  'hungry starv* food eat eats eaten eating breakfast dirty filthy smell* unwashed coat nits alone locked left cold bins scraps barefoot shoes pyjamas nappy shed garage cupboard balcony stairwell doorstep fridge mattress freezing crate outside dark',
  // Drink and drugs.
  'drunk drink* wine vodka booze* pissed weed coke drug drugs dealer dealing stoned hungover alcohol* sober gin beer cans',
  // Dishonesty.
  'steal* stole stolen thief thieves nick nicked nicking fiddl* lie lies lied lying liar* cheat* fraud* fake faked faking scam* bribe* backhander* affair affairs pocket* pocketing embezzl* dodgy sleeping money',
  // Insults.
  'idiot* moron* stupid thick dumb pathetic cow bitch* witch clown* muppet* fat ugly scum* trash loser* snob* freak* lazy fool* karen tramp* slag* cretin* dragon weirdo* creep* nasty vile spineless halfwit* dimwit* pig pigs twat* wanker* prick* dick* bastard* plonker* numpty nutter* psycho* mental brat* gob mouth face waste',
  // Blame.
  'again always never every fault useless terrible awful disgrac* shocking ridiculous unacceptable rude shout* yell* ignor* blam* favourit* forgot forget* humiliat* unfair useless incompetent clueless attitude bother* careless hopeless poor appalling joke shambles',
  // Rules.
  'uniform* policy policies rule rules fine fines fined homework attendance phone phones ban banned detention* trip trips cost* lunch* behaviour decision* skirt* shoes trainers earring* holiday* leave authorised unauthorised sanction* isolation points',
  // Pushing others.
  'refus* sign signed petition* boycott* complain* complaint* together everyone all enough stand scrap protest* join joining us agree who whos parents push pressure stop',
  // The school.
  'school schools academy trust management leadership slt ofsted',
  // Going public.
  'press paper papers gazette journalist* reporter* review* facebook tiktok star stars google news warn avoid worst public viral post posted share sharing transfer moving pull pulling',
  // Politics.
  'labour tory tories conservative* reform farage starmer vote* voting voter* election* government* brexit immigra* migrant* boats palestin* gaza israel* ukrain* putin trump mp mps minister* tax taxes benefits councillor* council party corbyn sunak greens lib strikes union unions',
  // Who people are.
  'muslim* islam* jew jews jewish christian* catholic* hindu* sikh* black white asian* indian* pakistani* polish romanian* traveller* gypsy gypsies gay* lesbian* trans queer autistic autism adhd disabled disab* wheelchair foreign* immigrant* accent* english refugee* hijab mosque church mosque eid ramadan diwali christmas poles african* chinese send special needs estate dads mums single',
  // Setting apart.
  'lot sort kind type typical normal real proper own country belong back their those these people',
  // What is to come.
  'gonna going will ill ull wait watch find coming come regret sorry pay wish warned warning careful watching outside gate know live lives sort',
  // Ways to put things right.
  'office email emailed emailing governors reception ring rang call meeting appointment message spoke speak speaking chat ask asked police solicitor report reported social services safeguarding',
  // Good will.
  'thanks thank thankyou lovely great brilliant love please hope kind amazing fab welcome cheers helpful bless pleased proud congratulations happy ❤ 🙏 👏 😊 🎉',
  // Laughter.
  '😂 🤣 😅 lol haha* lmao joke joking jokes kidding 😆 😜 😉',
  // Plans for two.
  'pick drop yours tonight later coffee pub playdate tea fancy meet lift round pop weekend tomorrow today thurs friday saturday wine dinner text',
  // What harm is done with, and where somebody is waited for.
  'hammer* bat bats brick* petrol knives blade* machete* gun guns shotgun* spade axe acid fist fists jaw teeth throat kneecap* grave coffin hospital dark alley* towpath canal corner follow* waiting wait lads cousins brothers windscreen* tyres window windows boots break breaking broken smash* torch lighter torched 🔪 👊 ⚰ 🔥 💀',
  // Grave things said of people.
  'nonce* paedo* pedo* perv* predator* rapist* rape* groomer* smackhead* junkie* druggie* addict* alcoholic* crook* criminal* convict* prison jail bail arrest* caution charged register sacked suspended forged assault* abuse abused abuser* abusing abusive neglect* dealer* slapper* whore* bung bunged cooked laundering',
];

/** How many kinds there are, and how many signals they make: each kind, and each two together. */
const COUNT = KINDS.length;
export const KIND_SIGNALS = COUNT + (COUNT * (COUNT - 1)) / 2;

/** The kinds of each word, a bit a kind, by the word's row. */
export function kindsOf(words: readonly string[]): Uint32Array {
  const exact = new Map<string, number>();
  const begins: [start: string, bit: number][] = [];
  KINDS.forEach((list, kind) => {
    for (const word of list.split(' ')) {
      if (word.endsWith('*')) begins.push([word.slice(0, -1), 1 << kind]);
      else exact.set(word, (exact.get(word) ?? 0) | (1 << kind));
    }
  });
  return Uint32Array.from(words, (word, row) => {
    let bits = exact.get(word) ?? 0;
    if (row < SPECIAL_WORDS.length) return bits;
    for (const [start, bit] of begins) if (word.startsWith(start)) bits |= bit;
    return bits;
  });
}

/** The place of the signal of two kinds in one message, the lesser first, counted from the first kind's. */
export function kindPair(one: number, other: number): number {
  return COUNT + (one * (2 * COUNT - one - 1)) / 2 + other - one - 1;
}

/** Adds the signals of the kinds that a message has, counted from `from`. */
export function addKindSignals(on: number[], bits: number, from: number): void {
  const first = on.length;
  for (let left = bits; left !== 0; left &= left - 1) on.push(31 - Math.clz32(left & -left));
  const last = on.length;
  for (let a = first; a < last; a++) {
    const one = on[a] ?? 0;
    for (let b = a + 1; b < last; b++) on.push(from + kindPair(one, on[b] ?? 0));
    on[a] = from + one;
  }
}
