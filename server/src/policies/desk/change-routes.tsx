import { CLAUSE_KINDS, PolicyEditError } from '@handbell/policy';
import { z } from 'zod';
import { type Answer, go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { Button, ButtonGroup, Form, type FormState, InsetText, textValue } from '../../ui/index.ts';
import { changeDraft, findPolicy } from '../drafts.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { isConduct } from '../words.ts';
import { type Change, doubtAt, type FormValues } from './change.ts';
import { clauseAt, forceChange, kindChange } from './clause-change.tsx';
import { contactsChange } from './contacts-change.tsx';
import { PARTICULARS, type Particular } from './contents.tsx';
import { policyParams, versionedForm } from './fields.ts';
import { ladderChange } from './ladder-change.tsx';
import { deciderChange, groupsChange, reviewChange, titleChange } from './particulars.tsx';
import { clauseHref } from './reading.tsx';
import { audienceChange, hoursChange, linkedChange } from './scope-change.tsx';
import { whoChange, wordsChange } from './words-change.tsx';

type Params = { readonly id: PolicyId };
type Context = StaffContext<Params>;

const CHANGES: Readonly<Record<Particular, Change>> = {
  title: titleChange,
  groups: groupsChange,
  review: reviewChange,
  contacts: contactsChange,
  decider: deciderChange,
  ladder: ladderChange,
  audience: audienceChange,
  hours: hoursChange,
  linked: linkedChange,
};

const recordHref = (id: PolicyId) => `/desk/policy/${id}`;

interface ChangePage {
  readonly record: PolicyRecord;
  readonly change: Change;
  /** Where the page's form goes. */
  readonly action: string;
  readonly form: FormState;
  readonly doubt: number | undefined;
}

function changePage(context: Context, { record, change, action, form, doubt }: ChangePage): Page {
  const asked = doubt === undefined ? undefined : record.doubts[doubt];
  return context.page({
    title: change.title,
    room: '/desk/policy',
    back: { href: recordHref(record.id), label: `Version ${record.number}` },
    errors: form.errors,
    children: (
      <>
        {asked && (
          <InsetText>
            <bdi>{asked.message}</bdi>
          </InsetText>
        )}
        <Form action={action} once={context.once}>
          <input type="hidden" name="version" value={String(record.revision)} />
          {asked && <input type="hidden" name="doubt" value={String(doubt)} />}
          {change.fields(record.document, form)}
          <ButtonGroup>
            <Button>Save</Button>
            {asked && (
              <Button kind="secondary" name="go" value="keep">
                {change.keep}
              </Button>
            )}
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** Shows a change's page, with the answers that the document has now. */
async function showChange(context: Context, changeOf: (record: PolicyRecord) => Change): Promise<Page> {
  const record = await findPolicy(context.work, context.params.id);
  if (record.state !== 'draft') throw notFound();
  const change = changeOf(record);
  const form = { values: change.initial(record.document), errors: {} };
  const doubt = doubtAt(context.request.query.doubt);
  return changePage(context, { record, change, action: context.request.path, form, doubt });
}

/** Shows it again, with what was typed. */
async function againChange(
  context: Context,
  changeOf: (record: PolicyRecord) => Change,
  form: FormState,
): Promise<Page> {
  const record = await findPolicy(context.work, context.params.id);
  const doubt = doubtAt(textValue(form, 'doubt'));
  return changePage(context, { record, change: changeOf(record), action: context.request.path, form, doubt });
}

/** Does a change, or keeps things as they are and settles the doubt. */
async function actChange(
  { work, params }: Context,
  changeOf: (record: PolicyRecord) => Change,
  what: string,
  values: FormValues & { readonly version: number },
  next: string,
): Promise<Answer> {
  const { version: revision, ...fields } = values;
  const doubt = doubtAt(fields.doubt);
  if (fields.go === 'keep') {
    await changeDraft(work, params.id, { revision, what, edit: (document) => document, doubt });
    return go(recordHref(params.id), { done: 'Kept as it is.' });
  }
  const record = await findPolicy(work, params.id);
  try {
    const changed = changeOf(record).edit(record.document, fields);
    if ('errors' in changed) return wrong(changed.errors);
    // The version is checked under lock: had the document changed since it was read, the revision would differ.
    await changeDraft(work, params.id, { revision, what, edit: () => changed.document, doubt });
  } catch (error) {
    if (error instanceof PolicyEditError) return wrong({ form: error.message });
    throw error;
  }
  return go(next, { done: 'Saved.' });
}

/** The pages that change one thing of a draft: a particular of the document, or a clause. */
export function changeRoutes(routes: Routes): void {
  for (const what of PARTICULARS) {
    const path = `/desk/policy/:id/change/${what}`;
    const changeOf = () => CHANGES[what];
    routes.staffPage(path, {
      may: 'policy.edit',
      params: policyParams,
      show: (context) => showChange(context, changeOf),
    });
    routes.staffAct(path, {
      may: 'policy.edit',
      params: policyParams,
      form: versionedForm,
      act: (context, values) => actChange(context, changeOf, what, values, recordHref(context.params.id)),
      again: (context, form) => againChange(context, changeOf, form),
    });
  }
  clauseRoutes(routes);
}

const CLAUSE_KIND = z.enum(CLAUSE_KINDS);
const clauseParams = policyParams.extend({ clause: z.string().max(60) });

function clauseRoutes(routes: Routes): void {
  const pages = [
    { path: '/desk/policy/:id/clause/:clause', what: 'clause-kind', make: kindChange },
    { path: '/desk/policy/:id/clause/:clause/force', what: 'clause-force', make: forceChange },
    { path: '/desk/policy/:id/clause/:clause/words', what: 'clause-words', make: wordsChange },
    { path: '/desk/policy/:id/clause/:clause/who', what: 'clause-who', make: whoChange },
  ];
  for (const { path, what, make } of pages) {
    const changeOf = (clauseId: string) => (record: PolicyRecord) => {
      const clause = clauseAt(record.document, clauseId);
      if (!clause) throw notFound();
      return make(clause);
    };
    routes.staffPage(path, {
      may: 'policy.edit',
      params: clauseParams,
      show: (context) => showChange(context, changeOf(context.params.clause)),
    });
    routes.staffAct(path, {
      may: 'policy.edit',
      params: clauseParams,
      form: versionedForm,
      act: (context, values) => {
        const { id, clause } = context.params;
        const kind = CLAUSE_KIND.safeParse(values.kind);
        // A clause that people can go against has a second question: what can follow.
        const more = what === 'clause-kind' && kind.success && isConduct(kind.data);
        const listed = what === 'clause-words' || what === 'clause-who';
        const next = more
          ? `${clauseHref(id, clause)}/force`
          : listed
            ? `${recordHref(id)}/clauses`
            : recordHref(id);
        return actChange(context, changeOf(clause), what, values, next);
      },
      again: (context, form) => againChange(context, changeOf(context.params.clause), form),
    });
  }
}
