import { formatDate } from '../../ui/index.ts';
import { assess, handOver, hear, inviteByLetter, meet, openFrom, turnToParent } from '../stage/case-acts.ts';
import { keepPosted, screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise, writeDown } from '../stage/telling.ts';

/** Assessed and handed over: the Head has it before her. */
export const waitingCase: Story = async function* (stage) {
  const { days } = stage;
  yield at(14, '19:20');
  const { id: concern } = await raise(stage, {
    where: { group: 'Maple parents' },
    saidBack: 15,
    words:
      'A dad wrote “go back to your own school” to a family who came here in September, and others joined in. I am the grandmother of another child and I was ashamed to read it.',
    subject: 'Rex Holloway',
    affected: ['another-parent', 'another-child'],
    hope: 'That the family is told that we want them here.',
    reporter: { name: 'Adwoa Mensah', phone: '07700 900333' },
  });
  yield at(13, '08:30');
  await screenClear(
    stage,
    'deputy',
    concern,
    'The class teacher says that the new child is settled. Nothing was said to the child.',
  );
  await sort(stage, 'deputy', concern, 'no', 'It is about words between parents.');
  await thank(stage, 'deputy', concern);
  const id = await openFrom(stage, 'deputy', concern, {
    parent: {
      name: 'Rex Holloway',
      address: '9 Weavers Court\nExampleton\nEX1 6EX',
      email: 'rex.holloway@example.org',
    },
    affected: { sort: 'parent', name: 'Mrs Shevchuk' },
    clauses: [/^abusive or personal/, /culture and faith/],
    allegation: 'A family that is new to the school was told in the group to go back to their own school.',
    quoted: 'Maybe if your lot went back to your own school there would be places in football club again.',
    place: 'the WhatsApp group “Maple parents”',
  });
  yield at(12, '14:10');
  await hear(stage, 'deputy', id, {
    source: 'affected',
    how: 'in-person',
    words:
      'With an interpreter. She had thought of leaving the group. Two other mums have written to her kindly since.',
  });
  yield at(9, '09:10');
  await turnToParent(stage, 'deputy', id);
  await meet(stage, 'deputy', id, {
    kind: 'heard',
    how: 'in-person',
    ownWords: true,
    words:
      'Mr Holloway said that he was cross because his son lost his place in football club. He said that “your lot” meant families from the other school, and nothing else. He sees how it reads. He does not want to write to the family himself.',
  });
  yield at(3, '13:45');
  await keepPosted(stage, 'deputy', concern);
  await assess(stage, 'deputy', id, {
    facts: `On ${formatDate(days.day(15))} one message told a family that is new to the school that “your lot” should go back to their own school. Two other members answered it with approval.`,
    account:
      'He was cross about football club. He says that he meant families from the other school and no more, and he sees how it reads.',
    protected:
      'That football club has too few places is fair to say, and the school has taken it up. The words to the family are something else.',
    equality:
      'The words can be read as being about where a family comes from. The safeguarding lead and the deputy have looked into that on its own with both families.',
    aim: 'That every family can be in the group without being told to leave.',
    basis: 'The message, the account of the family, and the account of the parent who wrote it.',
    least: 'Advice could be enough, if it is given in person by the Head.',
    child: 'The two boys are in one class and get on. A step that is made public could change that.',
    consistency: 'There is no like case in the last three years.',
    options:
      'A conversation of the two families was offered and not wanted. No further action would leave the family alone with it. A warning letter and advice are both open.',
    choices: { protected: 'partly', equality: 'raised-and-checked' },
  });
  yield at(2, '15:20');
  await handOver(stage, 'deputy', id);
};

/** Two tries to reach the parent, and a letter to them that waits to be printed. */
export const reachingCase: Story = async function* (stage) {
  const { days } = stage;
  yield at(8, '12:30');
  const { id: concern } = await writeDown(
    stage,
    'office',
    { channel: 'paper', awareness: 'reporter' },
    {
      where: { place: 'direct' },
      saidBack: 10,
      words:
        'A letter came to the office: “After the Acorn coffee morning a mum sent me eleven messages in one night. She calls me a liar and says that everybody is laughing at me. I have kept them but I do not want to read them again.”',
      subject: 'Philippa Crane',
      affected: ['me'],
      reporter: { name: 'Leila Haddad', phone: '07700 900334' },
    },
  );
  yield at(7, '08:35');
  await screenClear(
    stage,
    'deputy',
    concern,
    'Messages between two adults. The reporter is well and has her sister with her.',
  );
  await sort(stage, 'deputy', concern, 'no', 'It is about messages sent straight to another parent.');
  await thank(stage, 'deputy', concern);
  const id = await openFrom(stage, 'deputy', concern, {
    parent: { name: 'Philippa Crane', address: '52 Orchard Way\nExampleton\nEX1 7EX', phone: '07700 900335' },
    affected: { sort: 'parent', name: 'Leila Haddad' },
    clauses: [/sent directly/],
    allegation:
      'After a coffee morning another parent received eleven messages in one night that called her names.',
    quoted: '',
    place: 'messages sent straight to another parent',
  });
  yield at(6, '10:15');
  await hear(stage, 'deputy', id, {
    source: 'affected',
    how: 'in-person',
    words:
      'She read four of the messages out and keeps the rest. They call her a liar. She does not know what set it off.',
  });
  await turnToParent(stage, 'deputy', id);
  yield at(4, '17:10');
  await meet(stage, 'deputy', id, {
    kind: 'attempt',
    how: 'phone',
    words: 'Rang twice in the evening. Nobody answered. No message left.',
  });
  yield at(2, '08:10');
  await meet(stage, 'deputy', id, {
    kind: 'attempt',
    how: 'phone',
    words: 'Rang before work. Somebody else answered and asked us to write.',
  });
  await inviteByLetter(stage, 'deputy', id, [
    `${formatDate(days.next(3))} at 8.15am, in school`,
    `${formatDate(days.next(3))} at 6pm, by phone`,
    `${formatDate(days.next(4))} at 12.30pm, online`,
  ]);
};

/** Just opened: one account so far. */
export const gatheringCase: Story = async function* (stage) {
  yield at(4, '20:55');
  const { id: concern } = await raise(stage, {
    where: { group: 'Infants swimming lifts' },
    saidBack: 5,
    words:
      'One dad posts a photo of whoever parks on the zigzags, with the number plate and what he thinks of them. Yesterday it was my childminder. She is seventy.',
    subject: 'Alistair Munro-Shaw',
    affected: ['other'],
    hope: 'Parking is a real problem, but not like this.',
    reporter: { name: 'Olena Shevchenko', email: 'olena.s@example.org' },
  });
  yield at(3, '09:30');
  await screenClear(
    stage,
    'deputy',
    concern,
    'Photos of cars. No child can be seen in the one that was described.',
  );
  await sort(
    stage,
    'deputy',
    concern,
    'partly',
    'Parking at the gate is for the school to answer. The remarks about a person are not.',
  );
  await thank(stage, 'deputy', concern);
  const id = await openFrom(stage, 'deputy', concern, {
    parent: {
      name: 'Alistair Munro-Shaw',
      address: '1 Kiln Close\nExampleton\nEX1 8EX',
      email: 'a.munroshaw@example.org',
    },
    affected: { sort: 'other', name: 'Edith Rowntree' },
    clauses: [/^abusive or personal/],
    allegation:
      'Photos of cars at the gate were put into the group with remarks about the people who drive them.',
    quoted: 'Look at this old bat, cannot drive and cannot read.',
    place: 'the WhatsApp group “Infants swimming lifts”',
  });
  yield at(2, '14:25');
  await hear(stage, 'deputy', id, {
    source: 'reporter',
    how: 'phone',
    words:
      'It was the third photo this month. The childminder has seen it, because a neighbour showed it to her.',
  });
};
