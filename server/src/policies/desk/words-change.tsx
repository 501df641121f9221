import { ADDRESSEES, type Addressee, type Clause, setAddressee, setClauseText } from '@handbell/policy';
import { InsetText, Radios, TextArea, textValue, UserText } from '../../ui/index.ts';
import type { Change } from './change.ts';

const MOST_WORDS = 4000;

/** The words of one clause. */
export function wordsChange(clause: Clause): Change {
  return {
    title: `Reword clause ${clause.ref}`,
    keep: 'It is right as it is',
    initial: () => ({ text: clause.text }),
    fields: (document, form) => (
      <>
        <h1>Reword clause {clause.ref}</h1>
        {clause.stem !== undefined && (
          <InsetText>
            <p class="hb-quiet">It goes on from: {clause.stem}</p>
          </InsetText>
        )}
        <TextArea
          form={form}
          name="text"
          label="Its words"
          hint="What it is about, and what can follow, is worked out afresh. Look at both afterwards."
          rows={6}
          maxCharacters={MOST_WORDS}
        />
        {clause.span[0] < clause.span[1] && (
          <>
            <p>In your own document it says:</p>
            <UserText text={document.source.slice(...clause.span)} />
          </>
        )}
      </>
    ),
    edit: (document, values) => {
      const text = textValue({ values, errors: {} }, 'text').trim();
      if (text === '') return { errors: { text: 'Enter the words of the clause' } };
      if (text.length > MOST_WORDS) return { errors: { text: `Use ${MOST_WORDS} characters or fewer` } };
      return { document: setClauseText(document, clause.id, text) };
    },
  };
}

/** Whom a clause can bind, in words. */
export const ADDRESSEE_WORDS: Readonly<Record<Addressee, string>> = {
  moderator: 'Moderators of a group',
  staff: 'Staff',
  pupil: 'Pupils',
  visitor: 'Visitors',
  carer: 'Carers and other family',
  governor: 'Governors',
};

const isAddressee = (value: string): value is Addressee => ADDRESSEES.some((one) => one === value);

/** Whom one clause binds. */
export function whoChange(clause: Clause): Change {
  return {
    title: `Who does clause ${clause.ref} bind?`,
    keep: 'It is right as it is',
    initial: () => ({ who: clause.addressee ?? 'members' }),
    fields: (_document, form) => (
      <>
        <h1>Who does clause {clause.ref} bind?</h1>
        <UserText text={clause.text} />
        <Radios
          form={form}
          name="who"
          label="It is for"
          items={[
            { value: 'members', label: 'Everybody in a group' },
            ...ADDRESSEES.map((value) => ({ value, label: ADDRESSEE_WORDS[value] })),
          ]}
        />
      </>
    ),
    edit: (document, values) => {
      const who = textValue({ values, errors: {} }, 'who');
      if (who !== 'members' && !isAddressee(who)) return { errors: { who: 'Choose who it is for' } };
      return { document: setAddressee(document, clause.id, isAddressee(who) ? who : undefined) };
    },
  };
}
