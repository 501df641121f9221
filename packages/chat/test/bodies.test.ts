import { describe, expect, it } from 'vitest';
import type { Message } from '../src/index.ts';
import { messagesOf, readText } from './helpers.ts';

const LRM = '\u200e';
const ios = (body: string, marked = true) =>
  `[17/11/2023, 15:00:00] Ann: before\r\n${marked ? LRM : ''}[17/11/2023, 15:30:00] Ruth: ${body}\r\n[17/11/2023, 15:31:00] Ben: ${LRM}image omitted\r\n`;
const android = (body: string) => `17/11/2023, 15:30 - Ruth: ${body}\n17/11/2023, 15:31 - Ben: after\n`;

type Expected = Partial<Message>;

describe('bodies of iOS', () => {
  it.each<[string, string, Expected]>([
    ['image left out', `${LRM}image omitted`, { kind: 'media', media: 'image', attachment: null, text: '' }],
    ['video note left out', `${LRM}video note omitted`, { kind: 'media', media: 'video' }],
    ['contact left out', `${LRM}Contact card omitted`, { kind: 'contact', media: 'contact' }],
    ['older image left out', `<${LRM}image omitted>`, { kind: 'media', media: 'image' }],
    ['image in German', `${LRM}Bild weggelassen`, { kind: 'media', media: 'image' }],
    ['image in Japanese', `${LRM}画像は含まれていません`, { kind: 'media', media: 'image' }],
    ['image in Arabic', `${LRM}لم يتم إدراج الصورة`, { kind: 'media', media: 'image' }],
    [
      'attachment',
      `${LRM}<attached: 00000035-PHOTO-2022-03-27-21-41-55.jpg>`,
      { kind: 'media', media: 'image', attachment: '00000035-PHOTO-2022-03-27-21-41-55.jpg' },
    ],
    [
      'attachment in Turkish',
      `${LRM}<00000035-PHOTO-2022-03-27-21-41-55.jpg eklendi>`,
      { kind: 'media', attachment: '00000035-PHOTO-2022-03-27-21-41-55.jpg' },
    ],
    [
      'attachment in Chinese',
      `${LRM}<附件：00000035-PHOTO-2022-03-27-21-41-55.jpg>`,
      { kind: 'media', attachment: '00000035-PHOTO-2022-03-27-21-41-55.jpg' },
    ],
    [
      'attachment in a language unknown here',
      `${LRM}<ceangal: 00000035-PHOTO.jpg>`,
      { kind: 'media', attachment: '00000035-PHOTO.jpg' },
    ],
    [
      'attachment with a caption',
      `the cake ${LRM}<attached: 00000036-PHOTO.jpg>`,
      { kind: 'media', text: 'the cake', attachment: '00000036-PHOTO.jpg' },
    ],
    [
      'old attachment',
      '2015-08-04-PHOTO-00004762.jpg <attached>',
      { kind: 'media', attachment: '2015-08-04-PHOTO-00004762.jpg' },
    ],
    [
      'document',
      `Letter home.pdf • ${LRM}2 pages ${LRM}<attached: 00000047-Letter home.pdf>`,
      { kind: 'media', media: 'document', attachment: '00000047-Letter home.pdf' },
    ],
    [
      'document left out',
      `Letter.pdf • ${LRM}2 pages ${LRM}document omitted`,
      { kind: 'media', media: 'document', attachment: null },
    ],
    [
      'contact',
      `${LRM}<attached: 00000008-Swim Teacher.vcf>`,
      { kind: 'contact', attachment: '00000008-Swim Teacher.vcf' },
    ],
    [
      'location',
      `${LRM}Location: https://maps.google.com/?q=51.50,-0.12`,
      {
        kind: 'location',
        place: {
          latitude: 51.5,
          longitude: -0.12,
          name: null,
          url: 'https://maps.google.com/?q=51.50,-0.12',
        },
      },
    ],
    [
      'venue',
      `${LRM}Pimlico Gardens (London, United Kingdom): https://foursquare.com/v/4e89af95e5fa82ad4c0aa03b`,
      { kind: 'location' },
    ],
    ['deleted', `${LRM}This message was deleted.`, { kind: 'deleted' }],
    ['deleted by me', `${LRM}You deleted this message.`, { kind: 'deleted' }],
    ['deleted by an admin', `${LRM}This message was deleted by admin Ben.`, { kind: 'deleted' }],
    [
      'edited',
      `doors at six ${LRM}<This message was edited>`,
      { kind: 'text', text: 'doors at six', edited: true },
    ],
    [
      'edited in Spanish',
      `a las seis ${LRM}<Se editó este mensaje.>`,
      { kind: 'text', text: 'a las seis', edited: true },
    ],
    ['missed call', `${LRM}Missed voice call, ${LRM}Tap to call back`, { kind: 'call' }],
    ['call', `${LRM}Video call, ${LRM}6 min`, { kind: 'call' }],
    ['silenced call', `${LRM}Silenced voice call, ${LRM}Focus mode`, { kind: 'call' }],
    ['older call', `${LRM}Missed voice call. Tap to call back.`, { kind: 'call' }],
    ['call unanswered', `${LRM}Voice call, ${LRM}No answer`, { kind: 'call' }],
  ])('%s', (_what, body, expected) => {
    expect(messagesOf(ios(body))[1]).toMatchObject({ sender: 'Ruth', ...expected });
  });

  it('reads a poll', () => {
    const body = `${LRM}POLL:\nPanto seats?\n${LRM}OPTION: Stalls (5 votes)\n${LRM}OPTION: Circle (1 vote)\n`;
    expect(messagesOf(ios(body))[1]).toMatchObject({
      kind: 'poll',
      poll: {
        question: 'Panto seats?',
        options: [
          { text: 'Stalls', votes: 5 },
          { text: 'Circle', votes: 1 },
        ],
      },
    });
  });

  it('leaves words alone that someone typed', () => {
    for (const body of [
      'image omitted',
      'This message was deleted',
      'Missed voice call',
      'null',
      'Ben left',
      'Ben added Ann',
    ]) {
      expect(messagesOf(ios(body, false))[1]).toMatchObject({ kind: 'text', text: body });
    }
  });

  it('finds mentions in a long file that lost its marks, wherever one begins to read', () => {
    const lines = Array.from({ length: 400 }, (_, at) => `[17/11/2023, 15:30:00] Ruth: hello ${at}\n`);
    lines[3] = '[17/11/2023, 15:30:00] Ruth: ask @447700900123 please\n';
    const { messages } = readText(lines.join(''));
    expect(messages.at(3)?.mentions).toEqual(['+447700900123']);
  });

  it('reads files that lost their marks', () => {
    const text = [
      'Oak: Messages and calls are end-to-end encrypted. No one outside of this chat can read them.',
      'Oak: Ruth added Ben',
      'Ruth: image omitted',
      'Ruth: Letter.pdf • 2 pages document omitted',
      'Ben: This message was deleted.',
      'Ben: Your security code with Ruth changed. Tap to learn more.',
      'Ben: hi',
    ]
      .map((body, at) => `[17/11/2023, 15:0${at}:00] ${body}\n`)
      .join('');
    const chat = readText(text);
    expect(chat.messages.map((message) => message.kind)).toEqual([
      'system',
      'system',
      'media',
      'media',
      'deleted',
      'system',
      'text',
    ]);
    expect(chat.members.map((member) => member.name).sort()).toEqual(['Ben', 'Ruth']);
  });
});

describe('bodies of Android', () => {
  it.each<[string, string, Expected]>([
    ['media left out', '<Media omitted>', { kind: 'media', media: 'unknown', text: '' }],
    ['media left out, with a caption', '<Media omitted>\nthe cake', { kind: 'media', text: 'the cake' }],
    ['video note left out', '<Video note omitted>', { kind: 'media', media: 'video' }],
    ['voice message left out', '<View once voice message omitted>', { kind: 'media', media: 'audio' }],
    ['media in German', '<Medien ausgeschlossen>', { kind: 'media' }],
    ['media in Spanish', '<Multimedia omitido>', { kind: 'media' }],
    ['media in Portuguese', '<Mídia oculta>', { kind: 'media' }],
    ['media in Hebrew', '<המדיה לא נכללה>', { kind: 'media' }],
    [
      'file',
      `${LRM}IMG-20220323-WA0002.jpg (file attached)`,
      { kind: 'media', media: 'image', attachment: 'IMG-20220323-WA0002.jpg' },
    ],
    [
      'file without a mark',
      'IMG-20220323-WA0002.jpg (file attached)',
      { kind: 'media', attachment: 'IMG-20220323-WA0002.jpg' },
    ],
    [
      'file with a caption',
      `${LRM}IMG-20220323-WA0002.jpg (file attached)\nthe\ncake`,
      { kind: 'media', text: 'the\ncake' },
    ],
    [
      'file with spaces and accents',
      'Année scolaire (copie).pdf (fichier joint)',
      { kind: 'media', attachment: 'Année scolaire (copie).pdf' },
    ],
    [
      'file with a name of letters and digits',
      '3f8a0c1d2e4b5a69.docx (Datei angehängt)',
      { kind: 'media', media: 'document' },
    ],
    ['file in Russian', 'IMG-1.jpg (файл добавлен)', { kind: 'media', attachment: 'IMG-1.jpg' }],
    ['contact', 'Piano Teacher.vcf (file attached)', { kind: 'contact', attachment: 'Piano Teacher.vcf' }],
    ['location', 'location: https://maps.google.com/?q=51.5021456,-0.127397', { kind: 'location' }],
    ['live location', 'live location shared', { kind: 'location' }],
    [
      'venue on two lines',
      'location: Pimlico Gardens (London)\nhttps://foursquare.com/v/4e89af95e5fa82ad4c0aa03b',
      { kind: 'location' },
    ],
    ['poll in Spanish', 'ENCUESTA:\n¿Quién?\nOPCIÓN: yo (2 votos)\nOPCIÓN: tú (0 votos)\n', { kind: 'poll' }],
    [
      'event',
      'EVENT: Sports day\nEvent Start time: 1718000000000\nEvent Location Name: Field',
      { kind: 'event' },
    ],
    ['deleted', 'This message was deleted', { kind: 'deleted' }],
    ['deleted by me', 'You deleted this message', { kind: 'deleted' }],
    ['deleted in German', 'Diese Nachricht wurde gelöscht.', { kind: 'deleted' }],
    [
      'edited',
      'doors at six <This message was edited>',
      { kind: 'text', text: 'doors at six', edited: true },
    ],
    ['edited in Dutch', 'om zes uur <Dit bericht is bewerkt>', { edited: true, text: 'om zes uur' }],
    ['missed call', 'Missed voice call', { kind: 'call' }],
    ['null', 'null', { kind: 'call' }],
    ['nothing', '', { kind: 'media', text: '' }],
    ['angle brackets', 'is 3 <4> or <5>', { kind: 'text', text: 'is 3 <4> or <5>', edited: false }],
    ['round brackets', 'bring the form.pdf (signed)', { kind: 'text' }],
    ['a link to a map', 'meet here https://maps.google.com/?q=51.5,-0.1', { kind: 'text' }],
    ['words like a mark', 'why does it say "image omitted"', { kind: 'text' }],
    ['words like a notice', 'Sian left a sandwich behind', { kind: 'text' }],
    ['waiting', 'Waiting for this message', { kind: 'text' }],
  ])('%s', (_what, body, expected) => {
    expect(messagesOf(android(body))[0]).toMatchObject({ sender: 'Ruth', ...expected });
  });

  it('reads an empty body whose space was cut off', () => {
    expect(messagesOf('17/11/2023, 15:30 - Ruth:\n17/11/2023, 15:31 - Ben: x\n')[0]).toMatchObject({
      sender: 'Ruth',
      text: '',
    });
  });
});
