import { reportsOf } from '../concerns/store.ts';
import type { Page } from '../edge/contexts.ts';
import { PaperLinks } from '../letters/paper-links.tsx';
import { schoolDay } from '../platform/clock.ts';
import { Button, ButtonLink, Form, type FormState, formatDate, Notice } from '../ui/index.ts';
import { type Answers, answersOf } from './assess.ts';
import { Assessment } from './assessment-view.tsx';
import { Beside, Flags } from './case-beside.tsx';
import { CaseEvidence, evidenceFor } from './case-evidence.tsx';
import { Accounts, Chronology, Contacts, Ending, Letters } from './case-record.tsx';
import { Facts, Told } from './case-summary.tsx';
import { DecisionView } from './decision-view.tsx';
import { decisionOf } from './decisions.ts';
import { accountsOf, contactsOf } from './gather.ts';
import { type CaseContext, caseHref } from './guarded.ts';
import type { WayTo } from './handover.ts';
import { namesOf } from './names.ts';
import { nextOf } from './next.ts';
import { mayReadNotes, Notes } from './notes/routes.tsx';
import { notesOf } from './notes/store.ts';
import { partiesOf } from './parties.ts';
import { type CaseFile, caseFor } from './read.ts';
import { ReferralPaper, ReferralView } from './referral/pages.tsx';
import { referralsOf } from './referral/store.ts';
import { hasEnded } from './states.ts';
import type { Next, NextStep } from './steps.ts';
import { Tasks } from './tasks/routes.tsx';
import { tasksOf } from './tasks/store.ts';
import { mayWork } from './visibility.ts';

function Step({ context, file, step, main }: StepProps) {
  const href = step.path.startsWith('/') ? step.path : `${caseHref(file.id)}/${step.path}`;
  if (step.kind === 'button') {
    return (
      <Form action={href} once={context.once}>
        <input type="hidden" name="version" value={`${file.version}`} />
        <Button kind={main ? 'primary' : 'secondary'}>{step.label}</Button>
      </Form>
    );
  }
  if (main) return <ButtonLink href={href}>{step.label}</ButtonLink>;
  return (
    <p>
      <a href={href}>{step.label}</a>
      {step.hint !== undefined && <span class="hb-quiet"> {step.hint}</span>}
    </p>
  );
}

interface StepProps {
  readonly context: CaseContext;
  readonly file: CaseFile;
  readonly step: NextStep;
  readonly main: boolean;
}

function WhatNext({ context, file, next }: { context: CaseContext; file: CaseFile; next: Next }) {
  return (
    <section aria-labelledby="form">
      <h2 id="form">What happens next</h2>
      <p>{next.say}</p>
      {next.main && <Step context={context} file={file} step={next.main} main />}
      {next.others.map((step) => (
        <Step context={context} file={file} step={step} main={false} />
      ))}
      {!hasEnded(file.state) && (
        <p>
          <a href={`${caseHref(file.id)}/interest`}>I have an interest in this case</a>
        </p>
      )}
    </section>
  );
}

/** A case, read from top to bottom: what it is, what happened, and at the foot what happens next. */
export async function casePage(context: CaseContext, form: FormState, way: WayTo): Promise<Page> {
  const { work, staff, params, flash } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const parties = await partiesOf(work, file.id);
  const accounts = await accountsOf(work, file.id);
  const contacts = await contactsOf(work, file.id);
  const answers: Answers = await answersOf(work, file.id);
  const decision = await decisionOf(work, file.id);
  const works = mayWork(staff, file.facts);
  const notes = mayReadNotes(staff, file) ? await notesOf(work, file.id) : [];
  const referrals = await referralsOf(work, file.id);
  const tasks = await tasksOf(work, file.id);
  const reports = file.concern ? await reportsOf(work, file.concern) : [];
  const brought = await evidenceFor(
    work,
    staff,
    reports.map(({ id }) => id),
  );
  return context.page({
    title: `Case ${file.reference}`,
    room: '/desk/cases',
    back: { href: '/desk/cases', label: 'Cases' },
    errors: form.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Case {file.reference}</h1>
        <p class="hb-quiet">Opened {formatDate(schoolDay(file.openedAt))}</p>
        <Flags file={file} />
        <Facts file={file} reports={reports} parties={parties} name={name} works={works} />
        <Told file={file} />
        <Accounts accounts={accounts} name={name} />
        <Contacts contacts={contacts} name={name} />
        <CaseEvidence brought={brought} />
        <Assessment
          answers={answers}
          href={file.state === 'assessment' && works ? caseHref(file.id) : undefined}
        />
        {decision && <DecisionView decision={decision} name={name} cited={file.cited} />}
        {decision && (
          <p>
            <PaperLinks name="Decision record" href={`${caseHref(file.id)}/record`} />
          </p>
        )}
        <Letters file={file} letters={file.letters} />
        {referrals.map((referral) => (
          <section aria-labelledby={`referral-${referral.id}`}>
            <h2 id={`referral-${referral.id}`}>Referral</h2>
            <ReferralView referral={referral} name={name} />
            <ReferralPaper id={file.id} referral={referral} />
          </section>
        ))}
        <Notes notes={notes} name={name} />
        <Tasks tasks={tasks} name={name} today={schoolDay(work.now)} once={context.once} id={file.id} />
        <Ending file={file} />
        <Chronology file={file} name={name} />
        <WhatNext context={context} file={file} next={nextOf(file, staff, way)} />
        <Beside file={file} person={staff} />
      </>
    ),
  });
}
