import { closeCase, setFollowUp } from '../../cases/close.ts';
import { formatDate } from '../../ui/index.ts';
import {
  assess,
  decide,
  handOn,
  handOver,
  hear,
  issue,
  meet,
  openFrom,
  tellAffected,
  turnToParent,
} from '../stage/case-acts.ts';
import { keepPosted, screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise } from '../stage/telling.ts';

/** Advice, not a warning. The follow-up is due now. */
export const adviceCase: Story = async function* (stage) {
  const { days } = stage;
  yield at(27, '07:50');
  const { id: concern } = await raise(stage, {
    mode: 'named',
    where: { group: 'Years 5 and 6 residential' },
    saidBack: 28,
    words:
      'A mum put up a list of which families “still have not paid” for the residential, and wrote that some people always find money for a new phone. We pay by instalments and the school knows.',
    subject: 'Verity Stackpole',
    affected: ['me', 'another-parent'],
    hope: 'The list should go, and I do not want to be shamed again.',
    reporter: { name: 'Thandiwe Moyo', phone: '07700 900313' },
  });
  yield at(26, '08:45');
  await screenClear(stage, 'deputy', concern, 'It is about money between adults. No child is at risk.');
  await sort(stage, 'deputy', concern, 'no', 'The list was made by a parent and not by the school.');
  await thank(stage, 'deputy', concern);
  const id = await openFrom(stage, 'deputy', concern, {
    parent: {
      name: 'Verity Stackpole',
      address: '3 Quarry Lane\nExampleton\nEX1 4EX',
      email: 'verity.s@example.org',
    },
    affected: { sort: 'parent', name: 'Thandiwe Moyo' },
    clauses: [/^abusive or personal/, /treat every member/],
    allegation:
      'A list in the group named families who had not paid for the residential, with a remark about what they spend money on.',
    quoted:
      'Still waiting on these families, you know who you are. Funny how there is always money for a new phone.',
    place: 'the WhatsApp group “Years 5 and 6 residential”',
  });
  yield at(25, '12:10');
  await hear(stage, 'deputy', id, {
    source: 'affected',
    how: 'phone',
    words:
      'The list was taken down after two days. She felt watched at the gate. Another family asked her about it.',
  });
  yield at(24, '09:40');
  await turnToParent(stage, 'deputy', id);
  await meet(stage, 'deputy', id, {
    kind: 'heard',
    how: 'phone',
    ownWords: true,
    words:
      'Mrs Stackpole said that she looks after the money for the trip in her own time and was worn out. She had not thought of instalments. She took the list down herself and is sorry about the remark.',
  });
  yield at(22, '14:30');
  await assess(stage, 'deputy', id, {
    facts: `On ${formatDate(days.day(28))} a message in the group listed four families who had not paid, with a remark about money and phones. It stood there for two days and was then taken down.`,
    account:
      'She was worn out from collecting the money and has taken the list down. There is no reason to doubt this.',
    protected: 'Nothing in the words is about the school.',
    equality:
      'Nothing of this kind is raised. Poverty was thought of, and no family is treated differently by the school.',
    aim: 'That no family is named about money again.',
    basis: 'The message, and the account of the parent who wrote it.',
    least: 'A friendly word in writing about how to ask for money without names.',
    child: 'None. Both children go on the residential.',
    consistency: 'There is no like case. Advice is what the school would give to anybody.',
    options:
      'No further action was considered. A short letter helps her more, since she goes on collecting. A warning would be too much.',
  });
  await handOver(stage, 'deputy', id);
  yield at(21, '16:20');
  await decide(stage, id, {
    outcome: 'advice',
    reasons:
      'It was thoughtless and not unkind at heart, it was put right within two days, and a friendly word is enough.',
    expected:
      'You could write: “If the second instalment is still to come, the office is glad to help.” It asks everybody and names nobody.',
  });
  yield at(20, '08:40');
  await issue(stage, id);
  yield at(20, '13:30');
  await handOn(stage, id, 'advice', 'post');
  yield at(19, '10:20');
  await tellAffected(
    stage,
    'deputy',
    id,
    'Told by phone that it was dealt with. She was glad that it was quick.',
  );
  await keepPosted(stage, 'deputy', concern);
  await stage.as('deputy', (work, staff) =>
    setFollowUp(
      work,
      staff,
      id,
      days.day(0),
      'Whether the two families are at ease before the residential, and who collects the rest of the money.',
    ),
  );
};

/** Looked into with care, and nothing to answer for. */
export const nothingCase: Story = async function* (stage) {
  yield at(33, '18:25');
  const { id: concern } = await raise(stage, {
    where: { group: 'Bellfield PTA helpers' },
    saidBack: 34,
    words:
      'The new PTA treasurer was told in the group that the cake sale money “does not add up” and that somebody should look at who had the tin. It sounded as if I had taken it.',
    subject: 'Lamine Traoré',
    affected: ['me'],
    hope: 'I want my name cleared.',
    reporter: { name: 'Hetty Cartwright', email: 'hetty.c@example.org' },
  });
  yield at(32, '08:40');
  await screenClear(
    stage,
    'deputy',
    concern,
    'A matter of money between adults of the PTA. No child is at risk.',
  );
  await sort(stage, 'deputy', concern, 'no', 'It is about words between two parents in the PTA group.');
  await thank(stage, 'deputy', concern);
  const id = await openFrom(stage, 'deputy', concern, {
    parent: { name: 'Lamine Traoré', address: '27 Mill Fields\nExampleton\nEX1 5EX', phone: '07700 900332' },
    affected: { sort: 'parent', name: 'Hetty Cartwright' },
    clauses: [/defamatory/],
    allegation:
      'In the group it was said that the money of the cake sale did not add up, and who had held the tin was asked.',
    quoted: 'The cake money does not add up, it is 40 short. Who had the tin after two o’clock?',
    place: 'the WhatsApp group “Bellfield PTA helpers”',
  });
  yield at(31, '13:00');
  await hear(stage, 'deputy', id, {
    source: 'moderator',
    how: 'phone',
    words:
      'Both of them counted the money together on the Monday. Forty pounds were in the wrong envelope. She wrote so in the group.',
  });
  yield at(30, '09:20');
  await turnToParent(stage, 'deputy', id);
  await meet(stage, 'deputy', id, {
    kind: 'heard',
    how: 'video',
    ownWords: true,
    words:
      'Mr Traoré said that he asked because he had to send the figures that night. He did not think of anybody in particular and has told the treasurer so.',
  });
  yield at(28, '11:10');
  await assess(stage, 'deputy', id, {
    facts:
      'One message asked about forty pounds and the tin. The money was found in the wrong envelope two days later, and the group was told.',
    account:
      'He had to send the figures that night and asked in a hurry. This fits what the group’s moderator says.',
    protected: 'Nothing in the words is about the school.',
    equality: 'Nothing of this kind is raised by the words or by either of the two.',
    aim: 'None that is left: the matter is cleared up.',
    basis: 'A question about money, asked once, without a name.',
    least: 'Nothing more is needed than what the two have said to each other.',
    child: 'None. The children of both are in different classes and know nothing of it.',
    consistency: 'A question asked in good faith has never been answered with a step.',
    options: 'Advice was considered. There is nothing to advise about.',
  });
  await handOver(stage, 'deputy', id);
  yield at(26, '16:10');
  await decide(stage, id, {
    outcome: 'no-further-action',
    reasons:
      'A fair question was asked once and without a name, and it was answered. Nothing in it breaks our code of conduct.',
  });
  await issue(stage, id);
  yield at(25, '10:40');
  await handOn(stage, id, 'no-further-action', 'post');
  yield at(25, '11:30');
  await tellAffected(
    stage,
    'deputy',
    id,
    'Told that it was looked into and is at an end, and that nobody doubts her.',
  );
  await stage.as('deputy', (work, staff) => closeCase(work, staff, id, '', stage.services.origin));
};
