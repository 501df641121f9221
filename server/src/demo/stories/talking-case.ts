import { answerBy } from '../../cases/deadlines.ts';
import { offerMeeting, shareNotes, writeNotes } from '../../meetings/acts.ts';
import { parentChooses } from '../../meetings/parent-acts.ts';
import { accessBy, giveAccess, noteOpened } from '../../subject/access.ts';
import { sendAccount, sendAsk } from '../../subject/acts.ts';
import { hear, meet, openFrom, turnToParent } from '../stage/case-acts.ts';
import { keepPosted, screenClear, sort, thank } from '../stage/concern-acts.ts';
import { at } from '../stage/days.ts';
import type { Story } from '../stage/play.ts';
import { raise } from '../stage/telling.ts';

const NOTES = {
  attended: ['Joanna Sikorska', 'Her sister, to help with words', 'Tomasz Zieliński, who listened'],
  began: '3.30pm',
  ended: '4.05pm',
  school: ['We said what was told to us about the message.', 'We asked what had come before it.'],
  parent: [
    'Her daughter came home in tears twice because of the seating plan.',
    'She had asked in the book for a talk and had no answer.',
  ],
  account:
    'Mrs Sikorska wrote the message late at night after the second time. She wanted to be heard, and knows that it reads as if the teacher did not care.',
  agreed: ['The message was hers.', 'The note in the book was not answered.'],
  disagreed: ['Whether other parents were asked to write too.'],
};

/**
 * Being talked about with the parent, who has a page of her own: she answered there, came to a meeting, and has its notes.
 * @param keepCode takes the code of her page, for whoever looks around
 */
export const talkingCase = (keepCode: (code: string) => void): Story =>
  async function* (stage) {
    const { days, services } = stage;
    yield at(16, '18:40');
    const { id: concern } = await raise(stage, {
      where: { group: 'Maple parents' },
      saidBack: 17,
      words:
        'A mum wrote in the group that our teacher does not care about the children and that we should all write to complain. The teacher has been so good to my son.',
      subject: 'Joanna Sikorska',
      affected: ['staff'],
      hope: 'That somebody talks to her.',
      reporter: { name: 'Callum Frost', email: 'callum.f@example.org' },
    });
    yield at(15, '08:30');
    await screenClear(
      stage,
      'deputy',
      concern,
      'Words between adults. The child was seen in class and is well.',
    );
    await sort(
      stage,
      'deputy',
      concern,
      'partly',
      'A worry about seating is for us to answer. The remark is not.',
    );
    await thank(stage, 'deputy', concern);
    const id = await openFrom(stage, 'deputy', concern, {
      parent: {
        name: 'Joanna Sikorska',
        address: '8 Ferry Lane\nExampleton\nEX1 3EX',
        phone: '07700 900336',
      },
      clauses: [/^abusive or personal/],
      allegation: 'A message in the group said that a member of staff does not care about the children.',
      quoted: 'She just does not care about our kids. Everybody should write in.',
      place: 'the WhatsApp group “Maple parents”',
    });
    yield at(14, '12:20');
    await hear(stage, 'deputy', id, {
      source: 'staff',
      how: 'in-person',
      words: 'The seating plan changed three weeks ago. A note in the reading book was seen late.',
    });
    await turnToParent(stage, 'deputy', id);
    yield at(13, '16:10');
    await meet(stage, 'deputy', id, {
      kind: 'invitation',
      how: 'phone',
      replyBy: answerBy(days.calendar, days.day(13)),
      words: 'Spoke briefly. She would rather write first, and meet then. A letter with her code went out.',
    });
    const code = await stage.as('deputy', (work, staff) => giveAccess(work, staff.member, id, 'code'));
    keepCode(code);
    yield at(12, '20:15');
    await stage.visit(async (work) => {
      const access = await accessBy(work, 'code', code);
      if (access) await noteOpened(work, access);
    });
    await stage.visit((work) =>
      sendAccount(work, id, {
        ownWords: 'yes',
        words: 'Yes I wrote it. I asked for a talk in the book and nobody answered. My daughter cried twice.',
      }),
    );
    await stage.visit((work) =>
      sendAsk(work, id, 'needs', 'Somebody beside me who speaks with me or for me'),
    );
    yield at(11, '09:05');
    const slots = [days.instant(at(8, '15:30')), days.instant(at(7, '08:15'))];
    const { meeting } = await stage.as('deputy', (work, staff) =>
      offerMeeting(
        work,
        staff,
        id,
        {
          plan: {
            purpose: 'We would like to hear how it looks from your side, and talk about the seating plan.',
            agenda: ['What happened', 'The note in the book', 'What would put it right'],
            attendees: ['Tomasz Zieliński, deputy head, who listens and takes notes'],
            how: 'school',
            place: 'the small room by the office',
            papers: [],
          },
          minutes: 45,
          slots,
          replyBy: days.day(9),
        },
        services.origin,
      ),
    );
    yield at(10, '18:30');
    const [first] = slots;
    if (first) await stage.visit((work) => parentChooses(work, id, meeting.id, first));
    yield at(8, '16:20');
    const notes = {
      ...NOTES,
      actions: [
        {
          what: 'Look at the seating plan with the class teacher',
          owner: stage.member('deputy'),
          by: days.day(3),
        },
        { what: 'Take the message down, if it is still there', by: days.day(7) },
      ],
    };
    await stage.as('deputy', (work, staff) =>
      writeNotes(work, staff, { caseId: id, id: meeting.id }, notes, true),
    );
    yield at(7, '09:40');
    await keepPosted(stage, 'deputy', concern);
    await stage.as('deputy', (work, staff) =>
      shareNotes(work, staff, { caseId: id, id: meeting.id }, services.origin),
    );
  };
