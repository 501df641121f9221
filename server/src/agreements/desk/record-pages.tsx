import type { DeskPageProps } from '../../edge/contexts.ts';
import type { FileId } from '../../platform/files/tables.ts';
import { type PolicyVersion, slipCode } from '../../policies/version.ts';
import {
  Button,
  Checkbox,
  DateInput,
  Details,
  EmptyState,
  FileUpload,
  Form,
  type FormState,
  formatDateTime,
  Notice,
  Radios,
  Table,
  TextInput,
} from '../../ui/index.ts';
import type { WaitingScan } from '../scans.ts';

const ROOM = '/desk/agreements';
const BACK = { href: ROOM, label: 'Agreements' };

interface RecordShown {
  readonly form: FormState;
  readonly once: string;
  readonly versions: readonly PolicyVersion[];
  readonly done: string | undefined;
  /** The scan that is keyed in, when there is one. */
  readonly scan: { readonly file: FileId; readonly picture: boolean } | undefined;
  readonly waiting: number;
}

/** Where the office keys a paper slip in, one after the other, from paper or beside its scan. */
export function recordPage(shown: RecordShown): DeskPageProps {
  const { once, versions, done, scan, waiting, form } = shown;
  return {
    title: 'Record a paper slip',
    room: ROOM,
    back: BACK,
    errors: form.errors,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>Record a paper slip</h1>
        {versions.length === 0 ? (
          <EmptyState
            title="No policy has been in force yet"
            action={{ href: '/desk/policy', label: 'Go to the policy' }}
          >
            <p>Slips can be recorded once there is one.</p>
          </EmptyState>
        ) : (
          <>
            {scan && <ScanShown {...scan} />}
            <RecordForm {...shown} />
          </>
        )}
        {scan ? (
          <>
            <p>
              The scan is kept, sealed, with the record; that of a wish to talk is deleted.{' '}
              <a href={`${ROOM}/scans`}>All scans that wait</a>
            </p>
            <Details summary="This is no slip, or it is keyed in already">
              <Form action={`${ROOM}/scans/${scan.file}/drop`} once={once}>
                <Button kind="warning">Throw the scan away</Button>
              </Form>
            </Details>
          </>
        ) : (
          <p>
            Keep the slip until the policy is replaced, or <a href={`${ROOM}/scans`}>keep a scan of it</a>
            {waiting > 0 && ` (${waiting} to key in)`}. <a href={`${ROOM}/slip.pdf`}>Print slips</a>
          </p>
        )}
      </>
    ),
  };
}

function ScanShown({ file, picture }: { file: FileId; picture: boolean }) {
  const href = `${ROOM}/scans/${file}/file`;
  return picture ? (
    <p>
      <a href={href}>
        <img class="hb-scan" src={href} alt="The scanned slip. Opens larger." />
      </a>
    </p>
  ) : (
    <p>
      <a href={href}>Open the scanned slip (PDF)</a>
    </p>
  );
}

function Signed({ form }: { form: FormState }) {
  return (
    <>
      <DateInput form={form} name="on" label="Date on the slip" hint="Such as 18 11 2025." />
      {form.errors.another !== undefined && (
        <Checkbox form={form} name="another" label="This is another person of the same name" />
      )}
    </>
  );
}

function RecordForm({ form, once, versions, scan }: RecordShown) {
  return (
    <Form action={`${ROOM}/record`} once={once}>
      {scan && <input type="hidden" name="scan" value={scan.file} />}
      <TextInput
        form={form}
        name="code"
        label="Code on the slip"
        width={10}
        hint={`It says which version was signed. The one in force has ${versions.map(slipCode)[0]}.`}
        autocomplete="off"
        spellcheck={false}
      />
      <TextInput
        form={form}
        name="name"
        label="Name"
        hint="As it stands on the slip."
        autocomplete="off"
        spellcheck={false}
      />
      <TextInput
        form={form}
        name="childClass"
        label="Class or classes"
        width={20}
        autocomplete="off"
        optional
      />
      <Radios
        form={form}
        name="says"
        label="What the slip says"
        hint="If it is signed and the box for a talk is ticked, note the talk. You can record the rest after it."
        items={[
          { value: 'signed', label: 'Signed', conditional: <Signed form={form} /> },
          {
            value: 'talk',
            label: 'Wants to talk first',
            conditional: (
              <TextInput
                form={form}
                name="contact"
                label="How to reach them"
                hint="As it stands on the slip. We delete it after the talk."
                autocomplete="off"
                spellcheck={false}
                optional
              />
            ),
          },
        ]}
      />
      <Button>Record</Button>
    </Form>
  );
}

/** The pile of scans: where one is brought, and those that wait. */
export function scansPage(
  form: FormState,
  once: string,
  waiting: readonly WaitingScan[],
  done: string | undefined,
): DeskPageProps {
  return {
    title: 'Scanned slips',
    room: ROOM,
    back: { href: `${ROOM}/record`, label: 'Record a paper slip' },
    errors: form.errors,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>Scanned slips</h1>
        <p>
          Scan or photograph a slip, a file a slip. You read its code and name from the picture and key them
          in; nothing is guessed. The scan stays sealed with the record.
        </p>
        <Form action={`${ROOM}/scans`} once={once} multipart>
          <FileUpload
            form={form}
            name="file"
            label="The scanned slip"
            hint="A PDF, or a picture that ends in .jpg or .png, of up to 10 MB."
            accept=".pdf,.jpg,.jpeg,.png,.webp"
          />
          <Button>Bring it in</Button>
        </Form>
        <Table
          caption="Waiting to be keyed in"
          columns={[{ header: 'Brought in' }, { header: 'What to do' }]}
          rows={waiting.map(({ file, broughtAt }) => [
            formatDateTime(broughtAt),
            <a href={`${ROOM}/scans/${file}`}>
              Key it in<span class="govuk-visually-hidden">: brought in {formatDateTime(broughtAt)}</span>
            </a>,
          ])}
          empty={<p>No scan waits.</p>}
        />
      </>
    ),
  };
}
