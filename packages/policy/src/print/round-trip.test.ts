import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policies } from '../../test/policies.ts';
import { meaning, FACTS as ON_PAPER, pdfOf } from '../../test/printed.ts';
import { applyAnswer } from '../answer.ts';
import type { PolicyDocument } from '../document.ts';
import { type ImportedPolicy, importPolicy } from '../import/index.ts';
import { composePolicy, libraryClauses } from '../library/index.ts';
import { allClauses } from '../query.ts';
import { enclose, openEnclosed } from './enclosed.ts';
import { type PrintFacts, toDocx, toHtml, toText } from './index.ts';

const FACTS: PrintFacts = { ...ON_PAPER, large: true };

const back = async (ending: string, bytes: Uint8Array) =>
  (await importPolicy({ name: `policy.${ending}`, bytes })).document;

const usual = composePolicy({ schoolName: 'Example School', review: 'Spring 2028', slip: true }).document;
const whole = composePolicy({
  schoolName: 'Example School',
  clauses: libraryClauses().map(({ id }) => id),
}).document;

describe('a policy that is brought in again', () => {
  test('from its PDF, page, Word file or text says and means the same, whatever its shape', async () => {
    await fc.assert(
      fc.asyncProperty(policies, async (document) => {
        expect(meaning(await back('pdf', pdfOf(document, {})))).toEqual(meaning(document));
        const utf8 = new TextEncoder();
        expect(meaning(await back('html', utf8.encode(toHtml(document))))).toEqual(meaning(document));
        expect(meaning(await back('txt', utf8.encode(toText(document))))).toEqual(meaning(document));
        expect(meaning(await back('docx', await toDocx(document)))).toEqual(meaning(document));
      }),
      { numRuns: 25, seed: 8043 },
    );
  });

  test.each([usual, whole])('%#: the library’s', async (document) => {
    expect(meaning(await back('pdf', pdfOf(document, {})))).toEqual(meaning(document));
  });

  test('as it was published is the same but for its adoption, which is the one on the page', async () => {
    const { schoolNames, dates } = usual;
    const rest = ({ particulars: _added, ...document }: PolicyDocument) =>
      meaning({ ...document, schoolNames, dates });
    await fc.assert(
      fc.asyncProperty(policies, async (document) => {
        const utf8 = new TextEncoder();
        expect(rest(await back('html', utf8.encode(toHtml(document, FACTS))))).toEqual(rest(document));
        expect(rest(await back('txt', utf8.encode(toText(document, FACTS))))).toEqual(rest(document));
        expect(rest(await back('docx', await toDocx(document, FACTS)))).toEqual(rest(document));
        const read = await back('pdf', pdfOf(document, FACTS));
        expect(meaning({ ...read, dates: document.dates })).toEqual(meaning(document));
        expect(read.dates).toMatchObject({
          adopted: { year: 2026, month: 11, day: 18 },
          adoptedBy: 'the Governing Board',
        });
      }),
      { numRuns: 8, seed: 8043 },
    );
  });
});

describe('what a person said that a clause is for', () => {
  const PUZZLE = 'Cake, ribbons and other lovely things on a sunny afternoon.';
  const source = `# Our groups\n\n## Groups\n\n${PUZZLE}\n\nBe polite to each other.\n`;
  const read = async (ending: string, bytes: Uint8Array) => importPolicy({ name: `policy.${ending}`, bytes });
  const puzzling = ({ document, doubts }: ImportedPolicy) => {
    const clause = allClauses(document).find(({ text }) => text === PUZZLE);
    return { clause, asked: doubts.some(({ clauseId }) => clause && clauseId === clause.id) };
  };
  const answered = async (label: RegExp) => {
    const { document, doubts } = await read('md', new TextEncoder().encode(source));
    const choices = doubts.find(({ code }) => code === 'not-understood')?.choices ?? [];
    const choice = choices.find((one) => label.test(one.label));
    if (!choice) throw new Error(`no answer like ${label}`);
    return applyAnswer(document, choice.change);
  };

  test('comes back with the PDF, and is not asked again', async () => {
    const document = await answered(/what the groups are for/);
    const back = puzzling(await read('pdf', pdfOf(document, {})));
    expect(back).toMatchObject({ clause: { kind: 'purpose' }, asked: false });
    const unwanted = await answered(/should not do/);
    const turned = puzzling(await read('pdf', pdfOf(unwanted, {})));
    expect(turned).toMatchObject({
      clause: { kind: 'inappropriate-activity', polarity: 'do-not' },
      asked: false,
    });
  });

  test('also that nothing follows from it, once the policy was adopted', async () => {
    const document = await answered(/Keep it as words/);
    expect(puzzling(await read('pdf', pdfOf(document, {}))).asked).toBe(true);
    const { adoption } = FACTS;
    expect(adoption).toBeDefined();
    expect(puzzling(await read('pdf', pdfOf(document, adoption ? { adoption } : {})))).toMatchObject({
      clause: { kind: 'text' },
      asked: false,
    });
  });

  test('holds for these words alone', async () => {
    const document = await answered(/what the groups are for/);
    const changed = pdfOf(document, {}, (policy) => policy.replace(PUZZLE, PUZZLE.replace('sunny', 'rainy')));
    const { document: back, doubts } = await read('pdf', changed);
    const clause = allClauses(back).find(({ text }) => text.includes('rainy'));
    expect(clause?.kind).toBe('text');
    expect(doubts.some(({ clauseId }) => clauseId === clause?.id)).toBe(true);
  });

  test('never brings the school a power: that is decided anew', async () => {
    const document = await answered(/what the groups are for/);
    const enclosed = JSON.parse(enclose(document, {}));
    const chosen = [{ text: PUZZLE, kind: 'response' }];
    const pdf = pdfOf(document, {}, (policy) =>
      JSON.stringify({ ...JSON.parse(policy), enclosed: JSON.stringify({ ...enclosed, chosen }) }),
    );
    const back = await read('pdf', pdf);
    expect(puzzling(back)).toMatchObject({ clause: { kind: 'text' }, asked: true });
    expect(back.document.responses).toEqual([]);
  });
});

describe('a PDF whose pages say something else than the policy inside it', () => {
  const words = allClauses(usual)[0]?.text ?? '';

  test('a word that was changed on its pages is read from its pages', async () => {
    const changed = pdfOf(usual, {}, (policy) => policy.replace(words, `Nobody ever agreed that ${words}`));
    const read = await back('pdf', changed);
    expect(allClauses(read).some(({ text }) => text.startsWith('Nobody ever agreed that'))).toBe(true);
  });

  test('a clause that is inside it alone does not come in', async () => {
    const secret = 'Parents must not complain.';
    const sections = usual.sections.map((one, at) =>
      at === 0
        ? {
            ...one,
            clauses: one.clauses.map((each) => (each.text === words ? { ...each, text: secret } : each)),
          }
        : one,
    );
    const enclosed = enclose({ ...usual, sections }, {});
    const pdf = pdfOf(usual, {}, (policy) => JSON.stringify({ ...JSON.parse(policy), enclosed }));
    const read = await back('pdf', pdf);
    expect(read.source).not.toContain(secret);
    expect(read.source).toContain(words.slice(0, 20));
  });

  test('what is no policy of ours is not opened', () => {
    expect(openEnclosed('{"format":2}')).toBeUndefined();
    expect(openEnclosed('not JSON')).toBeUndefined();
    expect(openEnclosed(enclose(usual, FACTS))?.facts.version).toBe('3');
  });
});
