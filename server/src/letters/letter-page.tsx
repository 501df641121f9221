import type { Page, StaffContext } from '../edge/contexts.ts';
import { listMembers } from '../people/store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DateInput,
  Details,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  hasErrors,
  InsetText,
  Name,
  Notice,
  Radios,
  SummaryList,
  Table,
} from '../ui/index.ts';
import { canBeMailed, type Delivery, deliveriesOf, mustWait, ON_HOLD } from './delivery.ts';
import { GIVEN_BY, GIVEN_TEXT, LETTER_TEXT, type LetterId, RETURNED_TEXT, RETURNED_WHY } from './rules.ts';
import type { Letter } from './store.ts';

type Context = StaffContext<{ id: LetterId }>;

/** The address of an issued letter. */
export const printHref = ({ id }: Pick<Letter, 'id'>): string => `/desk/letters/${id}`;

function Deliveries({
  deliveries,
  name,
}: {
  deliveries: readonly Delivery[];
  name: (of: Delivery) => string;
}) {
  if (deliveries.length === 0) return null;
  return (
    <Table
      caption="Service"
      columns={[{ header: 'Day' }, { header: 'How' }, { header: 'Recorded by' }, { header: 'Came back' }]}
      rows={deliveries.map((each) => [
        formatShortDate(each.on),
        GIVEN_TEXT[each.how],
        <Name>{name(each)}</Name>,
        each.returned ? `${formatShortDate(each.returned.on)}: ${RETURNED_TEXT[each.returned.why]}` : 'No',
      ])}
      empty=""
    />
  );
}

interface FormProps {
  readonly context: Context;
  readonly letter: Letter;
  readonly form: FormState;
}

function GiveForm({ context, letter, form }: FormProps) {
  return (
    <>
      <h2>When it has been given</h2>
      <Form action={`${printHref(letter)}/given`} once={context.once} id="form">
        <Radios
          form={form}
          name="how"
          label={`How was it given to ${LETTER_TEXT[letter.kind].to === 'parent' ? 'the parent' : 'them'}?`}
          items={GIVEN_BY.map((value) => ({ value, label: GIVEN_TEXT[value] }))}
        />
        <DateInput form={form} name="on" label="On which day?" />
        <Button>Record that it was given</Button>
      </Form>
    </>
  );
}

/** For a parent who agreed to mail: it says that there is something on their page, and nothing of what (principle 5). */
function MailForm({ context, letter }: Omit<FormProps, 'form'>) {
  return (
    <>
      <h2>Send it to their own page</h2>
      <p>
        The parent agreed to be told by mail. The mail says that there is something for them, and they read
        the letter on their own page.
      </p>
      <Form action={`${printHref(letter)}/mailed`} once={context.once}>
        <Button kind="secondary">Tell the parent by mail</Button>
      </Form>
    </>
  );
}

function ReturnForm({ context, letter, form }: FormProps) {
  return (
    <Details summary="The letter came back" open={hasErrors(form.errors)}>
      <p>It then counts as not given. Check the address on the case, and give it again.</p>
      <Form action={`${printHref(letter)}/returned`} once={context.once} id="form">
        <Radios
          form={form}
          name="why"
          label="Why did it come back?"
          items={RETURNED_WHY.map((value) => ({ value, label: RETURNED_TEXT[value] }))}
        />
        <DateInput form={form} name="back" label="On which day did it come back?" />
        <Button kind="secondary">Record that it came back</Button>
      </Form>
    </Details>
  );
}

/** An issued letter: to print, with how it was signed, and each time it was given or came back. */
export async function issuedPage(context: Context, letter: Letter, form: FormState): Promise<Page> {
  const { work, flash } = context;
  const { matter, given, issuedAt, largePrint, files, kind } = letter;
  const waits = !given && (await mustWait(work, letter));
  const mailable = !given && !waits && (await canBeMailed(work, letter));
  const names = new Map((await listMembers(work)).map((member) => [member.id, member.name]));
  const nameOf = (member: Letter['issuedBy']) => (member && names.get(member)) ?? 'Somebody who has left';
  return context.page({
    title: `Letter ${letter.reference}`,
    room: '/desk/letters',
    back: { href: '/desk/letters', label: 'Letters' },
    errors: form.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <span class="hb-caption">{LETTER_TEXT[kind].name}</span>
        <h1>Letter {letter.reference}</h1>
        <SummaryList
          rows={[
            { key: 'To', value: <Name>{matter.recipient.name}</Name> },
            {
              key: 'Address',
              value: matter.recipient.address === '' ? 'None on record' : matter.recipient.address,
            },
            {
              key: 'Issued',
              value: (
                <>
                  {issuedAt ? formatDate(issuedAt) : ''} by <Name>{nameOf(letter.issuedBy)}</Name>
                </>
              ),
            },
            {
              key: 'Signed',
              value:
                letter.signed === 'typed'
                  ? 'With the name of whoever issued it'
                  : 'By hand: sign it when it is printed',
            },
            { key: 'Print', value: largePrint ? 'Large print' : 'Ordinary print' },
            ...(given ? [{ key: 'Given', value: `${formatDate(given.on)}. ${GIVEN_TEXT[given.how]}.` }] : []),
            {
              key: 'Fingerprint of the PDF',
              value: (
                <>
                  <code class="hb-code">{files?.pdfHash}</code>
                  <p class="hb-quiet">It proves that the file is the one that was issued.</p>
                </>
              ),
            },
          ]}
        />
        <ButtonGroup>
          <ButtonLink href={`${printHref(letter)}/letter.pdf`}>Open the PDF</ButtonLink>
          <ButtonLink href={`${printHref(letter)}/letter.docx`} kind="secondary">
            Download for Word
          </ButtonLink>
        </ButtonGroup>
        <Deliveries deliveries={await deliveriesOf(work, letter.id)} name={({ by }) => nameOf(by)} />
        {given && <ReturnForm context={context} letter={letter} form={form} />}
        {waits && (
          <InsetText>
            <strong>{ON_HOLD.what}</strong> {ON_HOLD.next}
          </InsetText>
        )}
        {!given && !waits && (
          <>
            {mailable && <MailForm context={context} letter={letter} />}
            <GiveForm context={context} letter={letter} form={form} />
          </>
        )}
      </>
    ),
  });
}
