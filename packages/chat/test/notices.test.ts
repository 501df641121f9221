import { describe, expect, it } from 'vitest';
import { allLanguages } from '../src/languages/all.ts';
import { messagesOf, readText } from './helpers.ts';

const notice = (text: string, locale = 'en') => {
  const [message] = messagesOf(`17/11/2023, 15:30 - ${text}\n17/11/2023, 15:31 - Zed: x\n`, { locale });
  return message;
};

describe('notices in English', () => {
  it.each<[string, Record<string, unknown>]>([
    ['Ruth created group "Oak"', { type: 'created', actor: 'Ruth', value: 'Oak' }],
    ['Ruth created group “Y5: Oak”', { type: 'created', actor: 'Ruth', value: 'Y5: Oak' }],
    ['You created group “Oak”', { type: 'created', actor: null, byExporter: true }],
    ['Ruth created this group', { type: 'created', actor: 'Ruth' }],
    ['Ruth added Callum, Sian and Ben', { type: 'added', actor: 'Ruth', targets: ['Callum', 'Sian', 'Ben'] }],
    ['Ruth added +44 7700 900123', { type: 'added', targets: ['+44 7700 900123'] }],
    ['Callum was added', { type: 'added', actor: null, targets: ['Callum'] }],
    ['Callum and Sian were added', { type: 'added', targets: ['Callum', 'Sian'] }],
    ['You were added', { type: 'added', targets: [], toExporter: true }],
    ['Ruth added you', { type: 'added', actor: 'Ruth', targets: [], toExporter: true }],
    ['Ruth removed Callum', { type: 'removed', actor: 'Ruth', targets: ['Callum'] }],
    ['You removed Callum', { type: 'removed', actor: null, byExporter: true, targets: ['Callum'] }],
    ['Callum left', { type: 'left', actor: 'Callum' }],
    ['Callum left the group', { type: 'left', actor: 'Callum' }],
    ['~ Petra left', { type: 'left', actor: '~ Petra' }],
    ["Callum joined using this group's invite link", { type: 'joined', actor: 'Callum' }],
    ['Callum joined using this group’s invite link', { type: 'joined', actor: 'Callum' }],
    ['Callum joined using a group link.', { type: 'joined', actor: 'Callum' }],
    ['Callum joined using your invite', { type: 'joined', actor: 'Callum' }],
    ['Callum joined from the community', { type: 'joined', actor: 'Callum' }],
    ['Ruth changed the subject from "A" to "B: C"', { type: 'subject', actor: 'Ruth', value: 'B: C' }],
    ['Ruth changed the subject to “B”', { type: 'subject', value: 'B' }],
    ["Ruth changed this group's icon", { type: 'icon', actor: 'Ruth' }],
    ["Ruth deleted this group's icon", { type: 'icon' }],
    ['Ruth changed the group description', { type: 'description' }],
    ["You're now an admin", { type: 'admin', toExporter: true }],
    ["You're no longer an admin", { type: 'admin-removed', toExporter: true }],
    [
      'Callum changed their phone number to a new number. Tap to message or add the new number.',
      { type: 'number-changed', actor: 'Callum' },
    ],
    [
      '+44 7700 900111 changed to +44 7700 900222',
      { type: 'number-changed', actor: '+44 7700 900111', value: '+44 7700 900222' },
    ],
    [
      'Your security code with Callum changed. Tap to learn more.',
      { type: 'security-code', targets: ['Callum'] },
    ],
    ["Callum's security code changed. Tap for more info.", { type: 'security-code' }],
    [
      'Ruth turned on disappearing messages. New messages will disappear from this chat 24 hours after they’re sent.',
      { type: 'disappearing', actor: 'Ruth' },
    ],
    [
      'You updated the message timer. New messages will disappear from this chat 7 days after they are sent.',
      { type: 'disappearing' },
    ],
    ['Ruth pinned a message', { type: 'pinned', actor: 'Ruth' }],
    [
      "Ruth changed this group's settings to allow only admins to send messages to this group",
      { type: 'settings' },
    ],
    ["Ruth reset this group's invite link", { type: 'invite-link', actor: 'Ruth' }],
    [
      'Messages to this group are now secured with end-to-end encryption. Tap for more info.',
      { type: 'encryption' },
    ],
    [
      'Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.',
      { type: 'encryption' },
    ],
    ['Ruth started a video call', { type: 'call' }],
  ])('%s', (text, expected) => {
    expect(notice(text)).toMatchObject({ kind: 'system', sender: null, event: expected });
  });

  it('keeps a notice it does not know, and says so', () => {
    const chat = readText('17/11/2023, 15:30 - Something wholly new happened\n17/11/2023, 15:31 - Zed: x\n');
    expect(chat.messages.at(0)).toMatchObject({
      kind: 'system',
      event: null,
      text: 'Something wholly new happened',
    });
    expect(chat.warnings.map((warning) => warning.code)).toContain('unknown-notices');
  });

  it('ends a name at the right verb when the name holds one', () => {
    const chat = readText(
      '17/11/2023, 15:30 - Ann added Lee: hi\n17/11/2023, 15:31 - Zed: x\n17/11/2023, 15:32 - Ann added Lee added Zed\n17/11/2023, 15:33 - Left Foot Larry left\n',
    );
    expect(chat.events.map((event) => [event.type, event.actor])).toEqual([
      ['added', 'Ann added Lee'],
      ['left', 'Left Foot Larry'],
    ]);
  });
});

/** Fills the holes of a wording with names and values that are no words of it. */
function fill(wording: string): string {
  return wording
    .replace('{a}', 'Ruth')
    .replace('{t}', 'Callum')
    .replace('{v}', 'Oak')
    .replace('{x}', 'Elm')
    .replace(/…$/, ' …');
}

describe('every wording of every language', () => {
  const wordings = allLanguages.flatMap((table) => table.notices.map((wording) => ({ table, wording })));

  it.each(wordings.map(({ table, wording }) => [table.code, wording[1], table, wording] as const))(
    '%s: %s',
    (code, _text, _table, [type, wording, me]) => {
      const message = notice(fill(wording), code);
      expect(message?.kind).toBe('system');
      expect(message?.event?.type).toBe(type);
      if (wording.includes('{a}') && !/^(bist|hast)/.test(wording.replace('{a} ', '')))
        expect(message?.event?.actor).toBe('Ruth');
      if (wording.includes('{t}')) expect(message?.event?.targets).toEqual(['Callum']);
      if (me === 'by') expect(message?.event?.byExporter).toBe(true);
      if (me === 'to') expect(message?.event?.toExporter).toBe(true);
    },
  );

  it('reads the wordings of iOS too, behind the name of the group', () => {
    const text =
      '[17/11/2023, 15:30:00] Oak: \u200eBirgit hat Ruth hinzugefügt\r\n[17/11/2023, 15:31:00] Ruth: x\r\n';
    const chat = readText(text);
    expect(chat.messages.at(0)).toMatchObject({
      sender: null,
      event: { type: 'added', actor: 'Birgit', targets: ['Ruth'] },
    });
    expect(chat.format.languages).toEqual(['de']);
  });
});
