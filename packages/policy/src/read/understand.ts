import type { Clause, Doubt, PolicyDocument, Section, SourceField } from '../document.ts';
import { gist } from '../text/spans.ts';
import { addresseeOf } from './addressee.ts';
import { arranged, withTables } from './arrange.ts';
import type { Block, Layout } from './blocks.ts';
import { characterOf } from './character.ts';
import { readKind } from './classify.ts';
import { contactsIn } from './contacts.ts';
import { datesOf } from './details.ts';
import { doubtsOf } from './doubts.ts';
import { exceptionsOf } from './exceptions.ts';
import { readFurniture } from './furniture.ts';
import { withHeadings } from './headings.ts';
import { withCutParagraphs } from './paragraphs.ts';
import { audienceOf, deciderOf, linkedPoliciesOf } from './people.ts';
import { proseCycle, proseDates } from './prose-dates.ts';
import { quietTimesOf } from './quiet-hours.ts';
import { references } from './references.ts';
import { responseSteps } from './responses.ts';
import { rulesOf } from './rules.ts';
import { groupTypesOf } from './scope.ts';
import { type DraftClause, type DraftSection, draftSections } from './sections.ts';
import { signatureSlots } from './signatures.ts';
import { CONDUCT_KINDS } from './topics.ts';

/** A document as far as it was understood, and what a person has to settle. */
export interface Understanding {
  readonly document: PolicyDocument;
  readonly doubts: readonly Doubt[];
}

interface Numbered {
  readonly sections: readonly Section[];
  /** The ids of clauses whose kind was a guess. */
  readonly unsure: readonly string[];
  /** The ids of clauses in lists that nothing leads, list by list. */
  readonly unled: readonly (readonly string[])[];
}

function clauseOf(source: string, draft: DraftClause, at: { id: string; ref: string; heading: string }) {
  const { text, span, stem, outer, lead, marker, depth, listed } = draft;
  const { id, ref, heading } = at;
  // A question that heads an answer leads it as a sentence leads a list.
  const told = lead ?? (heading.endsWith('?') ? heading : undefined);
  const words = {
    text,
    heading,
    ...(told === undefined ? {} : { lead: told }),
    ...(marker === undefined ? {} : { marker }),
  };
  const { kind, sure } = readKind({ ...words, listed });
  const duty = kind.startsWith('moderator-');
  const addressee = duty ? 'moderator' : CONDUCT_KINDS.includes(kind) ? addresseeOf(words) : undefined;
  const exceptions = exceptionsOf(text);
  const rules = rulesOf(source, { kind, span }, words);
  const clause: Clause = {
    id,
    ref,
    kind,
    text,
    ...(stem === undefined ? {} : { stem }),
    ...(outer === undefined ? {} : { outer }),
    ...(marker === undefined ? {} : { marker }),
    ...(depth === 0 ? {} : { depth }),
    ...(addressee === undefined ? {} : { addressee }),
    ...characterOf(words, kind, addressee),
    ...(exceptions.length === 0 ? {} : { exceptions }),
    ...(rules === undefined ? {} : { rules }),
    span,
  };
  return { clause, sure };
}

function numberClauses(source: string, drafts: readonly DraftSection[]): Numbered {
  const unsure: string[] = [];
  const unled: string[][] = [];
  const numbers = references(drafts);
  let count = 0;
  const sections = drafts.map(({ heading, marker, span, clauses }, at) => {
    let list: string[] | undefined;
    const read = clauses.map((draft, index) => {
      count++;
      const id = `c${count}`;
      const ref = numbers.clauses[at]?.[index] ?? '';
      const { clause, sure } = clauseOf(source, draft, { id, ref, heading });
      if (!sure) unsure.push(id);
      if (!draft.listed || clause.kind !== 'text' || sure) list = undefined;
      else if (list) list.push(id);
      else {
        list = [id];
        unled.push(list);
      }
      return clause;
    });
    return {
      id: `s${at + 1}`,
      ref: numbers.sections[at] ?? '',
      heading,
      ...(marker === undefined ? {} : { marker }),
      clauses: read,
      span,
    };
  });
  return { sections, unsure, unled };
}

function inOrder(fields: readonly SourceField[]): readonly SourceField[] {
  return fields.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** Every text of the document that speaks to somebody: title, headings, stems and clauses, in order. */
function speech(title: string, sections: readonly Section[]): readonly string[] {
  const bodies = sections.flatMap(({ heading, clauses }) => [
    heading,
    ...clauses.flatMap(({ stem, text }, index) =>
      stem !== undefined && stem !== clauses[index - 1]?.stem ? [stem, text] : [text],
    ),
  ]);
  return [title, ...bodies].filter((text) => text !== '').map(gist);
}

/**
 * Turns a laid-out text into a policy document: every character that is not a space is in a clause or in one of
 * `fields`; what is not understood becomes a clause of kind `text` with a doubt.
 * @param layout the text and its blocks
 * @param fallbackTitle what to call a document that bears no title
 */
export function understand(layout: Layout, fallbackTitle: string): Understanding {
  const { source } = layout;
  const furniture = readFurniture(arranged(layout));
  const body: readonly Block[] = withHeadings(source, withTables(source, furniture.rest));
  const drafts = draftSections(source, body);
  const { sections, unsure, unled } = numberClauses(source, withCutParagraphs(source, drafts.sections));
  const clauses = sections.flatMap((section) => section.clauses);
  const title = furniture.title ?? fallbackTitle;
  const texts = speech(title, sections);
  const prose = clauses.flatMap(({ kind, text }) => {
    const cycle = proseCycle(gist(text));
    return kind === 'sign-off' ? [...proseDates(gist(text)), ...(cycle ? [cycle] : [])] : [];
  });
  const details = [...furniture.details, ...prose];
  const decider = deciderOf(texts);
  const quietTimes = quietTimesOf(sections);
  const [quietHours] = quietTimes;
  const moderatorResponses = clauses
    .filter(({ kind }) => kind === 'moderator-sanction')
    .flatMap(responseSteps);
  const document: PolicyDocument = {
    format: 1,
    title,
    schoolNames: furniture.schoolNames,
    dates: datesOf(details),
    groupTypes: groupTypesOf(texts),
    audience: audienceOf(texts),
    sections,
    responses: clauses.filter(({ kind }) => kind === 'response').flatMap(responseSteps),
    ...(moderatorResponses.length === 0 ? {} : { moderatorResponses }),
    contacts: contactsIn(clauses),
    signatures: signatureSlots(furniture.signatures),
    ...(furniture.slip ? { slip: furniture.slip } : {}),
    linkedPolicies: linkedPoliciesOf(texts.slice(1), title),
    ...(decider === undefined ? {} : { decider }),
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(quietTimes.length < 2 ? {} : { quietTimes }),
    ...(furniture.history.length === 0 ? {} : { history: furniture.history }),
    ...(furniture.particulars.length === 0 ? {} : { particulars: furniture.particulars }),
    fields: inOrder([...furniture.fields, ...drafts.fields]),
    source,
  };
  const titled = furniture.title !== undefined;
  return { document, doubts: doubtsOf(document, { unsure, unled, details, titled }) };
}
