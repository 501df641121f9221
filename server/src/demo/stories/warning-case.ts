import { closeCase, setFollowUp } from '../../cases/close.ts';
import { formatDate } from '../../ui/index.ts';
import {
  assess,
  decide,
  handOn,
  handOver,
  hear,
  inviteByLetter,
  issue,
  meet,
  openFrom,
  tellAffected,
  turnToParent,
} from '../stage/case-acts.ts';
import { excerptOf, type Line } from '../stage/chat.ts';
import { screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise } from '../stage/telling.ts';

const PARENT = 'Gareth Pendry';

/** An evening in the invented Hazel group: mostly what such groups are for, and then a quarrel. */
const CHAT: readonly Line[] = [
  ['16:02', 'Kasia Nowak', 'Spellings this week are on the blue sheet, test is Friday'],
  ['16:04', 'Imran Siddiqui', 'Thank you Kasia, ours was at the bottom of the bag under a banana'],
  ['16:05', 'Ewa Lindqvist', 'Ours too minus the banana'],
  ['16:31', 'Bronagh Tierney', 'Has anybody got a spare swimming cap for tomorrow?'],
  ['16:33', 'Kasia Nowak', 'We have two, will bring one to the gate'],
  ['16:34', 'Bronagh Tierney', 'You are a star'],
  ['17:20', PARENT, 'Did anybody else’s child come home soaked AGAIN'],
  ['17:22', 'Ewa Lindqvist', 'Yes, they were kept out at lunch. It did stop raining though'],
  ['17:25', PARENT, 'It did not stop. Who was on the playground'],
  ['17:26', 'Imran Siddiqui', 'Not sure. You could ring the office in the morning'],
  ['18:10', 'Bronagh Tierney', 'Coats with names in please, there are three navy ones in lost property'],
  ['18:12', 'Kasia Nowak', 'One is ours. Thank you!'],
  ['19:48', PARENT, 'Found out. It was the dopey one with the lanyard. Mrs Whitlock'],
  ['19:50', PARENT, 'She is thick as a plank and bone idle, she should not be let near children'],
  ['19:51', 'Ewa Lindqvist', 'Gareth that is not fair'],
  ['19:53', PARENT, 'Oh here we go, the teachers’ pet. Mind your own ****ing business Ewa'],
  ['19:55', 'Imran Siddiqui', 'Can we leave it there please'],
  [
    '19:58',
    PARENT,
    'No. If I see that woman at the gate tomorrow I will tell her what she is in front of everybody',
  ],
  ['20:03', 'Kasia Nowak', 'I am muting this for tonight. Please everybody'],
  ['20:40', 'Bronagh Tierney', 'Reminder that non-uniform day is the 30th, bring a tin for the food bank'],
  ['20:44', 'Imran Siddiqui', 'Is it any tin?'],
  ['20:45', 'Bronagh Tierney', 'Anything in date!'],
  ['20:52', 'Ewa Lindqvist', 'We have chickpeas for the whole of Exampleton'],
  ['20:53', 'Imran Siddiqui', 'Ha'],
];

const isHis = ([, name, text]: Line) => name === PARENT && /Whitlock|plank|business|gate/.test(text);

/** From a word in confidence to a warning letter, a quiet half-term, and the end. */
export const warningCase: Story = async function* (stage) {
  const { days } = stage;
  const said = formatDate(days.day(41));

  yield at(40, '20:15');
  const { id: concern } = await raise(stage, {
    where: { group: 'Hazel class chat' },
    saidBack: 41,
    words:
      'A dad wrote about one of the teaching assistants by name and swore at a mum who stood up for her. He says he will “tell her what she is” at the gate. She does not know yet. I am in the group and I do not want him to know that it was me.',
    subject: PARENT,
    affected: ['staff', 'another-parent'],
    hope: 'Somebody should talk to him before he does something silly at the gate.',
    excerpt: excerptOf(days.day(41), CHAT, PARENT, isHis),
    reporter: { name: 'Bronagh Tierney', email: 'bronagh.t@example.org' },
  });

  yield at(39, '08:35');
  await screenClear(
    stage,
    'deputy',
    concern,
    'No child is at risk. Somebody stands with the assistant at the gate today.',
  );
  await sort(
    stage,
    'deputy',
    concern,
    'no',
    'The rain is a fair point for the school. The words about people are something else.',
  );
  await thank(stage, 'deputy', concern);
  yield at(39, '11:30');
  const id = await openFrom(stage, 'deputy', concern, {
    parent: { name: PARENT, address: '14 Tannery Row\nExampleton\nEX1 2EX', phone: '07700 900331' },
    affected: { sort: 'other', name: 'Mrs Whitlock' },
    clauses: [/^abusive or personal/, /anger, swearing/, /threatening/],
    allegation:
      'On that evening messages in the group called a member of our support staff names, swore at another member of the group, and spoke of confronting the member of staff at the gate.',
    place: 'the WhatsApp group “Hazel class chat”',
  });

  yield at(38, '10:10');
  await hear(stage, 'deputy', id, {
    source: 'affected',
    how: 'in-person',
    words:
      'She was told what had been written. She was upset, above all because children hear of such things. It had rained on and off, and the class was out for eleven minutes. She would rather not do gate duty this week.',
  });
  await hear(stage, 'deputy', id, {
    source: 'staff',
    how: 'in-person',
    words: 'The class teacher says that two coats were wet at the end of lunch and were put on the radiator.',
  });

  yield at(37, '09:15');
  await turnToParent(stage, 'deputy', id);
  await inviteByLetter(stage, 'deputy', id, [
    `${formatDate(days.day(34))} at 3.30pm, in school`,
    `${formatDate(days.day(33))} at 8.15am, by phone`,
  ]);
  yield at(37, '14:00');
  await handOn(stage, id, 'first-contact', 'post');

  yield at(34, '15:30');
  await meet(stage, 'deputy', id, {
    kind: 'heard',
    how: 'in-person',
    ownWords: true,
    words:
      'Mr Pendry came with his sister. He said that the words were his. His daughter has had a chest infection and he was frightened when she came home wet. He said that he had no right to write that about anybody, and that he had not meant to wait for her at the gate. He would like to say sorry.',
  });

  yield at(32, '13:20');
  await assess(stage, 'deputy', id, {
    facts: `On ${said}, between 7.48pm and 7.58pm, four messages were sent. One called a member of our support staff “thick as a plank and bone idle”, one swore at another parent, and one said that the member of staff would be told “what she is” at the gate, in front of everybody.`,
    account:
      'You told us that the words were yours, that you were worried about your daughter’s chest, and that you regret them. You said that you had not meant to wait for anybody at the gate. We believe you, and we have passed on that you would like to say sorry.',
    protected:
      'That children were kept out in the rain is fair criticism, and the school has looked into it apart from this. What remains is what was said about two people.',
    equality:
      'Nothing of this kind is raised. Mr Pendry was asked whether anything would make it easier to take part.',
    aim: 'That staff can stand at the gate without fear of being shamed there, and that parents can speak up in the group.',
    basis: 'The four messages, and Mr Pendry’s own account of them.',
    least:
      'A conversation has taken place and helped. Words about waiting at the gate need an answer in writing as well.',
    child: 'None. His daughter goes on as before. Her inhaler plan was looked at with him on the same day.',
    consistency:
      'In the one like case that is remembered, words that announced a confrontation were answered in writing.',
    options:
      'No further action would leave the member of staff without an answer. Advice was considered and turned down because of the words about the gate.',
    choices: { protected: 'partly' },
  });
  await handOver(stage, 'deputy', id);

  yield at(30, '16:40');
  await decide(stage, id, {
    outcome: 'warning-letter',
    reasons:
      'The words named a member of staff in front of forty families and spoke of confronting her where children are. Your worry about your daughter was real, and we have answered it on its own. It did not need these words. A conversation alone would not tell the member of staff that she can stand at the gate in peace.',
    expected:
      'Please take a worry about the day to the class teacher or the office first. In the group, write about what happened and not about who somebody is.',
    months: 6,
  });
  yield at(29, '08:50');
  await issue(stage, id);
  yield at(29, '11:15');
  await handOn(stage, id, 'warning', 'hand');
  yield at(28, '10:05');
  await tellAffected(
    stage,
    'deputy',
    id,
    'Told that it was dealt with and that an apology is on its way if she would like one. She would.',
  );
  await stage.as('deputy', (work, staff) =>
    setFollowUp(
      work,
      staff,
      id,
      days.day(6),
      'Whether the member of staff is at ease on gate duty, and how Mr Pendry feels he was treated.',
    ),
  );
  yield at(5, '15:45');
  const closing =
    'She is back at the gate and the two of them have spoken. Mr Pendry said that the meeting was fair. Nothing new has been brought to us.';
  await stage.as('deputy', (work, staff) => closeCase(work, staff, id, closing, stage.services.origin));
};
