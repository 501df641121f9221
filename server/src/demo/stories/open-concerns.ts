import { ask, screen } from '../../concerns/desk/acts.ts';
import { replyByCode } from '../../concerns/return/acts.ts';
import { onConcern, screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise, writeDown } from '../stage/telling.ts';

/** The newest: nobody has looked at it yet. */
export const newConcern: Story = async function* (stage) {
  yield at(0, '08:12');
  await raise(stage, {
    where: { group: 'Oak class' },
    saidBack: 1,
    words:
      'Two families have fallen out over a birthday party and it spilled into the Oak group last night. One mum was called a show-off and a liar in front of everybody. It was deleted this morning, but we all read it, and the children talked about it at the gate.',
    affected: ['another-parent', 'another-child'],
    hope: 'I would like somebody to calm it down before the class trip.',
    reporter: { name: 'Kwabena Osei', email: 'k.osei@example.org' },
  });
};

/** Screened yesterday; nobody has said yet that they have no interest. */
export const screenedConcern: Story = async function* (stage) {
  yield at(2, '17:50');
  const { id } = await raise(stage, {
    where: { group: 'Cedar mums, dads and carers' },
    words:
      'Somebody made a joke about how “some of the mums” dress at the gate. I wear a headscarf and I felt it was about me. Three people put laughing faces under it. I did not answer.',
    subject: 'Clive Penhaligon',
    affected: ['me'],
    hope: 'I want it understood why it hurts. I do not want a fight.',
    reporter: { name: 'Samira Yusuf', phone: '07700 900321' },
  });
  yield at(1, '08:50');
  await screenClear(stage, 'deputy', id, 'No child is spoken of, and nothing suggests that one is at risk.');
};

/** Held by the safeguarding lead: a phone call to the office. */
export const heldConcern: Story = async function* (stage) {
  yield at(0, '09:05');
  const { id } = await writeDown(
    stage,
    'office',
    { channel: 'phone', awareness: 'reporter' },
    {
      mode: 'named',
      where: { group: 'Acorn families' },
      words:
        'The caller says: “A photo of the cloakroom went round the Acorn group and you can read my daughter’s name and her collection time on the peg chart. There is a court order about who may collect her. I am frightened that he will see it.”',
      affected: ['my-child'],
      reporter: { name: 'Imogen Blackthorn', phone: '07700 900322' },
    },
  );
  yield at(0, '09:20');
  await onConcern(stage, 'deputy', id, (attempt) =>
    screen(
      attempt,
      'yes',
      'A child’s collection time can be read, and there is a court order about collecting.',
    ),
  );
};

/**
 * Acknowledged, with a question that the reporter has answered; the answer waits to be read. Gives the reporter's code, to
 * try.
 */
export function answeredConcern(keep: (code: string) => void): Story {
  return async function* (stage) {
    yield at(6, '12:20');
    const { id, code } = await raise(stage, {
      mode: 'named',
      where: { group: 'Maple parents' },
      saidBack: 7,
      words:
        'A dad keeps writing that my son is “the reason nobody learns anything in Maple”. He never uses his name, but everybody knows who is meant.',
      subject: 'Desmond Fairweather',
      affected: ['my-child', 'me'],
      hope: 'It should stop. My son has seen it on my phone.',
      reporter: { name: 'Beatriz Quintanilla', email: 'b.quintanilla@example.org' },
    });
    keep(code);
    yield at(5, '08:45');
    await screenClear(
      stage,
      'deputy',
      id,
      'Unkind words about a child, but no sign of harm beyond them. Class teacher told.',
    );
    await sort(stage, 'deputy', id, 'no', 'It is about what one parent wrote about another family’s child.');
    await thank(stage, 'deputy', id);
    yield at(4, '10:30');
    await onConcern(stage, 'deputy', id, (attempt) =>
      ask(
        attempt,
        'Can you remember on which days he wrote this, and roughly what the words were? Please do not ask others for their phones.',
      ),
    );
    yield at(3, '19:05');
    await stage.visit((work) =>
      replyByCode(
        work,
        code,
        'The first was after sports club, the second on the morning of the maths test. He wrote “guess who again” with a clown face.',
      ),
    );
  };
}

/** Without a name: it can open a case, but can never be the only ground of a step. */
export const anonymousConcern: Story = async function* (stage) {
  yield at(9, '21:50');
  const { id } = await raise(stage, {
    mode: 'anonymous',
    where: { group: 'Infants swimming lifts' },
    words:
      'People in the lifts group share which families “never pay for petrol”, with first names. Some of them cannot afford it. It is humiliating.',
    affected: ['another-parent'],
    hope: 'Perhaps a reminder to everybody would be enough.',
  });
  yield at(8, '09:05');
  await screenClear(stage, 'deputy', id, 'It is about money between families. No child is at risk.');
  yield at(7, '15:50');
  await thank(stage, 'deputy', id);
  await sort(stage, 'deputy', id, 'no', 'It is about what parents write of other families.');
};

/** About the Head: it goes past her to the Chair of Governors, and she cannot know of it. */
export const concernPastHead: Story = async function* (stage) {
  yield at(10, '18:15');
  const { id, code } = await raise(stage, {
    about: 'head',
    where: { place: 'email' },
    words:
      'After I asked about the new pick-up rule, the Head answered me by email that parents like me “make everything harder for everybody”. I think that is not how a school should answer a question.',
    affected: ['me'],
    hope: 'An apology, and an answer about the pick-up rule.',
    reporter: { name: 'Rosalind Okoro', email: 'r.okoro@example.org' },
  });
  yield at(9, '11:10');
  await screenClear(stage, 'chair', id, 'It is about how a question was answered. No child is at risk.');
  await onConcern(stage, 'chair', id, (attempt) =>
    ask(
      attempt,
      'Would you like me to treat this as a complaint, or would a conversation with me come first?',
    ),
  );
  await thank(stage, 'chair', id);
  yield at(6, '20:10');
  await stage.visit((work) =>
    replyByCode(work, code, 'A conversation first, please. Wednesdays after pick-up are good for me.'),
  );
};
