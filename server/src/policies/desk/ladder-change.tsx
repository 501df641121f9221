import {
  allClauses,
  type PolicyDocument,
  RESPONSE_KINDS,
  type ResponseKind,
  type ResponseStep,
  setClauseKind,
  setResponses,
} from '@handbell/policy';
import { Checkboxes, Details, listValue, Select, textValue } from '../../ui/index.ts';
import { RESPONSE_WORDS } from '../words.ts';
import type { Change, FormValues } from './change.ts';

const NO_STEP = 'no-step';
const isResponseKind = (value: string): value is ResponseKind =>
  RESPONSE_KINDS.some((kind) => kind === value);

const stepName = (at: number) => `step-${at}`;

/** The steps as the form says they are; those that are no steps are left out. */
function stepsSaid(document: PolicyDocument, values: FormValues): readonly ResponseStep[] {
  return document.responses.flatMap((step, at) => {
    const said = textValue({ values, errors: {} }, stepName(at));
    if (said === NO_STEP) return [];
    return isResponseKind(said) ? [{ ...step, kind: said }] : [step];
  });
}

/** What the school may do when the code is broken (S54-S58): only what a clause says (rule 3). */
export const ladderChange: Change = {
  title: 'What may the school do when the code is broken?',
  keep: 'The policy gives no steps, and that is right',
  initial: ({ responses }) => Object.fromEntries(responses.map(({ kind }, at) => [stepName(at), kind])),
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
          <Select
            form={form}
            name={stepName(at)}
            label={`Step ${at + 1}: ${text}`}
            items={[
              ...RESPONSE_KINDS.map((value) => ({ value, label: RESPONSE_WORDS[value] })),
              { value: NO_STEP, label: 'This is no step' },
            ]}
          />
        ))}
        {document.responses.length > 0 ? <Details summary="A step is missing">{more}</Details> : more}
      </>
    );
  },
  edit: (document, values) => {
    const known = new Set(allClauses(document).map(({ id }) => id));
    const more = listValue({ values, errors: {} }, 'more').filter((id) => known.has(id));
    const set = setResponses(document, stepsSaid(document, values));
    return { document: more.reduce((changed, id) => setClauseKind(changed, id, 'response'), set) };
  },
};
