import type { Clause, Doubt, PolicyDocument, Section, SourceField } from '../document.ts';
import { gist } from '../text/spans.ts';
import type { Block, Layout } from './blocks.ts';
import { addresseeOf, readKind } from './classify.ts';
import { contactsOf } from './contacts.ts';
import { datesOf } from './details.ts';
import { doubtsOf } from './doubts.ts';
import { readFurniture } from './furniture.ts';
import { withHeadings } from './headings.ts';
import { audienceOf, deciderOf, linkedPoliciesOf } from './people.ts';
import { proseDates } from './prose-dates.ts';
import { quietHoursOf } from './quiet-hours.ts';
import { references } from './references.ts';
import { responseSteps } from './responses.ts';
import { groupTypesOf } from './scope.ts';
import { type DraftClause, type DraftSection, draftSections } from './sections.ts';
import { signatureSlots } from './signatures.ts';
import { CONDUCT_KINDS, forceOf, topicsOf } from './topics.ts';

/** A document as far as it was understood, and what a person has to settle. */
export interface Understanding {
  readonly document: PolicyDocument;
  readonly doubts: readonly Doubt[];
}

interface Numbered {
  readonly sections: readonly Section[];
  /** The ids of clauses whose kind was a guess. */
  readonly unsure: readonly string[];
}

function numberClauses(drafts: readonly DraftSection[]): Numbered {
  const unsure: string[] = [];
  const numbers = references(drafts);
  let count = 0;
  const clauseOf = (draft: DraftClause, heading: string, ref: string): Clause => {
    count++;
    const id = `c${count}`;
    const { text, span, stem, lead, marker, depth, listed } = draft;
    const { kind, sure } = readKind({ text, heading, listed, ...(lead === undefined ? {} : { lead }) });
    if (!sure) unsure.push(id);
    const conduct = CONDUCT_KINDS.includes(kind);
    const addressee = conduct ? addresseeOf({ text, ...(lead === undefined ? {} : { lead }) }) : undefined;
    const topics = topicsOf(text, kind);
    return {
      id,
      ref,
      kind,
      text,
      ...(stem === undefined ? {} : { stem }),
      ...(marker === undefined ? {} : { marker }),
      ...(depth === 0 ? {} : { depth }),
      ...(addressee === undefined ? {} : { addressee }),
      topics,
      force: addressee === undefined ? forceOf(text, kind, topics) : 'expectation',
      span,
    };
  };
  const sections = drafts.map(({ heading, marker, span, clauses }, at) => ({
    id: `s${at + 1}`,
    ref: numbers.sections[at] ?? '',
    heading,
    ...(marker === undefined ? {} : { marker }),
    clauses: clauses.map((draft, index) => clauseOf(draft, heading, numbers.clauses[at]?.[index] ?? '')),
    span,
  }));
  return { sections, unsure };
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
  const furniture = readFurniture(layout);
  const body: readonly Block[] = withHeadings(source, furniture.rest);
  const drafts = draftSections(source, body);
  const { sections, unsure } = numberClauses(drafts.sections);
  const clauses = sections.flatMap((section) => section.clauses);
  const title = furniture.title ?? fallbackTitle;
  const texts = speech(title, sections);
  const prose = clauses.flatMap(({ kind, text }) => (kind === 'sign-off' ? proseDates(gist(text)) : []));
  const details = [...furniture.details, ...prose];
  const decider = deciderOf(texts);
  const quietHours = quietHoursOf(clauses);
  const document: PolicyDocument = {
    format: 1,
    title,
    schoolNames: furniture.schoolNames,
    dates: datesOf(details),
    groupTypes: groupTypesOf(texts),
    audience: audienceOf(texts),
    sections,
    responses: clauses.filter(({ kind }) => kind === 'response').flatMap(responseSteps),
    contacts: clauses.flatMap(contactsOf),
    signatures: signatureSlots(furniture.signatures),
    ...(furniture.slip ? { slip: furniture.slip } : {}),
    linkedPolicies: linkedPoliciesOf(texts.slice(1), title),
    ...(decider === undefined ? {} : { decider }),
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(furniture.particulars.length === 0 ? {} : { particulars: furniture.particulars }),
    fields: inOrder([...furniture.fields, ...drafts.fields]),
    source,
  };
  return { document, doubts: doubtsOf(document, { unsure, details, titled: furniture.title !== undefined }) };
}
