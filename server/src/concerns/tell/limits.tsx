import { SummaryList } from '../../ui/index.ts';
import { CONCERN_MODES, type ConcernMode } from '../kinds.ts';
import { MODE_NAMES } from '../labels.ts';

interface Promises {
  readonly knows: string;
  readonly subject: string;
  readonly limit: string;
  readonly after: string;
}

/** What each way of telling can and cannot promise (domain 2.4, rule 29). */
const PROMISES: Readonly<Record<ConcernMode, Promises>> = {
  confidential: {
    knows:
      'Two people at most, and only when they need to. Each time, Handbell asks for a reason and shows it on your page.',
    subject: 'We do not tell them who you are, unless the law says that we must. They may guess.',
    limit: 'If a child may be at risk, or for the police or a court, we may have to say who you are.',
    after: 'We can ask you questions, and write to you if you leave an address.',
  },
  named: {
    knows: 'The staff who look into it.',
    subject: 'Only if you agree.',
    limit: 'If a child may be at risk, or for the police or a court, we may have to say who you are.',
    after: 'We can ask you questions, and write to you if you leave an address.',
  },
  anonymous: {
    knows: 'Nobody.',
    subject: 'We cannot, because we do not know. They may guess from what you write.',
    limit: 'We may be able to do less. Nobody is given a warning on an anonymous report alone.',
    after:
      'Only through the code that you get at the end. If you lose it, we cannot reach you. With it you can later add an email address for news that nobody at the school sees.',
  },
};

/** The honest table, one way after another so that it reads on a phone: shown before anything is written. */
export function LimitsTable() {
  return (
    <>
      {CONCERN_MODES.map((mode) => (
        <>
          <h2>{MODE_NAMES[mode]}</h2>
          <SummaryList
            rows={[
              { key: 'Who knows that it was you', value: PROMISES[mode].knows },
              { key: 'Does the person it is about find out', value: PROMISES[mode].subject },
              { key: 'The limits', value: PROMISES[mode].limit },
              { key: 'Can we come back to you', value: PROMISES[mode].after },
            ]}
          />
        </>
      ))}
      <p>
        Whichever you choose, Handbell does not keep your internet address or anything about your phone or
        computer. It keeps the hour in which you told us, not the minute. Later you can say more of yourself,
        but what the school knows cannot be taken back.
      </p>
      <p>
        Whoever runs the wi-fi you are on can see that you visited the pages of this school, but not what you
        read or wrote. If you are afraid of them, use another connection.
      </p>
    </>
  );
}
