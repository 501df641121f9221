import { describe, expect, it } from 'vitest';
import { readText } from './helpers.ts';

const lines = (...bodies: string[]) => bodies.map((body, at) => `17/11/2023, 1${at}:00 - ${body}\n`).join('');
const hour = (at: number) => `2023-11-17T1${at}:00:00`;
const memberOf = (text: string, name: string) =>
  readText(text).members.find((member) => member.name === name);

const UNKNOWN = { from: null, fromHow: 'unknown', fromBy: null };
const STILL_IN = { to: null, toHow: 'still-in', toBy: null };

describe('who was in the group when', () => {
  it('begins with who created, added and joined', () => {
    const text = lines(
      'Ruth created group "Oak"',
      'Ruth added Ben',
      "Sian joined using this group's invite link",
      'Ben: hi',
    );
    expect(memberOf(text, 'Ruth')?.memberships).toEqual([
      { from: hour(0), fromHow: 'created', fromBy: null, ...STILL_IN },
    ]);
    expect(memberOf(text, 'Ben')?.memberships).toEqual([
      { from: hour(1), fromHow: 'added', fromBy: 'Ruth', ...STILL_IN },
    ]);
    expect(memberOf(text, 'Sian')?.memberships).toEqual([
      { from: hour(2), fromHow: 'joined', fromBy: null, ...STILL_IN },
    ]);
  });

  it('ends with who left or was removed, and by whom', () => {
    const text = lines('Ruth added Ben', 'Ben left', 'Ruth added Ben', 'Sian removed Ben');
    expect(memberOf(text, 'Ben')?.memberships).toEqual([
      { from: hour(0), fromHow: 'added', fromBy: 'Ruth', to: hour(1), toHow: 'left', toBy: null },
      { from: hour(2), fromHow: 'added', fromBy: 'Ruth', to: hour(3), toHow: 'removed', toBy: 'Sian' },
    ]);
  });

  it('marks what the export does not show as unknown', () => {
    expect(memberOf(lines('Ben: hi'), 'Ben')?.memberships).toEqual([{ ...UNKNOWN, ...STILL_IN }]);
    expect(memberOf(lines('Ben: hi', 'Ben left'), 'Ben')?.memberships).toEqual([
      { ...UNKNOWN, to: hour(1), toHow: 'left', toBy: null },
    ]);
    const twice = memberOf(lines('Ruth added Ben', 'Ruth added Ben'), 'Ben')?.memberships;
    expect(twice?.map((span) => span.toHow)).toEqual(['unknown', 'still-in']);
  });

  it('knows by their messages that someone was in before they are seen coming, or came back unseen', () => {
    const added = memberOf(lines('Ben: hi', 'Ruth added Ben', 'Ben: back'), 'Ben')?.memberships;
    expect(added).toEqual([
      { ...UNKNOWN, to: null, toHow: 'unknown', toBy: null },
      { from: hour(1), fromHow: 'added', fromBy: 'Ruth', ...STILL_IN },
    ]);
    const back = memberOf(lines('Ben: hi', 'Ben left', 'Ben: back', 'Ruth removed Ben'), 'Ben')?.memberships;
    expect(back).toEqual([
      { ...UNKNOWN, to: hour(1), toHow: 'left', toBy: null },
      { ...UNKNOWN, to: hour(3), toHow: 'removed', toBy: 'Ruth' },
    ]);
  });

  it('takes a message that came late for one of the time before', () => {
    const text = '17/11/2023, 11:00 - Ben left\n17/11/2023, 10:30 - Ben: on my way\n';
    expect(memberOf(text, 'Ben')?.memberships).toHaveLength(1);
  });

  it('keeps who was an administrator', () => {
    const text = lines(
      'Ruth created group "Oak"',
      'Ruth left',
      'Ben is now an admin',
      'Ben is no longer an admin',
    );
    expect(memberOf(text, 'Ruth')?.admin).toEqual([{ from: hour(0), to: hour(1) }]);
    expect(memberOf(text, 'Ben')?.admin).toEqual([{ from: hour(2), to: hour(3) }]);
  });

  it('counts messages and says when the first and last were', () => {
    const member = memberOf(lines('Ben: a', 'Ruth: b', 'Ben: c'), 'Ben');
    expect(member).toMatchObject({ messages: 2, firstAt: hour(0), lastAt: hour(2), isNumber: false });
    expect(memberOf(lines('+44 7700 900123: a'), '+44 7700 900123')?.isNumber).toBe(true);
  });

  it('tells the title from the newest notice, else from the name of the file', () => {
    expect(
      readText(lines('Ruth created group "Oak"', 'Ruth changed the group name from "Oak" to "Elm"')).title,
    ).toBe('Elm');
    expect(readText(lines('Ben: a'), { name: 'WhatsApp Chat with Elm PTA.txt' }).title).toBe('Elm PTA');
    expect(readText(lines('Ben: a')).title).toBeNull();
  });
});
