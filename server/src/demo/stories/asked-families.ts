import { endTalk, giveTalk, takeAnswer } from '../../agreements/answers/store.ts';
import { askOne } from '../../agreements/asking/one.ts';
import { makeClassLinks } from '../../agreements/links/class-links.ts';
import { listClasses } from '../../groups/classes-store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { policyInForceOn } from '../../policies/store.ts';
import { listAdults } from '../../roster/read.ts';
import { addAdult } from '../../roster/store.ts';
import { NOT_YET, ON_PAPER, ON_SCREEN } from '../families.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';

/** A made-up address of somebody on the roll. */
const mailOf = (at: number) => `family.${at + 1}@example.org`;

async function versionToday(work: Work) {
  const version = await policyInForceOn(work, schoolDay(work.now));
  if (!version) throw new Error('The demo school has no policy in force.');
  return version;
}

/** Parents are written down with their classes, each class gets its link, and a few get a link of their own. */
export const askedFamilies: Story = async function* (stage) {
  const { origin } = stage.services;
  yield at(20, '10:10');
  await stage.as('office', async (work) => {
    const classes = new Map((await listClasses(work)).map(({ id, name }) => [name, id]));
    for (const [index, { name, childClass = '' }] of [...ON_SCREEN, ...ON_PAPER, ...NOT_YET].entries()) {
      const classId = classes.get(childClass);
      if (!classId) continue;
      const places = [{ classId, year: '' }];
      await addAdult(work, { name, email: mailOf(index), phone: '', places });
    }
  });
  yield at(20, '11:05');
  await stage.as('office', async (work) =>
    makeClassLinks(
      work,
      (await listClasses(work)).map(({ id }) => id),
    ),
  );
  yield at(19, '10:30');
  await stage.as('office', async (work) => {
    const version = await versionToday(work);
    const names = new Set(NOT_YET.map(({ name }) => name));
    for (const adult of (await listAdults(work)).filter(({ name }) => names.has(name))) {
      await askOne(work, origin, { version, adult, before: undefined });
    }
  });
};

/** Two who would like to talk first, of whom one was talked to, and one who would rather not sign. */
export const answers: Story = async function* (stage) {
  yield at(15, '20:50');
  await stage.visit(async (work) =>
    takeAnswer(work, {
      policy: (await versionToday(work)).id,
      kind: 'declined',
      words: 'I am in none of the groups, so I do not think I need to.',
    }),
  );
  yield at(12, '20:40');
  const first = await stage.visit(async (work) =>
    takeAnswer(work, {
      policy: (await versionToday(work)).id,
      kind: 'talk',
      name: 'Wilhelmina Oduya',
      childClass: 'Year 3 Elm',
      contact: '07700 900344, after four',
      words: 'What happens to messages I sent before the policy was there?',
    }),
  );
  yield at(11, '09:20');
  await stage.as('office', (work, { member }) => giveTalk(work, first, member));
  yield at(10, '16:15');
  await stage.as('office', (work) =>
    endTalk(work, first, {
      outcome: 'talked',
      note: 'The policy counts from its first day. She will think about it.',
    }),
  );
  yield at(2, '19:25');
  await stage.visit(async (work) =>
    takeAnswer(work, {
      policy: (await versionToday(work)).id,
      kind: 'talk',
      name: 'Gethin Prosser',
      childClass: 'Year 1 Beech',
      contact: 'gethin.prosser@example.org',
    }),
  );
};
