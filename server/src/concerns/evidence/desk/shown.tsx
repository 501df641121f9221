import { Button, Details, errorOf, Form, type FormState, InsetText, Radios } from '../../../ui/index.ts';
import { type CustodyEntry, keepCustody } from '../custody.ts';
import { OCCASIONS, type Occasion, USED } from '../kinds.ts';
import { type PieceAttempt, pieceFor } from './acts.ts';
import { OCCASION_NAMES } from './words.ts';

/**
 * Writes down that a piece was shown to somebody: from then on it is kept with its case (domain 3.4).
 * @throws Refusal 404 for whoever may not read the concern
 */
export async function markShown(attempt: PieceAttempt, occasion: Occasion): Promise<void> {
  const { work, staff, evidence } = attempt;
  await pieceFor(attempt, true);
  await keepCustody(work, evidence, 'shown', staff.member, occasion);
}

interface ShownProps {
  readonly here: string;
  readonly once: string;
  readonly form: FormState;
  readonly custody: readonly CustodyEntry[];
}

/** How long a piece is kept, by whether somebody was shown it, and the way to write down that somebody was. */
export function ShownPart({ here, once, form, custody }: ShownProps) {
  const used = custody.some(({ act }) => USED.includes(act));
  return (
    <>
      <InsetText>
        {used
          ? 'It was shown to somebody, so it is kept as long as the case.'
          : 'Nobody outside was shown it yet. A piece that nobody was shown goes when the case is over.'}
      </InsetText>
      <Details
        summary="Write down that it was shown to somebody"
        open={errorOf(form.errors, 'occasion') !== undefined}
      >
        <Form action={`${here}/shown`} once={once}>
          <Radios
            form={form}
            name="occasion"
            label="Where was it shown?"
            items={OCCASIONS.map((value) => ({ value, label: OCCASION_NAMES[value] }))}
          />
          <Button kind="secondary">It was shown</Button>
        </Form>
      </Details>
    </>
  );
}
