import { describe, expect, it } from 'vitest';
import { ChatReadError, type Message } from '../src/index.ts';
import { messagesOf, onlyMessage, readText } from './helpers.ts';

const LRM = '\u200e';
const android = (...bodies: string[]) =>
  bodies.map((body, at) => `17/11/2023, 15:${10 + at} - ${body}\n`).join('');
const ios = (...bodies: string[]) =>
  bodies.map((body, at) => `${LRM}[17/11/2023, 15:${10 + at}:00] ${body}\r\n`).join('');

describe('notices in wordings not seen yet', () => {
  it.each([
    'Ruth wobbled the group to “Y5: Oak”',
    'Ruth wobbled the group to "Y5: Oak"',
    'Ruth hat die Gruppe „Y5: Eiche“ gewackelt',
    'Ruth a remué « Y5: Chêne »',
  ])('know a quoted name with a colon by its quotation marks: %s', (line) => {
    const messages = messagesOf(android('Ruth: a', line, 'Sian: she said “b: c” and "d: e"'));
    expect(messages.map(({ sender, kind }) => [sender, kind])).toEqual([
      ['Ruth', 'text'],
      [null, 'system'],
      ['Sian', 'text'],
    ]);
  });

  it.each([
    ['en', 'Ruth has updated the description of this group', 'description'],
    ['de', 'Birgit hat selbstlöschende Nachrichten eingeschaltet.', 'disappearing'],
    ['de', 'Birgit hat eine Nachricht angepinnt', 'pinned'],
    ['es', 'Beto se unió por medio del enlace', 'joined'],
    ['fr', 'Léa a épinglé un message', 'pinned'],
    ['fr', 'Vous êtes désormais admin', 'admin'],
    ['it', 'Marco è uscito', 'left'],
    ['pt', 'Bia mudou o nome para "B: C"', 'subject'],
    ['nl', 'Sanne heeft de groepsnaam gewijzigd van “A” in “B: C”', 'subject'],
    ['pl', 'Ola dodała Ruth', 'added'],
    ['pl', 'Jan opuścił grupę', 'left'],
    ['ro', 'Ana te-a adăugat', 'added'],
    ['tr', 'Ayşe, Can kişisini gruptan çıkardı', 'removed'],
    ['ar', 'غادر عمر', 'left'],
    ['ur', 'عمر چلا گیا', 'left'],
    ['bn', 'রুথ বেরিয়ে গেছেন', 'left'],
    ['hi', 'रीता ने रूथ को जोड़ा', 'added'],
    ['id', 'Budi keluar', 'left'],
  ])('%s: %s', (locale, words, type) => {
    const wanted = { sender: null, kind: 'system', event: { type, actor: null, targets: [] } };
    expect(messagesOf(android(words, 'Zed: x'), { locale })[0]).toMatchObject(wanted);
    expect(messagesOf(ios(`Oak: ${LRM}${words}`, 'Zed: x'), { locale })[0]).toMatchObject(wanted);
  });

  it('are told by what stands before a quoted name, not by the name', () => {
    const [message] = messagesOf(android('Ruth gave the group name “Ann left” to us', 'Zed: x'));
    expect(message?.event?.type).toBe('subject');
  });

  it('are never made of words that somebody wrote', () => {
    const words = ['Ruth left her bag', 'we added two more', 'who joined?', 'I removed it'];
    expect(messagesOf(android(...words.map((each) => `Zed: ${each}`))).map(({ kind }) => kind)).toEqual(
      words.map(() => 'text'),
    );
  });
});

describe('messages in languages not known here', () => {
  it.each<[string, string, Partial<Message>]>([
    ['a call', `Ruth: ${LRM}Glao gutha, ${LRM}5 nóim`, { kind: 'call' }],
    [
      'a poll',
      `Ruth: ${LRM}VOTAÍOCHT:\nCé?\n${LRM}ROGHA: Mise (2 vóta)\n${LRM}ROGHA: Tusa (1 vóta)\n`,
      {
        kind: 'poll',
        poll: {
          question: 'Cé?',
          options: [
            { text: 'Mise', votes: 2 },
            { text: 'Tusa', votes: 1 },
          ],
        },
      },
    ],
    [
      'a picture with its caption below',
      `Ruth: ${LRM}<attached: 00000012-PHOTO.jpg>\nthe cake`,
      { kind: 'media', attachment: '00000012-PHOTO.jpg', text: 'the cake' },
    ],
    [
      'a picture left out with its caption below',
      `Ruth: ${LRM}image omitted\nthe cake`,
      { kind: 'media', text: 'the cake' },
    ],
    [
      'a message not there yet',
      `Ruth: ${LRM}Waiting for this message. This may take a while.`,
      { kind: 'text' },
    ],
  ])('%s of iOS', (_what, body, expected) => {
    expect(messagesOf(ios(body, 'Zed: x'))[0]).toMatchObject({ sender: 'Ruth', ...expected });
  });

  it.each<[string, string, Partial<Message>]>([
    ['media left out', '<Media jätettiin pois>', { kind: 'media', media: 'unknown' }],
    ['a file', 'IMG-20231117-WA0004.jpg (comhad ceangailte)', { attachment: 'IMG-20231117-WA0004.jpg' }],
    ['a file of no phone', 'form.pdf (comhad ceangailte)', { kind: 'text', attachment: null }],
    ['a list in capitals', 'BRING:\nKIT: shirt\nKIT: shoes', { kind: 'text', poll: null }],
  ])('%s of Android', (_what, body, expected) => {
    expect(messagesOf(android(`Ruth: ${body}`, 'Zed: x'))[0]).toMatchObject({ sender: 'Ruth', ...expected });
  });
});

describe('names in lists and with several colons', () => {
  const targets = (...bodies: string[]) => messagesOf(android(...bodies))[0]?.event?.targets;

  it('splits lists with a comma before the last "and"', () => {
    expect(targets('Ruth added Callum, Sian, and Bo')).toEqual(['Callum', 'Sian', 'Bo']);
  });

  it('keeps a name that holds a comma or an "and"', () => {
    expect(targets('Zed added Smith, Jo and Cy', 'Smith, Jo: hi')).toEqual(['Smith, Jo', 'Cy']);
    expect(targets('Zed added Ann and Bob and Cy', 'Ann and Bob: hi')).toEqual(['Ann and Bob', 'Cy']);
  });

  it('keeps a name that holds two colons', () => {
    const text = android('Y5: Oak: Ruth: hi', 'Zed: x', 'Y5: Oak: Ruth: see: this');
    expect(messagesOf(text).map(({ sender, text: words }) => [sender, words])).toEqual([
      ['Y5: Oak: Ruth', 'hi'],
      ['Zed', 'x'],
      ['Y5: Oak: Ruth', 'see: this'],
    ]);
  });

  it('knows a name with a colon by the words of the phone after it', () => {
    const text = android('Oak: Ruth: <Media omitted>', 'Zed: x');
    expect(messagesOf(text)[0]).toMatchObject({ sender: 'Oak: Ruth', kind: 'media' });
  });

  it('takes no notice of a group for the rest of its name', () => {
    const text = ios(`Oak: ${LRM}Ruth heeft een nieuw nummer: 2 (was 1).`, 'Zed: x');
    expect(messagesOf(text)[0]).toMatchObject({ sender: null, kind: 'system' });
  });

  it('knows a notice with a colon whose language shows nowhere else', () => {
    const text = android('Ruth heeft een nieuw nummer: 2 (was 1).', 'Zed: x');
    expect(messagesOf(text)[0]).toMatchObject({
      sender: null,
      event: { type: 'number-changed', actor: 'Ruth' },
    });
  });
});

describe('files that are something else', () => {
  it('says that a log is one', () => {
    const read = () => readText('[2023-11-17 15:10:00] INFO: started\n[2023-11-17 15:10:01] WARN: slow\n');
    expect(read).toThrow(ChatReadError);
    expect(read).toThrow(/log file/);
  });

  it.each([
    ['a log', '2023-11-17 15:30:00 - app.module - INFO - started: ok\n'.repeat(3)],
    ['a timetable', '17/11/2023 15:30 - 16:30: Evening\n18/11/2023 09:00 - 10:00: Assembly\n'],
    ['a list of dates', '17/11/2023 15:30 - Evening in the hall\n18/11/2023 09:00 - Assembly\n'],
  ])('makes no message of %s', (_what, text) => {
    expect(() => readText(text)).toThrow(ChatReadError);
  });

  it('reads a chat in which there are notices only', () => {
    expect(onlyMessage('17/11/2023, 15:10 - Ruth added Ben\n').event).toMatchObject({ type: 'added' });
  });

  it('reads a chat in spite of a stray zero byte', () => {
    expect(onlyMessage('17/11/2023, 15:10 - Ruth: a\0b\n').text).toBe('a\0b');
  });
});
