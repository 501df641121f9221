import { listClasses, saveClasses } from '../../groups/classes-store.ts';
import { actOnRole, addModerator, listModerators } from '../../groups/moderators-store.ts';
import type { GroupId, GroupKind } from '../../groups/rules.ts';
import { addGroup, archiveGroup, findGroup, listGroups } from '../../groups/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import type { Stage } from '../stage/stage.ts';
import { SECOND_SINCE } from './policies.ts';

/** The school's classes, the youngest first. */
export const CLASSES = [
  'Reception Acorn',
  'Year 1 Beech',
  'Year 2 Cedar',
  'Year 3 Elm',
  'Year 4 Hazel',
  'Year 5 Maple',
  'Year 6 Oak',
] as const;
type ClassName = (typeof CLASSES)[number];

interface DemoGroup {
  readonly kind: GroupKind;
  readonly name: string;
  readonly classes: readonly ClassName[];
  readonly moderators: readonly (readonly [name: string, contact: string])[];
}

/** The groups that families told the office about. Year 3 Elm has none of its own. */
const GROUPS: readonly DemoGroup[] = [
  {
    kind: 'class',
    name: 'Acorn families',
    classes: ['Reception Acorn'],
    moderators: [
      ['Sunita Rao', 'sunita.rao@example.org'],
      ['Callum Fraser', '07700 900311'],
    ],
  },
  {
    kind: 'class',
    name: 'Beech class parents',
    classes: ['Year 1 Beech'],
    moderators: [['Leila Haddad', 'leila.haddad@example.org']],
  },
  {
    kind: 'class',
    name: 'Cedar mums, dads and carers',
    classes: ['Year 2 Cedar'],
    moderators: [
      ['Oluwaseun Bello', '07700 900312'],
      ['Carys Morgan', 'carys.morgan@example.org'],
    ],
  },
  {
    kind: 'class',
    name: 'Hazel class chat',
    classes: ['Year 4 Hazel'],
    moderators: [
      ['Kasia Nowak', 'kasia.nowak@example.org'],
      ['Imran Siddiqui', ''],
    ],
  },
  {
    kind: 'class',
    name: 'Maple parents',
    classes: ['Year 5 Maple'],
    moderators: [['Thandiwe Moyo', '07700 900313']],
  },
  {
    kind: 'class',
    name: 'Oak class',
    classes: ['Year 6 Oak'],
    moderators: [
      ['Ștefan Ionescu', 'stefan.ionescu@example.org'],
      ['Ruth Abernathy', 'ruth.abernathy@example.org'],
    ],
  },
  {
    kind: 'year',
    name: 'Years 5 and 6 residential',
    classes: ['Year 5 Maple', 'Year 6 Oak'],
    moderators: [['Ruth Abernathy', 'ruth.abernathy@example.org']],
  },
  {
    kind: 'year',
    name: 'Infants swimming lifts',
    classes: ['Year 1 Beech', 'Year 2 Cedar'],
    moderators: [],
  },
];

const PTA: DemoGroup = {
  kind: 'pta',
  name: 'Bellfield PTA helpers',
  classes: [],
  moderators: [
    ['Carys Morgan', 'carys.morgan@example.org'],
    ['Yusuf Demir', '07700 900314'],
  ],
};

/** Registers a group with those who look after it. */
async function register(stage: Stage, { kind, name, classes, moderators }: DemoGroup): Promise<GroupId> {
  return stage.as('office', async (work) => {
    const known = new Map((await listClasses(work)).map((each) => [each.name, each.id]));
    const ids = classes.flatMap((each) => known.get(each) ?? []);
    const id = await addGroup(work, { kind, name, classes: ids });
    for (const [person, contact] of moderators) {
      const asked = await addModerator(work, id, { name: person, contact, from: schoolDay(work.now) });
      await actOnRole(work, asked.id, 'accept');
    }
    return id;
  });
}

/** A group of today by its name, for the stories that speak of it. */
export async function groupNamed(work: Work, name: string): Promise<GroupId> {
  const found = (await listGroups(work)).find((group) => group.name === name);
  if (!found) throw new Error(`The demo school has no group called ${name}.`);
  return found.id;
}

/** September: the register is made. Later the PTA's group comes in, one moderator stops, one old group ends. */
export const groups: Story = async function* (stage) {
  yield at(50, '10:15');
  await stage.as('office', (work) => saveClasses(work, CLASSES));
  for (const group of GROUPS) await register(stage, group);
  const leavers = await register(stage, {
    kind: 'year',
    name: 'Last year’s leavers',
    classes: ['Year 6 Oak'],
    moderators: [['Ruth Abernathy', '']],
  });

  yield at(SECOND_SINCE - 1, '11:05');
  await register(stage, PTA);

  yield at(30, '15:40');
  await stage.as('office', async (work) => {
    const hazel = await groupNamed(work, 'Hazel class chat');
    const stopping = (await listModerators(work, hazel)).find(({ name }) => name === 'Imran Siddiqui');
    if (stopping) await actOnRole(work, stopping.id, 'stop');
    await addModerator(work, hazel, {
      name: 'Ewa Lindqvist',
      contact: '07700 900315',
      from: schoolDay(work.now),
    });
  });
  yield at(29, '09:20');
  await stage.as('office', async (work) => {
    const group = await findGroup(work, leavers);
    if (group) await archiveGroup(work, leavers, group.version);
  });
};
