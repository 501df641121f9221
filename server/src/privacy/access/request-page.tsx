import type { Page } from '../../edge/contexts.ts';
import { bankHolidaysOf } from '../../schools/bank-holidays.ts';
import {
  Button,
  ButtonLink,
  Details,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Name,
  Radios,
  type SummaryRow,
  Table,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { logEntryPage } from '../log-page.tsx';
import { answerBy } from './clock.ts';
import { REQUESTS, type RequestContext, recordHref, requestHref } from './frame.tsx';
import { type KeptFound, recordsOf } from './records-store.ts';
import {
  CHANNEL_TEXT,
  ENDING_TEXT,
  ENDINGS,
  PAUSE_REASONS,
  PAUSE_TEXT,
  REQUEST_STATE_TEXT,
} from './rules.ts';
import { NOT_SEARCHED, OWN_CONCERNS, SEARCHED } from './search.ts';
import { type AccessRequest, findRequest } from './store.ts';

function factsOf(request: AccessRequest, nameOf: (id: AccessRequest['checker']) => string): SummaryRow[] {
  const { name, contact, words, channel, state, pauses, extended, checker, backWhy, closedOn } = request;
  const { sentHow, ended, pdf } = request;
  return [
    { key: 'From', value: <Name>{name}</Name> },
    { key: 'Answer to', value: <Name>{contact}</Name> },
    { key: 'How it came', value: CHANNEL_TEXT[channel] },
    { key: 'What they ask for', value: <UserText text={words} /> },
    { key: 'How it stands', value: REQUEST_STATE_TEXT[state] },
    ...pauses.map(({ reason, from, until }) => ({
      key: PAUSE_TEXT[reason],
      value: `${formatShortDate(from)} to ${until ? formatShortDate(until) : 'now'}`,
    })),
    ...(extended
      ? [
          {
            key: `Two more months, told ${formatShortDate(extended.on)}`,
            value: <UserText text={extended.why} />,
          },
        ]
      : []),
    ...(checker && pdf ? [{ key: 'Checked by', value: <Name>{nameOf(checker)}</Name> }] : []),
    ...(backWhy === '' ? [] : [{ key: 'Sent back, because', value: <UserText text={backWhy} /> }]),
    ...(sentHow === '' || !closedOn
      ? []
      : [{ key: `Sent ${formatShortDate(closedOn)}`, value: <UserText text={sentHow} /> }]),
    ...(ended ? [{ key: ENDING_TEXT[ended.how], value: <UserText text={ended.why} /> }] : []),
    ...(pdf ? [{ key: 'Fingerprint of the pack', value: <code class="hb-hash">{pdf.hash}</code> }] : []),
  ];
}

const INCLUDED = { yes: 'In the pack', no: 'Left out', open: 'Not decided yet' } as const;
const standing = ({ included }: KeptFound) =>
  INCLUDED[included === undefined ? 'open' : included ? 'yes' : 'no'];

function Records({ request, records }: { request: AccessRequest; records: readonly KeptFound[] }) {
  return (
    <section aria-labelledby="found">
      <h2 id="found">What the search found</h2>
      <Table
        caption="Records found"
        captionHidden
        columns={[{ header: 'Record' }, { header: 'In the pack?' }]}
        rows={records.map((each) => [
          request.state === 'open' ? (
            <a href={recordHref(request.id, each.object)}>{each.label}</a>
          ) : (
            each.label
          ),
          standing(each),
        ])}
        empty={<p>Nothing in Handbell names them as you wrote them. A pack can say so.</p>}
      />
      <Details summary="Where Handbell looked, and where you must">
        <p>Handbell looked for the name and the contact in:</p>
        <ul>
          {SEARCHED.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
        <h3>Concerns that they raised themselves</h3>
        <ul>
          {OWN_CONCERNS.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
        <p>It did not look here. Ask or look yourself, as far as is reasonable:</p>
        <ul>
          {NOT_SEARCHED.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      </Details>
    </section>
  );
}

function ClockForms({ request, once, form }: { request: AccessRequest; once: string; form: FormState }) {
  const href = requestHref(request.id);
  if (request.pauses.some(({ until }) => until === undefined)) {
    return (
      <Form action={`${href}/resume`} once={once}>
        <h2>They have answered</h2>
        <Button>Let the clock run from today</Button>
      </Form>
    );
  }
  return (
    <Details
      summary="Ask them something, or take longer"
      open={form.errors.reason !== undefined || form.errors.why !== undefined}
    >
      <Form action={`${href}/pause`} once={once}>
        <Radios
          form={form}
          name="reason"
          label="What did you ask them today?"
          hint="Ask who they are only if you really are not sure. The clock stands still until they answer."
          items={PAUSE_REASONS.map((value) => ({ value, label: PAUSE_TEXT[value] }))}
        />
        <Button kind="secondary">Let the clock stand still</Button>
      </Form>
      {!request.extended && (
        <Form action={`${href}/extend`} once={once}>
          <TextArea
            form={form}
            name="why"
            label="Why does it take two more months?"
            hint="Only when it is complex. Tell them within the first month, with this reason."
            rows={3}
          />
          <Button kind="secondary">I have told them: take two more months</Button>
        </Form>
      )}
    </Details>
  );
}

function EndForm({ request, once, form }: { request: AccessRequest; once: string; form: FormState }) {
  return (
    <Details
      summary="End it without a pack"
      open={form.errors.how !== undefined || form.errors.endWhy !== undefined}
    >
      <Form action={`${requestHref(request.id)}/end`} once={once}>
        <Radios
          form={form}
          name="how"
          label="How does it end?"
          items={ENDINGS.map((value) => ({ value, label: ENDING_TEXT[value] }))}
        />
        <TextArea form={form} name="endWhy" label="Why?" rows={3} />
        <Button kind="secondary">End the request</Button>
      </Form>
    </Details>
  );
}

function NextStep({ request, once, form }: { request: AccessRequest; once: string; form: FormState }) {
  const href = requestHref(request.id);
  switch (request.state) {
    case 'open':
      return (
        <>
          <ButtonLink href={`${href}/prepare`}>Look at the pack and have it checked</ButtonLink>
          <Form action={`${href}/search`} once={once}>
            <Button kind="secondary">Search again</Button>
          </Form>
        </>
      );
    case 'prepared':
    case 'checked':
      return (
        <>
          <p>
            <a href={`${href}/pack`}>The pack as it will go (PDF)</a>
          </p>
          {request.state === 'prepared' && <p>Nothing goes before somebody else has looked at it.</p>}
          {request.state === 'checked' && (
            <Form action={`${href}/send`} once={once}>
              <TextArea
                form={form}
                name="how"
                label="How did it go to them?"
                hint="Such as by hand, by recorded post, or by email with a password told by phone."
                rows={2}
              />
              <Button>It went today</Button>
            </Form>
          )}
          <Details summary="Take it back to change something" open={form.errors.why !== undefined}>
            <Form action={`${href}/send-back`} once={once}>
              <TextArea form={form} name="why" label="What is to be changed?" rows={2} />
              <Button kind="secondary">Take it back</Button>
            </Form>
          </Details>
        </>
      );
    case 'sent':
      return (
        <p>
          <a href={`${href}/pack`}>The pack as it went (PDF)</a>
        </p>
      );
    case 'ended':
      return null;
  }
}

/** A request: its clock, what was found, and what is to be done next. */
export async function requestPage(
  context: RequestContext,
  form: FormState,
  nameOf: (id: AccessRequest['checker']) => string,
): Promise<Page> {
  const { work, once, school } = context;
  const request = await findRequest(work, context.params.request);
  const due = answerBy(request, bankHolidaysOf(school.profile.nation));
  const over = request.closedOn !== undefined;
  return logEntryPage(context, {
    title: `Request of ${formatShortDate(request.receivedOn)}`,
    back: { href: REQUESTS, label: 'Requests for their own data' },
    form,
    clock: over
      ? undefined
      : due
        ? `Answer by ${formatDate(due)}.`
        : 'The clock stands still until they answer what you asked.',
    rows: factsOf(request, nameOf),
    children: (
      <>
        <Records request={request} records={await recordsOf(work, request.id)} />
        {!over && <p>While this request is open, none of these records is destroyed.</p>}
        <NextStep request={request} once={once} form={form} />
        {request.state === 'open' && <ClockForms request={request} once={once} form={form} />}
        {!over && <EndForm request={request} once={once} form={form} />}
      </>
    ),
  });
}
