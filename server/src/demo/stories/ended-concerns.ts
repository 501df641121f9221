import { endWith, screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise, writeDown } from '../stage/telling.ts';

/** Only a matter of keeping the group tidy: for its moderators. */
export const moderatorMatter: Story = async function* (stage) {
  yield at(38, '22:05');
  const { id } = await raise(stage, {
    where: { group: 'Beech class parents' },
    words:
      'It is forty messages a night now: jokes, raffles, somebody’s candles for sale. I missed the note about the harvest assembly because of it.',
    affected: ['me'],
    reporter: { name: 'Dafydd Rhys' },
  });
  yield at(37, '08:40');
  await screenClear(stage, 'deputy', id, 'Off-topic messages only. Nobody is harmed.');
  await sort(stage, 'deputy', id, 'no', 'It is about how busy the group is.');
  await thank(stage, 'deputy', id);
  yield at(36, '13:15');
  await endWith(
    stage,
    'deputy',
    id,
    'moderator-matter',
    'Nobody is named and nobody is hurt. The group’s moderator can set a quiet hour.',
  );
};

/** Criticism of the school: a complaint in the wrong place, and not a breach of the code. */
export const complaintRoute: Story = async function* (stage) {
  yield at(20, '20:30');
  const { id } = await raise(stage, {
    where: { group: 'Oak class' },
    saidBack: 21,
    words:
      'People in the Oak group say that the homework app is a waste of money and that nobody asked us. I agree with them, to be honest. Is that allowed? And who decided it?',
    affected: ['other'],
    reporter: { name: 'Colin Bracegirdle', email: 'colin.b@example.org' },
  });
  yield at(19, '08:55');
  await screenClear(stage, 'deputy', id, 'It is about an app. No child is at risk.');
  await sort(
    stage,
    'deputy',
    id,
    'yes',
    'It is a question about a decision of the school. Saying so in a group is no breach.',
  );
  await thank(stage, 'deputy', id);
  yield at(18, '11:20');
  await endWith(
    stage,
    'deputy',
    id,
    'complaint',
    'A fair question about how the app was chosen. The Head will answer it as feedback.',
  );
};

/** The writer was a child with a parent's phone: the behaviour policy, with the family. */
export const pupilRoute: Story = async function* (stage) {
  yield at(16, '15:35');
  const { id } = await writeDown(
    stage,
    'office',
    { channel: 'spoken', awareness: 'told-in-person' },
    {
      mode: 'named',
      about: 'unsure',
      childWriter: 'yes',
      where: { group: 'Oak class' },
      saidBack: 17,
      words:
        'Mr Abernathy says at the gate: “At ten at night my wife’s phone sent a row of rude faces about a boy in the class. It was our eldest. We are mortified and he wants to say sorry.”',
      affected: ['another-child'],
      reporter: { name: 'Tobias Abernathy', phone: '07700 900323' },
    },
  );
  yield at(16, '16:05');
  await screenClear(
    stage,
    'lead',
    id,
    'A quarrel between two children who are in class together. Both families are talking.',
  );
  yield at(15, '09:00');
  await sort(stage, 'head', id, 'no', 'It is about what a child sent.');
  await thank(stage, 'head', id);
  await endWith(
    stage,
    'head',
    id,
    'pupil-route',
    'The child is ours. The class teacher helps the two of them to put it right.',
  );
};
