import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  decideWarning,
  openCase,
  openingForm,
  openingPage,
  readyConcern,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import type { ConcernPlace } from '../concerns/kinds.ts';
import { whereOf } from './where-it-was.tsx';

let handbell: TestHandbell;
let at: CaseSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'where');
});
afterAll(() => handbell.stop());

/** The value of a text box, or of the radio that is chosen. */
function shown(html: string, name: string): string | undefined {
  const fields = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const tag = fields.find(
    (each) => each.includes(`name="${name}"`) && (!each.includes('type="radio"') || / checked/.test(each)),
  );
  return tag && (/value="([^"]*)"/.exec(tag)?.[1] ?? '');
}

describe('what a concern says of where it was', () => {
  it.each<[ConcernPlace, string, string]>([
    ['group', 'group', 'Oak class'],
    ['other-group', 'group', 'Oak class'],
    ['direct', 'direct', ''],
    ['email', 'email', ''],
    ['other-online', 'other-online', ''],
    ['in-person', 'in-person', ''],
  ])('%s', (place, channel, group) => {
    expect(whereOf({ place, placeName: 'Oak class' })).toEqual({ channel, group, site: '' });
  });
});

describe('opening a case (S40)', () => {
  it('is filled in with where the concern says that it was, and asks so that every channel fits', async () => {
    const group = await openingPage(at.handler, await readyConcern(at));
    expect(words(group.text)).toContain('Where was it?');
    expect(shown(group.text, 'channel')).toBe('group');
    expect(shown(group.text, 'group')).toBe('Oak class parents');
    const concern = await readyConcern(at, { place: 'in-person', placeName: '' });
    const first = await at.handler.get(`/desk/cases/new?concern=${concern}`);
    expect(words(first.text)).toContain('On which day was it?');
    const spoken = await openingPage(at.handler, concern);
    expect(shown(spoken.text, 'channel')).toBe('in-person');
    expect(shown(spoken.text, 'group')).toBe('');
  });
  it('asks which group, or where online, before it opens one', async () => {
    const post = async (fields: Readonly<Record<string, string>>) =>
      at.handler.post('/desk/cases/new/open', await openingForm(at, fields));
    const group = await post({ channel: 'group', group: '' });
    expect(group.status).toBe(422);
    expect(words(group.text)).toContain('Say which group it was');
    const online = await post({ channel: 'other-online', site: '' });
    expect(online.status).toBe(422);
    expect(words(online.text)).toContain('Say where online it was');
  });
  it.each([
    ['email', { place: 'email' }, 'Email', 'an email'],
    ['in-person', { place: 'in-person' }, 'Face to face', 'what was said face to face or on the phone'],
  ])(
    '%s: the case and the warning say so, and nothing of a group',
    async (channel, concern, place, about) => {
      const page = await openCase(at, { channel, group: '' }, { concern });
      expect(words((await at.handler.get(page)).text)).toContain(`${place}`);
      await toDecision(at.handler, page);
      const letter = words((await at.head.get(await decideWarning(at.head, page))).text);
      expect(letter).toContain('A written warning under the code of conduct');
      expect(letter).toContain(`This is about ${about}, on or about Tuesday 9 March 2027.`);
      expect(letter).not.toContain('about messages in');
    },
  );
});
