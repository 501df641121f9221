/** Somebody of an invented family who agrees to the policy: their name as they write it, and what else they tell. */
export interface Signatory {
  readonly name: string;
  readonly childClass?: string;
  readonly relationship?: string;
}

const from =
  (childClass: string) =>
  (...names: readonly (string | readonly [name: string, relationship: string])[]): readonly Signatory[] =>
    names.map((each) => {
      const [name, relationship] = typeof each === 'string' ? [each] : each;
      return { name, childClass, ...(relationship !== undefined && { relationship }) };
    });

/** Those who agreed to the first version, in its last days. */
export const EARLY: readonly Signatory[] = [
  ...from('Year 6 Oak')('Ruth Abernathy', ['Ștefan Ionescu', 'Father']),
  ...from('Year 4 Hazel')('Kasia Nowak'),
];

/** Those who agreed to the second version on screen. */
export const ON_SCREEN: readonly Signatory[] = [
  ...from('Reception Acorn')(['Sunita Rao', 'Mother'], 'Callum Fraser', ['عائشہ خان', 'Mother'], '陈志强', [
    'Adwoa Mensah',
    'Grandmother',
  ]),
  ...from('Year 1 Beech')('Leila Haddad', ['Олена Шевчук', 'Mother'], 'Dafydd Rhys', 'João Figueiredo'),
  ...from('Year 2 Cedar')(
    'Oluwaseun Bello',
    'Carys Morgan',
    ['তাসনিম রহমান', 'Mother'],
    ['Harriet Longbottom', 'Foster carer'],
    'Nguyễn Thị Lan',
  ),
  ...from('Year 3 Elm')('ਹਰਪ੍ਰੀਤ ਕੌਰ', 'Siobhán Kinsella', ['Gwendolyn Achterberg', 'Guardian'], 'Kim Min-ji'),
  ...from('Year 4 Hazel')('Kasia Nowak', 'Imran Siddiqui', 'Ewa Lindqvist', ['நந்தினி குமார்', 'Mother']),
  ...from('Year 5 Maple')('Thandiwe Moyo', ['Özgür Yıldız', 'Father'], 'Beatriz Quintanilla'),
  ...from('Year 6 Oak')('Ruth Abernathy', 'Ștefan Ionescu', ['ફાલ્ગુની પટેલ', 'Mother'], 'Μαρία Παπαδοπούλου'),
  { name: 'Yusuf Demir' },
  { name: 'Eluned Parry', relationship: 'Grandmother' },
];

/** Those whose paper slip came back in a book bag. */
export const ON_PAPER: readonly Signatory[] = [
  ...from('Reception Acorn')('Mabel Tinsley'),
  ...from('Year 1 Beech')('Abdirahman Warsame', 'Jean Ollerenshaw'),
  ...from('Year 2 Cedar')('Hanna Bielska'),
  ...from('Year 3 Elm')('Peter Nkemelu', 'Winifred Sproat'),
  ...from('Year 5 Maple')('يوسف المصري'),
  ...from('Year 6 Oak')('Colin Bracegirdle', 'Shabnam Qureshi'),
];

/** Those on the roll who have not answered: some will, and nobody is asked why. */
export const NOT_YET: readonly Signatory[] = [
  ...from('Reception Acorn')('Tegan Marlowe'),
  ...from('Year 1 Beech')('Gethin Prosser', 'Zainab Idris'),
  ...from('Year 3 Elm')('Wilhelmina Oduya'),
  ...from('Year 6 Oak')('Barnaby Thwaite', 'Inês Carvalho'),
];

/** Those who agreed and took it back again. */
export const WITHDRAWING: readonly Signatory[] = [
  ...from('Reception Acorn')('Freya Lindholm'),
  ...from('Year 5 Maple')('Fergus Mac Donnchadha'),
];
