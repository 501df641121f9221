import type { MemberId } from '../platform/ids.ts';
import { formatDateTime, formatShortDate, Name, SummaryList, UserText } from '../ui/index.ts';
import type { KeptDecision } from './decisions.ts';
import type { Cited } from './kinds.ts';
import { findOutcome } from './outcomes.ts';

interface Props {
  readonly decision: KeptDecision;
  readonly name: (member: MemberId | undefined) => string;
  readonly cited: Cited;
}

/** A decision with its reasons, and what it had to say for itself. */
export function DecisionView({ decision, name, cited }: Props) {
  const { decidedBy, decidedAt, secondBy, secondAt, expiresOn, standing } = decision;
  const words = (key: string, text: string) =>
    text === '' ? [] : [{ key, value: <UserText text={text} /> }];
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Decision: {decision.label}</h2>
      <SummaryList
        rows={[
          {
            key: 'Decided',
            value: (
              <>
                {formatDateTime(decidedAt)} by <Name>{name(decidedBy)}</Name>
              </>
            ),
          },
          ...words('Reasons', decision.reasons),
          ...words('What is asked of the parent', decision.expected),
          {
            key: 'Step the parent stood on before',
            value: findOutcome(cited.ladder, standing)?.label ?? 'None',
          },
          ...words('Why more than one step up', decision.jumpReason),
          ...words('Why somebody who looked into it decided', decision.overrideReason),
          ...(expiresOn ? [{ key: 'The warning ends', value: formatShortDate(expiresOn) }] : []),
          ...(secondBy && secondAt
            ? [
                {
                  key: 'Second signature',
                  value: (
                    <>
                      {formatDateTime(secondAt)} by <Name>{name(secondBy)}</Name>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
