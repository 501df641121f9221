import {
  allClauses,
  findClause,
  type PolicyDocument,
  RESPONSE_KINDS,
  type ResponseKind,
  type ResponseStep,
  setClauseKind,
  setResponses,
} from '@handbell/policy';
import {
  Checkboxes,
  Details,
  type FormState,
  listValue,
  Select,
  TextInput,
  textValue,
} from '../../ui/index.ts';
import { RESPONSE_WORDS } from '../words.ts';
import type { Change, FormValues } from './change.ts';

const NO_STEP = 'no-step';
const isResponseKind = (value: string): value is ResponseKind =>
  RESPONSE_KINDS.some((kind) => kind === value);

const stepName = (at: number) => `step-${at}`;
const triggerName = (at: number) => `trigger-${at}`;
/** Words as they compare: in small letters, with single spaces. */
const plain = (words: string) => words.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** The triggers that the policy does not say: the words of each step have to be its clause's own. */
function unknownTriggers(document: PolicyDocument, values: FormValues): FormState['errors'] {
  const wrong = document.responses.flatMap((step, at) => {
    const said = plain(textValue({ values, errors: {} }, triggerName(at)));
    const found = findClause(document, step.clauseId);
    const around = [found?.section.heading, found?.clause.stem, ...(found?.clause.outer ?? [])].join(' ');
    const known = plain(`${around} ${found?.clause.text ?? ''} ${step.trigger ?? ''}`);
    if (known.includes(said)) return [];
    return [
      [triggerName(at), 'Use words that stand in the clause: Handbell adds nothing to a policy'] as const,
    ];
  });
  return Object.fromEntries(wrong);
}

function withTrigger({ trigger: _before, ...step }: ResponseStep, said: string): ResponseStep {
  const words = said.replaceAll(/\s+/gu, ' ').trim();
  return words === '' ? step : { ...step, trigger: words };
}

/** The steps as the form says they are; those that are no steps are left out. */
function stepsSaid(document: PolicyDocument, values: FormValues): readonly ResponseStep[] {
  return document.responses.flatMap((step, at) => {
    const form = { values, errors: {} };
    const said = textValue(form, stepName(at));
    if (said === NO_STEP) return [];
    const kept = isResponseKind(said) ? { ...step, kind: said } : step;
    // A form without the box says nothing about what brings the step on.
    return [triggerName(at) in values ? withTrigger(kept, textValue(form, triggerName(at))) : kept];
  });
}

/** What the school may do when the code is broken (S54-S58): only what a clause says (rule 3). */
export const ladderChange: Change = {
  title: 'What may the school do when the code is broken?',
  keep: 'The policy gives no steps, and that is right',
  initial: ({ responses }) =>
    Object.fromEntries(
      responses.flatMap(({ kind, trigger = '' }, at) => [
        [stepName(at), kind],
        [triggerName(at), trigger],
      ]),
    ),
  fields: (document, form) => {
    const steps = new Set(document.responses.map(({ clauseId }) => clauseId));
    const others = allClauses(document).filter(({ id }) => !steps.has(id));
    const more = (
      <Checkboxes
        form={form}
        name="more"
        label="Which of these say what the school may do?"
        hint="Handbell never offers a step that no clause of the policy gives."
        items={others.map(({ id, ref, text }) => ({ value: id, label: <bdi>{`${ref} ${text}`}</bdi> }))}
      />
    );
    return (
      <>
        <h1>What may the school do when the code is broken?</h1>
        {document.responses.map(({ text }, at) => (
          <>
            <Select
              form={form}
              name={stepName(at)}
              label={`Step ${at + 1}: ${text}`}
              items={[
                ...RESPONSE_KINDS.map((value) => ({ value, label: RESPONSE_WORDS[value] })),
                { value: NO_STEP, label: 'This is no step' },
              ]}
            />
            <TextInput
              form={form}
              name={triggerName(at)}
              label={`What brings step ${at + 1} on`}
              hint="In the words of the clause, such as: if it happens again."
              optional
            />
          </>
        ))}
        {document.responses.length > 0 ? <Details summary="A step is missing">{more}</Details> : more}
      </>
    );
  },
  edit: (document, values) => {
    const errors = unknownTriggers(document, values);
    if (Object.keys(errors).length > 0) return { errors };
    const known = new Set(allClauses(document).map(({ id }) => id));
    const more = listValue({ values, errors: {} }, 'more').filter((id) => known.has(id));
    const set = setResponses(document, stepsSaid(document, values));
    return { document: more.reduce((changed, id) => setClauseKind(changed, id, 'response'), set) };
  },
};
