import type { Page } from '../../edge/contexts.ts';
import { Details, type FormState, formatDate, Radios, TextArea, UserText } from '../../ui/index.ts';
import type { Mine } from './mine.ts';
import { formPage, MOST } from './own-form.tsx';

/** Writing one's own account. */
export function answerPage(mine: Mine, form: FormState): Page {
  const before = mine.sent.filter(({ kind }) => kind === 'account');
  return formPage(mine, {
    path: '/answer',
    title: before.length > 0 ? 'Add to what you wrote' : 'Write your side',
    button: 'Send to the school',
    other: true,
    form,
    lead: (
      <>
        <p>
          Tell it in your own words. You can write in any language. Whoever decides reads exactly what you
          write.
        </p>
        {before.length > 0 && (
          <Details summary="What you wrote before">
            {before.map(({ at, words }) => (
              <>
                <p class="hb-quiet">{formatDate(at)}</p>
                <UserText text={words} />
              </>
            ))}
            <p>It stays as it is. What you send now is added.</p>
          </Details>
        )}
      </>
    ),
    fields: (
      <>
        <Radios
          form={form}
          name="ownWords"
          label="Did you write the words that are shown on your page?"
          hint="You do not have to answer this to be heard."
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unsaid', label: 'I would rather not say, or it is not so simple' },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label="What happened, as you see it?"
          hint="For example: what came before, what you meant, what you think about it now, and what would put it right."
          rows={12}
          maxCharacters={MOST}
        />
      </>
    ),
  });
}

/** Saying that somebody else wrote the words. */
export function notMePage(mine: Mine, form: FormState): Page {
  return formPage(mine, {
    path: '/not-me',
    title: 'This is not me',
    button: 'Tell the school that it was not me',
    form,
    lead: (
      <p>
        Perhaps you have the same name as somebody else, another person used your phone, or you are not in
        this group. Tell us, and we check it before anything else happens.
      </p>
    ),
    fields: (
      <TextArea
        form={form}
        name="words"
        label="What should we know?"
        optional
        rows={5}
        maxCharacters={MOST}
      />
    ),
  });
}

/** Telling or asking something else. */
export function wordsPage(mine: Mine, form: FormState): Page {
  return formPage(mine, {
    path: '/words',
    title: 'Tell us something else',
    button: 'Send to the school',
    form,
    lead: <p>A question, something that we got wrong, or that you need more time.</p>,
    fields: (
      <TextArea form={form} name="words" label="What do you want to tell us?" rows={6} maxCharacters={MOST} />
    ),
  });
}
