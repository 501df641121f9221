import fc from 'fast-check';
import type { PolicyDocument } from '../src/document.ts';
import { type LooseBlock, layOut } from '../src/read/blocks.ts';
import { understand } from '../src/read/understand.ts';

const HEADINGS = [
  'Why we have these groups',
  'Joining and leaving',
  'What we ask of parents',
  'Being kind',
  'Photos and children’s names',
  'Roles of the class representatives and of those who look after the groups when they are away',
  'Os bydd rhywbeth yn mynd o’i le',
  'Who to contact',
  'What the school may do',
] as const;
const STEMS = [
  'We ask parents and carers to:',
  'Parents must not:',
  'The groups are for:',
  'The school may respond in the following ways:',
] as const;
const ITEMS = [
  'be polite to each other, and to the school',
  'share photographs of other people’s children',
  'post late at night or early in the morning, when most families are asleep and a telephone that rings wakes the whole house',
  'complain about a member of staff in a group',
  'ask Mrs O’Connor-Évans or Siân Tŷ’n-y-Coed for help',
  'advise the parent to speak to the class teacher',
  'send a warning letter (where the behaviour was serious)',
  'ask the parent to leave the group (after a second warning)',
  'reminders of dates; lost jumpers; lifts',
  'peidio â rhannu lluniau o blant pobl eraill; gofynnwch i’r ŵyl neu’r tŷ yn gyntaf',
] as const;
const PARAGRAPHS = [
  'Class groups help families to know each other and to keep up with what happens in a busy school week.',
  'Please be kind. Write to others as you would speak to them at the gate.',
  'A child’s name, class or picture is never shared without the leave of the parent. This holds for birthdays, trips, plays and sports days as well, and also for pictures in which a child can be told only by a uniform, by a house or by the words that somebody wrote below.',
  'If you are worried about a child, tell the Designated Safeguarding Lead, Áine O’Neill, on 07700 900123 or at safe@example.org straight away.',
  'The Head Teacher takes the final decision on every response.',
  'Mae croeso i chi ysgrifennu yn Gymraeg neu yn Saesneg; atebwn yn yr iaith a ddewiswch.',
  'Nothing in this policy keeps a parent from a complaint under the Complaints Policy',
] as const;
const ROWS = [
  'A worry about a child\tÁine O’Neill\t07700 900123',
  'A question about a group\tThe school office\toffice@example.org',
  'A complaint\tThe Chair of Governors\tchair@example.org',
] as const;
const letter = (at: number) => String.fromCharCode(97 + at);
const ROMAN = ['i', 'ii', 'iii', 'iv'] as const;
/** How the items of a list, and those below one of them, are marked. */
const MARKS: readonly (readonly [string, (at: number) => string | undefined, (at: number) => string])[] = [
  ['bullets', () => undefined, () => '-'],
  ['letters', (at) => `(${letter(at)})`, (at) => `(${ROMAN[at % 4] ?? 'i'})`],
  ['numbers', (at) => `${at + 1}.`, (at) => `${letter(at)})`],
  ['crosses', () => '✗', () => '-'],
  ['ticks', () => '✓', () => '✓'],
];

const subList: fc.Arbitrary<readonly string[]> = fc.option(
  fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 2, maxLength: 3 }),
  {
    freq: 4,
    nil: [],
  },
);
const list = fc
  .record({
    stem: fc.option(fc.constantFrom(...STEMS), { freq: 5, nil: undefined }),
    marks: fc.constantFrom(...MARKS),
    items: fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 2, maxLength: 6 }),
    below: subList,
    where: fc.nat({ max: 3 }),
    end: fc.constantFrom(';', '.', ''),
  })
  .map(({ stem, marks: [, mark, inner], items, below, where, end }): readonly LooseBlock[] => [
    ...(stem === undefined ? [] : [{ kind: 'paragraph' as const, text: stem }]),
    ...items.flatMap((text, at): readonly LooseBlock[] => {
      const marker = mark(at);
      const leads = below.length > 0 && at === where % items.length;
      const words = leads ? `${text}, and above all:` : `${text}${end}`;
      const own: LooseBlock = {
        kind: 'item',
        text: words,
        level: 0,
        listed: true,
        ...(marker && { marker }),
      };
      if (!leads) return [own];
      const hung = below.map((one, index): LooseBlock => {
        return { kind: 'item', text: `${one}${end}`, level: 1, listed: true, marker: inner(index) };
      });
      return [own, ...hung];
    }),
  ]);
const paragraph = fc
  .constantFrom(...PARAGRAPHS)
  .map((text): readonly LooseBlock[] => [{ kind: 'paragraph', text }]);
const contacts = fc
  .subarray([...ROWS], { minLength: 2 })
  .map((rows): readonly LooseBlock[] =>
    ['Concern\tWho to contact\tHow', ...rows].map((text) => ({ kind: 'paragraph', text })),
  );
const section = fc.tuple(
  fc.constantFrom(...HEADINGS),
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      { weight: 4, arbitrary: list },
      { weight: 1, arbitrary: contacts },
    ),
    { minLength: 1, maxLength: 4 },
  ),
);

function numbered(sections: readonly (readonly [string, readonly (readonly LooseBlock[])[]])[]) {
  return sections.flatMap(([heading, pieces], at): readonly LooseBlock[] => [
    { kind: 'heading', level: 2, text: heading, marker: `${at + 1}.` },
    ...pieces
      .flat()
      .map(
        (block, index): LooseBlock =>
          block.kind === 'paragraph' && !block.text.endsWith(':') && !block.text.includes('\t')
            ? { ...block, kind: 'item', level: 0, marker: `${at + 1}.${index + 1}` }
            : block,
      ),
  ]);
}

/**
 * Invented policies in every shape that schools give them: headings with and without numbers, numbered paragraphs,
 * lists of bullets, letters, numbers, ticks and crosses with lists below them, tables of contacts, Welsh, a slip.
 */
export const policies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    title: fc.constantFrom(
      'Class WhatsApp Groups: Policy and Code of Conduct',
      'Polisi Grwpiau WhatsApp Rhieni',
      'Policy on class, year and PTA WhatsApp groups for parents, carers and other family members',
    ),
    school: fc.constantFrom('St Mark’s Primary School', 'Ysgol Tŷ’r Eglwys'),
    opening: fc.option(fc.constantFrom(...PARAGRAPHS), { nil: undefined }),
    sections: fc.uniqueArray(section, { minLength: 1, maxLength: 6, selector: ([heading]) => heading }),
    numbers: fc.boolean(),
    review: fc.option(fc.constantFrom('Spring 2028', '4 March 2028', 'September 2027'), { nil: undefined }),
    signed: fc.boolean(),
    slip: fc.boolean(),
  })
  .map(({ title, school, opening, sections, numbers, review, signed, slip }) => {
    const plain = (text: string): LooseBlock => ({ kind: 'paragraph', text });
    const body = numbers
      ? numbered(sections)
      : sections.flatMap(([text, pieces]): readonly LooseBlock[] => [
          { kind: 'heading', level: 2, text },
          ...pieces.flat(),
        ]);
    const blocks: readonly LooseBlock[] = [
      plain(school),
      { kind: 'heading', level: 1, text: title },
      ...(opening === undefined ? [] : [plain(opening)]),
      ...body,
      ...(review === undefined ? [] : [plain(`Date of review: ${review}`)]),
      ...(signed ? [plain('Signed: .............................. (Chair of Governors)')] : []),
      ...(slip
        ? [
            { kind: 'rule' as const, text: '.'.repeat(60) },
            plain('I have read this policy and agree to keep to it.'),
            ...['Child’s name', 'Parent’s name', 'Signature', 'Date'].map((field) =>
              plain(`${field}: ....................`),
            ),
          ]
        : []),
    ];
    return understand(layOut(blocks), title).document;
  });
