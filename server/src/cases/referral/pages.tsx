import type { Page } from '../../edge/contexts.ts';
import { PaperLinks } from '../../letters/paper-links.tsx';
import {
  Button,
  Checkbox,
  Checkboxes,
  DateInput,
  Details,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  InsetText,
  Name,
  Radios,
  SummaryList,
  TextArea,
  TextInput,
  UserText,
  WarningText,
} from '../../ui/index.ts';
import { AGENCY_TEXT, GROUND_TEXT, TRIED_TEXT } from '../code-text.ts';
import { REFERRAL_AGENCIES, REFERRAL_GROUNDS, REFERRAL_TRIED } from '../codes.ts';
import { stepPage } from '../frame.tsx';
import { type CaseContext, caseHref } from '../guarded.ts';
import { type NameOf, namesOf } from '../names.ts';
import { type CaseFile, caseFor } from '../read.ts';
import { mayApprove, mayWork, wantsApproval } from '../visibility.ts';
import { type KeptReferral, referralsOf } from './store.ts';

/** A referral in words: what happened, what else was tried, who agreed, and what was shared (D16). */
export function ReferralView({ referral, name }: { referral: KeptReferral; name: NameOf }) {
  const { agency, danger, grounds, tried, facts, triedWords, askedBy, approvedBy, declinedAt, made } =
    referral;
  return (
    <SummaryList
      rows={[
        { key: 'To', value: AGENCY_TEXT[agency] },
        ...(danger ? [{ key: 'Danger', value: 'A life was in danger, so it was made at once' }] : []),
        {
          key: 'What happened',
          value: (
            <>
              {grounds.map(({ ground, on }) => (
                <p>
                  {GROUND_TEXT[ground]}
                  {on !== '' && <>, {formatShortDate(on)}</>}
                </p>
              ))}
              <UserText text={facts} />
            </>
          ),
        },
        {
          key: 'What else was tried',
          value: (
            <>
              <p>{tried.map((each) => TRIED_TEXT[each]).join('; ')}</p>
              <UserText text={triedWords} />
            </>
          ),
        },
        { key: 'Prepared by', value: <Name>{name(askedBy)}</Name> },
        ...(approvedBy ? [{ key: 'Agreed to by', value: <Name>{name(approvedBy)}</Name> }] : []),
        ...(declinedAt ? [{ key: 'Given up', value: formatDate(declinedAt) }] : []),
        ...(made
          ? [
              {
                key: 'Made',
                value: (
                  <>
                    {formatDate(made.at)}: {made.to}
                  </>
                ),
              },
              { key: 'What was shared', value: <UserText text={made.shared} /> },
              { key: 'On what basis', value: <UserText text={made.basis} /> },
              ...(made.expected === ''
                ? []
                : [{ key: 'What they will do', value: <UserText text={made.expected} /> }]),
              {
                key: made.toldParent ? 'The parent was told' : 'The parent was not told',
                value: <UserText text={made.toldWhy} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** The record of a referral that was made, to print (D16). */
export function ReferralPaper({ id, referral }: { id: CaseFile['id']; referral: KeptReferral }) {
  if (!referral.made) return null;
  return (
    <p>
      <PaperLinks
        name="Record of the referral"
        href={`${caseHref(id)}/referral`}
        query={`paper=${referral.id}`}
      />
    </p>
  );
}

function Prepare({ context, form }: { context: CaseContext; form: FormState }) {
  return (
    <>
      <InsetText>
        If somebody’s life is in danger now, call 999 first. Then record it here: a referral in danger needs
        no second person.
      </InsetText>
      <p>
        Words that are rude, shocking or unpopular may be no crime at all, and a call to the police cannot be
        taken back. That is why a referral has three locks: what has happened, what else was tried, and a
        second person whom the words are not about.
      </p>
      <Form action={`${context.request.path}/prepare`} once={context.once} id="form">
        <Radios
          form={form}
          name="agency"
          label="To whom?"
          items={REFERRAL_AGENCIES.map((value) => ({ value, label: AGENCY_TEXT[value] }))}
        />
        <Checkbox form={form} name="danger" label="Somebody’s life is in danger now" />
        <Checkboxes
          form={form}
          name="grounds"
          label="What has happened?"
          items={REFERRAL_GROUNDS.map((value) => ({ value, label: GROUND_TEXT[value] }))}
        />
        <DateInput
          form={form}
          name="on"
          label="When did it happen?"
          hint="The last time, if it was more than once. Leave it empty in danger."
        />
        <TextArea
          form={form}
          name="facts"
          label="What are the facts?"
          hint="What was written or done, by whom, where, and how you know. No history that has nothing to do with it."
          rows={6}
        />
        <Checkboxes
          form={form}
          name="tried"
          label="What else was tried?"
          items={REFERRAL_TRIED.map((value) => ({ value, label: TRIED_TEXT[value] }))}
        />
        <TextArea
          form={form}
          name="triedWords"
          label="What came of it, or why would nothing else do?"
          rows={4}
        />
        <Button>Keep the referral</Button>
      </Form>
    </>
  );
}

function Make({ context, form, href }: { context: CaseContext; form: FormState; href: string }) {
  return (
    <>
      <h2>When you have made it</h2>
      <Form action={`${href}/make`} once={context.once} id="form">
        <TextInput
          form={form}
          name="to"
          label="To whom, how, and under which number?"
          hint="For example: by phone to 101, officer’s name, log number."
        />
        <TextArea form={form} name="shared" label="What exactly did you share?" rows={4} />
        <TextArea
          form={form}
          name="basis"
          label="On what lawful basis?"
          hint="May be: to prevent or detect crime, or to keep a child safe. Ask the data protection lead if you are not sure."
          rows={2}
        />
        <TextArea
          form={form}
          name="expected"
          label="What did they say they will do, and by when?"
          optional
          rows={2}
        />
        <Radios
          form={form}
          name="told"
          label="Was the parent told?"
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <TextArea form={form} name="toldWhy" label="Why, or why not?" rows={2} />
        <Checkbox
          form={form}
          name="hold"
          label="They ask that nobody speaks to the parent for now (police hold)"
        />
        <Button>Record that it was made</Button>
      </Form>
    </>
  );
}

interface Open {
  readonly context: CaseContext;
  readonly form: FormState;
  readonly file: CaseFile;
  readonly href: string;
}

function OpenReferral({ context, form, file, href }: Open) {
  const { staff, once } = context;
  const { facts } = file;
  const waits = wantsApproval(facts);
  const works = mayWork(staff, facts) || facts.decider === staff.member;
  return (
    <>
      {waits && (
        <p>
          A second person must agree: somebody the words are not about. One of the two is the person who
          decides this case.
        </p>
      )}
      {waits && mayApprove(staff, facts) && (
        <Form action={`${href}/approve`} once={once}>
          <Button>I have read this and agree</Button>
        </Form>
      )}
      {!waits && works && <Make context={context} form={form} href={href} />}
      <Details summary="If it should not be made after all">
        <Form action={`${href}/decline`} once={once}>
          <TextArea form={form} name="reason" label="Why not?" rows={2} />
          <Button kind="secondary">Give the referral up</Button>
        </Form>
      </Details>
    </>
  );
}

function PoliceHold({ context, form, file }: Pick<Open, 'context' | 'form' | 'file'>) {
  const on = file.facts.policeHold;
  return (
    <>
      <h2>Police hold</h2>
      {on && (
        <WarningText>The police have asked that nobody speaks to the parent. Nothing goes out.</WarningText>
      )}
      <Details summary={on ? 'The hold has ended' : 'The police ask us not to speak to the parent'}>
        <Form action={`${caseHref(file.id)}/police-hold`} once={context.once}>
          <input type="hidden" name="hold" value={on ? 'off' : 'on'} />
          <TextArea
            form={form}
            name="holdReason"
            label={on ? 'Who ended it, and when?' : 'Who asked, when, and for how long?'}
            rows={2}
          />
          <Button kind="secondary">{on ? 'End the hold' : 'Begin the hold'}</Button>
        </Form>
      </Details>
    </>
  );
}

/** Referrals of a case: prepared, agreed to, made; and the police hold (rule 15, D16). */
export async function referralPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const referrals = await referralsOf(work, file.id);
  const href = `${caseHref(file.id)}/referral`;
  const works = mayWork(staff, file.facts) || file.facts.decider === staff.member;
  const at = { ...context, request: { ...context.request, path: href } };
  return stepPage(context, file, {
    title: 'Police and other bodies',
    form,
    children: (
      <>
        <h1>Police and other bodies</h1>
        {referrals.map((referral) => (
          <ReferralView referral={referral} name={name} />
        ))}
        {file.facts.referral ? (
          <OpenReferral context={at} form={form} file={file} href={href} />
        ) : (
          works && <Prepare context={at} form={form} />
        )}
        {works && <PoliceHold context={context} form={form} file={file} />}
      </>
    ),
  });
}
