import { formatDate } from '../ui/index.ts';
import { CLEAR_TEXT } from './code-text.ts';
import { CLEAR_STEPS } from './codes.ts';
import { contactHold } from './contact-hold.ts';
import type { WayTo } from './handover.ts';
import { isUntold, parentHeard, type Reached, reached } from './hearing.ts';
import { afterReview, askForReview, issued, REOPEN, reviewing, TELL, withReview } from './next-after.ts';
import { findOutcome } from './outcomes.ts';
import { findQuestion, QUESTION_IDS } from './questions.ts';
import type { CaseFile } from './read.ts';
import { refusalText } from './refusals.ts';
import { hasEnded } from './states.ts';
import { button, type Next, type NextStep, page } from './steps.ts';
import { maySignSecond, mayWork, type Person, wantsSecondSignature } from './visibility.ts';

const ACCOUNT = page('Record an account', 'account');
const CONTACT = page('Record a contact with the parent', 'contact');

function gathering({ facts }: CaseFile): Next {
  const none = facts.sources.length === 0;
  return {
    say: none
      ? 'Gather information from those involved, and record each account.'
      : 'When you know enough to speak to the parent, begin.',
    main: none ? ACCOUNT : button('Start speaking to the parent', 'contact/start'),
    others: none ? [] : [ACCOUNT],
  };
}

function contacting({ facts, outside, letters }: CaseFile): Next {
  if (parentHeard(facts, outside)) {
    return {
      say: 'The parent’s side is on record. Assess the case next.',
      main: button('Start the assessment', 'assessment/start'),
      others: [CONTACT, ACCOUNT],
    };
  }
  return {
    say: `Speak with the parent before anything else. If you cannot reach them, two tries on different days and a written invitation stand for that, once the day for an answer has passed. ${soFar(reached(facts, outside))}`,
    main: CONTACT,
    others: [firstLetter(letters), ACCOUNT],
  };
}

/** What there is already of two tries and an invitation. */
function soFar({ tries, answerBy }: Reached): string {
  const tried = tries === 0 ? 'no try' : tries === 1 ? 'one day with a try' : `tries on ${tries} days`;
  const invited = answerBy
    ? `an invitation that asks for an answer by ${formatDate(answerBy)}`
    : 'no invitation given';
  return `On record so far: ${tried}, and ${invited}.`;
}

/** The first letter, where it stands: to be written, to be finished, or to be printed and given. */
function firstLetter(letters: CaseFile['letters']): NextStep {
  const own = letters.filter(({ kind }) => kind === 'first-contact');
  const draft = own.find(({ state }) => state === 'draft');
  if (draft) return page('Go on with the first letter', `letters/${draft.id}`);
  const issued = own.find(({ state }) => state === 'issued');
  if (issued) {
    return page(
      'Print the first letter',
      `/desk/letters/${issued.id}`,
      'It counts as the invitation from the day on which it is given.',
    );
  }
  return page(
    own.some(({ state }) => state === 'given') ? 'Write another letter' : 'Write a first letter',
    'first-letter',
    'Offers two times to talk. It can stand as the invitation.',
  );
}

const HANDLING = page(
  'Feedback, or a matter of conduct?',
  'handling',
  'Criticism of the school is answered, never sanctioned.',
);

/** Feedback and complaints go by steps of their own (rule 17). */
function answering({ facts }: CaseFile): Next {
  const open = CLEAR_STEPS.filter((step) => !facts.clear.includes(step));
  const [first] = open;
  if (first) {
    return {
      say: `This is handled as feedback or a complaint: ${CLEAR_STEPS.length - open.length} of ${CLEAR_STEPS.length} steps are taken.`,
      main: page(CLEAR_TEXT[first].name, `clear/${first}`, CLEAR_TEXT[first].hint),
      others: [HANDLING, CONTACT, ACCOUNT],
    };
  }
  return {
    say: 'Every step is taken. Hand the case over, so that the answer can go out.',
    main: button('Hand over for a decision', 'hand-over'),
    others: [HANDLING, CONTACT, ACCOUNT],
  };
}

function assessing(file: CaseFile): Next {
  const { facts } = file;
  if (!facts.handling) {
    return {
      say: 'Settle first whether this is feedback or a complaint about the school in the wrong place.',
      main: HANDLING,
      others: [CONTACT, ACCOUNT],
    };
  }
  if (facts.handling === 'feedback') return answering(file);
  const open = QUESTION_IDS.filter((id) => !facts.answers[id]);
  const [first] = open;
  const question = first && findQuestion(first);
  if (question) {
    const done = QUESTION_IDS.length - open.length;
    return {
      say: `${done} of ${QUESTION_IDS.length} questions are answered.`,
      main: page(
        done === 0 ? 'Answer the first question' : 'Answer the next question',
        `assessment/${question.id}`,
      ),
      others: [HANDLING, CONTACT, ACCOUNT],
    };
  }
  return {
    say: 'Every question is answered. Read the answers through, then hand the case over.',
    main: button('Hand over for a decision', 'hand-over'),
    others: [CONTACT, ACCOUNT],
  };
}

function deciding({ facts, letters, cited, outside }: CaseFile, person: Person): Next {
  const { decision } = facts;
  if (!decision) {
    return {
      say: 'Read the parent’s account and the assessment, then decide.',
      main: page('Decide', 'decision'),
      others: [button('Send it back for more work', 'send-back')],
    };
  }
  const withdraw = button('Withdraw the decision', 'withdraw');
  if (facts.answeredSince) {
    return {
      say: 'The parent has written since the decision was taken. Read what they say under “Contact with the parent”. Then withdraw the decision and decide again, the same or differently.',
      main: withdraw,
      others: [],
    };
  }
  const outcome = findOutcome(cited.ladder, decision.outcome);
  const draft = letters.find(({ kind, state }) => kind === outcome?.letter && state === 'draft');
  if (wantsSecondSignature(facts)) {
    return {
      say: 'The decision is recorded. Because you also looked into the case, another person must sign it before it goes out.',
      main: draft && page('Look at the letter', `letters/${draft.id}`),
      others: [withdraw],
    };
  }
  if (draft) {
    return {
      say: 'The decision is recorded. Look at the letter and issue it.',
      main: page('Look at the letter', `letters/${draft.id}`),
      others: [withdraw],
    };
  }
  return {
    say:
      outcome && isUntold(outcome, facts, outside)
        ? 'The parent was never spoken to about this, so no letter is due.'
        : 'The decision is recorded.',
    main: facts.decider === person.member ? button('Issue the outcome', 'issue') : undefined,
    others: [withdraw],
  };
}

/** What somebody can do next in a case, and what they are waiting for when it is not their turn. */
export function nextOf(file: CaseFile, person: Person, way: WayTo): Next {
  const { facts, state } = file;
  const works = mayWork(person, facts);
  const decides = facts.decider === person.member;
  const nothing = decides ? [page('End it with no further action', 'no-further-action')] : [];
  const hold = hasEnded(state) ? undefined : contactHold(file);
  if (hold) return { say: refusalText({ code: hold }), main: undefined, others: works ? [ACCOUNT] : [] };
  const wait = (say: string): Next => ({ say, main: undefined, others: nothing });
  const also = (next: Next): Next => ({ ...next, others: [...next.others, ...nothing] });
  switch (state) {
    case 'gathering':
      return works ? also(gathering(file)) : wait('Accounts are being gathered.');
    case 'parent-contact':
      return works ? also(contacting(file)) : wait('Somebody is speaking with the parent.');
    case 'assessment':
      return works ? also(assessing(file)) : wait('The case is being assessed.');
    case 'decision':
      if (decides) return facts.decision ? deciding(file, person) : also(deciding(file, person));
      if (wantsSecondSignature(facts) && maySignSecond(person, facts)) {
        return {
          say: 'The person who decided also looked into the case, so a second person must sign.',
          main: page('Read the decision and sign', 'countersign'),
          others: [],
        };
      }
      return {
        say: facts.decision ? 'The outcome is about to be issued.' : 'The case waits for a decision.',
        main: undefined,
        others: facts.decision || !works ? [] : [CONTACT],
      };
    case 'outcome-issued':
      return withReview(file, person, issued(file, way));
    case 'follow-up':
      return {
        say: 'On the day you set, look at how things went. Then close the case.',
        main: page('Close the case', 'close'),
        others: [...(facts.affected ? [] : [TELL]), ...askForReview(file, person)],
      };
    case 'review':
      return reviewing(file, person);
    case 'reviewed':
      return afterReview(file, person);
    case 'closed':
      return {
        say: 'This case is closed.',
        main: undefined,
        others: [...askForReview(file, person), ...(works ? [REOPEN] : [])],
      };
    case 'retained':
      return {
        say: 'This case is closed, and its record is kept for its time only.',
        main: undefined,
        others: works ? [REOPEN] : [],
      };
    case 'erased':
      return { say: 'This record was erased.', main: undefined, others: [] };
  }
}
