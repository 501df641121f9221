import { describe, expect, it } from 'vitest';
import { testMatter } from '../../test/letter-matter.ts';
import { CHANNELS } from './channels.ts';
import { forbiddenIn, problemsOf } from './check.ts';
import { FIELDS, isField } from './fields.ts';
import { readMatter, writeMatter } from './matter.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  LETTER_ACTS,
  LETTER_STATES,
  LETTER_TEXT,
  LETTER_TRANSITIONS,
} from './rules.ts';
import { sampleValues } from './sample.ts';
import { type Changed, composeSections } from './sections.ts';
import { fieldsIn, fill } from './template.ts';
import { TEMPLATES } from './templates.ts';
import { valuesOf } from './values.ts';

const matter = testMatter();
const VALUES = sampleValues();
const sectionsOf = (kind: DocumentKind, changed: Changed = {}) => composeSections(kind, VALUES, changed);
const textOf = (kind: DocumentKind) =>
  sectionsOf(kind)
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n');
const problems = (kind: DocumentKind, changed: Readonly<Record<string, string>>, names: string[] = []) =>
  problemsOf(kind, sectionsOf(kind, changed), names);

describe('the states of a letter', () => {
  const WAYS = {
    edit: ['draft'],
    issue: ['draft'],
    withdraw: ['draft'],
    give: ['issued'],
    return: ['given'],
  } as const;
  it.each(LETTER_STATES.flatMap((state) => LETTER_ACTS.map((act) => ({ state, act }))))(
    '$act from $state',
    ({ state, act }) => {
      const from: readonly string[] = WAYS[act];
      expect(LETTER_TRANSITIONS[state][act] !== null).toBe(from.includes(state));
    },
  );
});

const TO_PARENT = DOCUMENT_KINDS.filter((kind) => LETTER_TEXT[kind].to === 'parent');

describe('every template', () => {
  it.each(DOCUMENT_KINDS)(
    '%s holds the fields and sentences that it asks for, and known fields only',
    (kind) => {
      const parts = TEMPLATES[kind];
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      const headings = parts.map(({ heading }) => heading).filter((heading) => heading !== '');
      expect(new Set(headings).size).toBe(headings.length);
      for (const { text, needs, must } of parts) {
        expect(fieldsIn(text).filter((name) => !isField(name))).toEqual([]);
        expect(fieldsIn(text)).toEqual(expect.arrayContaining([...needs]));
        for (const sentence of must) expect(text).toContain(sentence);
      }
    },
  );
  it.each(DOCUMENT_KINDS)(
    '%s does not go out while something that it needs is unknown, and says what',
    (kind) => {
      for (const { id, needs } of TEMPLATES[kind]) {
        for (const name of needs) {
          const without = composeSections(kind, { ...VALUES, [name]: ' ' });
          expect(problemsOf(kind, without, [])[id]).toContain(FIELDS[name]);
        }
      }
    },
  );
  it('puts fields in once, so that braces in what somebody wrote mean nothing', () => {
    expect(fill('{facts} {nobody} {reasons}', { facts: '{reasons} $& {{x}}', reasons: 'Because.' })).toBe(
      '{reasons} $& {{x}}  Because.',
    );
  });
});

describe('every document', () => {
  it.each(DOCUMENT_KINDS)('%s comes out of its template fit to go out', (kind) => {
    expect(problems(kind, {}, ['Robin Bystander'])).toEqual({});
  });
  it.each(TO_PARENT)('%s says how to answer and complain, and that the child is not affected', (kind) => {
    const text = textOf(kind);
    expect(text).toContain('07700 900100 or office@oakfield.example.org');
    expect(text).toContain('complaints procedure');
    expect(text).toContain('Your child is not affected by this.');
    expect(text).toContain('large print');
  });
  it.each(DOCUMENT_KINDS)('%s is written in short sentences', (kind) => {
    const own = sectionsOf(kind).filter(({ id }) => id !== 'clauses');
    const sentences = own
      .flatMap(({ text }) => text.split(/(?<=[.:?])\s+|\n/u))
      .map((sentence) => sentence.split(/\s+/u).filter(Boolean).length)
      .filter((count) => count > 0);
    const mean = sentences.reduce((sum, count) => sum + count, 0) / sentences.length;
    expect(mean).toBeLessThan(17);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(36);
  });
  it.each(DOCUMENT_KINDS)('%s keeps what it must say, whatever somebody sends for it', (kind) => {
    const everything = Object.fromEntries(sectionsOf(kind).map(({ id }) => [id, 'Something else entirely.']));
    for (const section of sectionsOf(kind, everything)) {
      expect(section.text === 'Something else entirely.').toBe(!section.locked);
    }
  });
  it.each(DOCUMENT_KINDS)('%s is not fit with a part left out', (kind) => {
    for (const { id, locked } of sectionsOf(kind)) {
      if (!locked) expect(Object.keys(problems(kind, { [id]: ' ' }))).toEqual([id]);
    }
  });
});

describe('the first letter (D3)', () => {
  it('offers two times, an interpreter, a companion and writing, by a day', () => {
    const text = textOf('first-contact');
    expect(text).toContain('- Thursday 11 March 2027 at 3.30pm');
    expect(text).toContain('- Friday 12 March 2027 at 9am');
    expect(text).toContain('Please tell us by Tuesday 16 March 2027');
    expect(text).toMatch(/bring somebody with you/);
    expect(text).toMatch(/interpreter/);
    expect(text).toMatch(/write to us instead/);
  });
  it('says that nothing is decided, and what is held (Article 14)', () => {
    const text = textOf('first-contact');
    expect(text).toContain('We have not decided anything');
    expect(text).toContain('Information Commissioner');
    expect(text).toContain('We understand the following so far.');
  });
  it.each([
    'Our investigation is done.',
    'We found that you wrote it.',
    'You did this.',
    'A warning follows.',
  ])('does not find anything: %s', (opening) =>
    expect(problems('first-contact', { opening })).toHaveProperty('opening'),
  );
});

describe('the letter that takes it no further (D6)', () => {
  it('says until when the record is kept, and that nothing is held against the parent', () => {
    expect(textOf('no-further-action')).toContain('Nothing is held against you');
    expect(textOf('no-further-action')).toContain('until Wednesday 15 March 2028');
  });
  it.each(['On this occasion we let it go.', 'However, take care.', 'You should have known.'])(
    'does not hint at fault: %s',
    (considered) => expect(problems('no-further-action', { considered })).toHaveProperty('considered'),
  );
});

describe('the letter of advice (D7)', () => {
  it('says that it is no warning and has no effect on the ladder', () => {
    expect(textOf('advice')).toContain('no step in our policy’s list of responses');
    expect(textOf('advice')).toContain('You may criticise the school');
  });
  it.each(['This is your last chance.', 'Next time there will be consequences.', 'A final word.'])(
    'does not sound like a warning: %s',
    (example) => expect(problems('advice', { example })).toHaveProperty('example'),
  );
});

describe('the warning letter (D8)', () => {
  it('names the version, the clauses, the end, and what it does not mean', () => {
    const text = textOf('warning');
    expect(text).toContain('version 2, in force since 1 September 2026');
    expect(text).toContain('4.1: “abusive or personal comments');
    expect(text).toContain('ends by itself on Wednesday 15 March 2028');
    expect(text).toContain('does not stop you from coming into school');
    expect(text).toContain('You may criticise the school');
    expect(text).toContain('somebody who had no part in the decision looks at it again');
  });
  it('prints an expectation as one (rule 19)', () => {
    expect(textOf('warning')).toMatch(/2\.1: “[^”]+” \(This is what we hope for/);
    expect(textOf('warning')).not.toMatch(/4\.1: “[^”]+” \(/);
  });
});

describe('the other documents', () => {
  it('an invitation says what kind of meeting it is, and asks (D4)', () => {
    const text = textOf('meeting-invitation');
    expect(text).toContain('It is a talk, not a hearing.');
    expect(text).toContain('Thursday 11 March 2027 at 3.30pm');
    expect(text).toContain('We do not record it');
    for (const purpose of ['This is your last chance.', 'You must attend.', 'If you do not come, we decide.'])
      expect(problems('meeting-invitation', { purpose })).toHaveProperty('purpose');
  });
  it('notes may tell what the parent said of lawyers and reasons, and nothing else may (D5)', () => {
    const said = 'You said that you did not post it on purpose and would ask a solicitor.';
    expect(problems('meeting-notes', { theirs: said, happened: said })).toEqual({});
    expect(problems('meeting-notes', { ours: said })).toHaveProperty('ours');
  });
  it.each(['The other parent said sorry.', 'They were warned.', 'The family has been told to stay away.'])(
    'support does not tell about the other side (D15): %s',
    (support) => expect(problems('support-note', { support })).toHaveProperty('support'),
  );
  it('a reporter hears nothing of anybody else, and no view (D1, D2)', () => {
    expect(forbiddenIn('acknowledgement', 'thanks', 'That is clearly unacceptable.')).toBeDefined();
    expect(forbiddenIn('closure-note', 'done', 'The parent was given a warning.')).toContain('somebody else');
    for (const kind of ['acknowledgement', 'closure-note'] as const)
      for (const { id, text } of sectionsOf(kind)) expect(forbiddenIn(kind, id, text)).toBeUndefined();
  });
  it.each([
    'Mrs Rowan wrote it.',
    'It is about M-2027-7KQM.',
    'Call 07700 900100.',
    'Remove the parent from the group.',
  ])('a note to moderators is about nobody and orders nothing (D14): %s', (text) =>
    expect(forbiddenIn('moderator-notice', 'reminder', text)).toBeDefined(),
  );
  it('a referral and a decision are told without motive or opinion (D16, D18)', () => {
    expect(forbiddenIn('referral-record', 'shared', 'In my opinion she is known for this.')).toBeDefined();
    expect(forbiddenIn('decision-record', 'reasons', 'It was malicious.')).toBeDefined();
  });
  it('a request for legal advice is marked as privileged (D17)', () => {
    expect(textOf('legal-request')).toContain(
      'Confidential and privileged. This was written to get legal advice.',
    );
  });
  it('a decision has the five answers of proportionality, interests, equality and options (D18)', () => {
    const headings = TEMPLATES['decision-record'].map(({ id }) => id);
    expect(headings).toEqual(
      expect.arrayContaining([
        'aim',
        'need',
        'least',
        'child',
        'consistency',
        'interests',
        'equality',
        'options',
      ]),
    );
  });
});

describe('what no letter may hold', () => {
  it.each([
    'We will go to the police.',
    'You could be ARRESTED.',
    'Our solicitors have been told.',
    'We may take legal action.',
  ])('a threat (rule 16): %s', (reasons) => {
    expect(problems('warning', { reasons }).reasons).toContain('never uses them to press');
  });
  it.each([
    'Your post was malicious.',
    'You intended to hurt her.',
    'You are a troublemaker.',
    'It was deliberate.',
  ])('a motive: %s', (reasons) =>
    expect(problems('warning', { reasons }).reasons).toContain('what it did, not why'),
  );
  it('but the parent’s own words about it may be told as theirs', () => {
    expect(problems('warning', { account: 'You told us that it was not deliberate.' })).toEqual({});
  });
  it.each([
    'This was reported by a neighbour.',
    'We have a screenshot.',
    'Another parent told us.',
    'It was passed on by somebody in the class.',
  ])('who told the school (rule 27): %s', (facts) => {
    expect(problems('warning', { facts }).facts).toContain('who told the school');
  });
  it('a name of somebody else, in any case and script, as a whole word', () => {
    const names = ['Robin Bystander', 'Ann', 'محمد', 'O’Neil (Jo)'];
    const named = (facts: string) => problems('warning', { facts }, names).facts;
    expect(named('It was about robin bystander.')).toContain('name of another person');
    expect(named('It was about محمد and others.')).toContain('name of another person');
    expect(named('It was about O’Neil (Jo) again.')).toContain('name of another person');
    expect(named('It was planned and announced.')).toBeUndefined();
  });
  it('more than a letter can carry', () => {
    expect(problems('warning', { facts: 'x '.repeat(4001) }).facts).toContain('8,000 characters or fewer');
  });
});

describe('forbidden in every letter to a parent', () => {
  const FORBIDDEN_WORDS = [
    ['the police', 'We have told the police.', /never uses them to press/],
    ['a motive', 'It was malicious.', /not why/],
    ['who told us', 'It was reported by somebody in the class.', /who told the school/],
    ['another family', 'Robin Bystander saw it.', /name of another person/],
  ] as const;
  it.each(
    TO_PARENT.flatMap((kind) => FORBIDDEN_WORDS.map(([what, words, why]) => ({ kind, what, words, why }))),
  )('$what in $kind', ({ kind, words, why }) => {
    for (const { id, locked } of sectionsOf(kind)) {
      if (locked || ['account', 'theirs', 'happened'].includes(id)) continue;
      expect(problems(kind, { [id]: words }, ['Robin Bystander'])[id]).toMatch(why);
    }
  });
});

describe('what a letter is about (S40)', () => {
  const day = ', on or about Saturday 6 March 2027';
  const ABOUT = {
    group: `messages in the Year 2 parents’ group${day}`,
    direct: `messages sent straight to somebody${day}`,
    email: `an email${day}`,
    'other-online': `what was written on the Year 2 parents’ group${day}`,
    'in-person': `what was said face to face or on the phone${day}`,
  } as const;
  const TELLING = [
    'first-contact',
    'meeting-invitation',
    'no-further-action',
    'advice',
    'warning',
    'outcome',
    'review',
    'support-note',
  ] as const;
  it.each(TELLING.flatMap((kind) => CHANNELS.map((channel) => ({ kind, channel }))))(
    '$kind says what it was: $channel',
    ({ kind, channel }) => {
      const text = composeSections(kind, valuesOf(testMatter({ channel })))
        .map((section) => section.text)
        .join('\n');
      expect(text.split(ABOUT[channel])).toHaveLength(2);
      expect(text.includes('about messages in')).toBe(channel === 'group');
    },
  );
  it('is messages in a group in a case that was opened before the channel was kept', () => {
    expect(valuesOf(testMatter({ channel: undefined }))['what and day']).toBe(ABOUT.group);
  });
  it('fills in the field of words that were begun with earlier as they read then', () => {
    const kept = fill('About messages in {group and day}.', valuesOf(testMatter({ channel: undefined })));
    expect(kept).toBe(`About ${ABOUT.group}.`);
  });
  it('has a title that fits every channel', () => {
    for (const kind of DOCUMENT_KINDS)
      if (LETTER_TEXT[kind].to === 'parent') expect(LETTER_TEXT[kind].title).not.toMatch(/message|group/i);
    expect(LETTER_TEXT.advice.title).toBe('A reminder about the code of conduct');
    expect(LETTER_TEXT.warning.title).toBe('A written warning under the code of conduct');
  });
});

describe('what a letter is composed from', () => {
  it('comes back from storage as it was', () => {
    expect(writeMatter(readMatter(writeMatter(matter)))).toBe(writeMatter(matter));
  });
});
