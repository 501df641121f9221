import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lastConcern, raise } from '../../../test/concerns.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { shape } from '../../../test/visitor.ts';
import { LENGTH_CLASS } from './pages.tsx';

let handbell: TestHandbell;
let school: TestSchool;
let head: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  head = await handbell.signIn(school, ['head', 'safeguarding'], 'Hedda Head');
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

const base = '/s/oakfield/concern/return';

async function own(code: string): Promise<string> {
  return (await handbell.visitor().post(base, { code })).text;
}

async function act(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const id = await lastConcern(handbell);
  const page = `/desk/concerns/${id}`;
  const { text } = await head.get(page);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '1';
  const answer = await head.post(`${page}/${name}`, { version, ...fields }, page);
  expect(answer.status, answer.text).toBe(303);
}

describe('coming back with a code', () => {
  it('shows where things stand and by when something happens', async () => {
    const page = await own(await raise(handbell, school));
    expect(page).toContain('The school has your concern');
    expect(page).toContain('Friday 12 March 2027');
  });

  it('takes the code however it is typed', async () => {
    const code = await raise(handbell, school);
    expect(await own(code.toLowerCase().replaceAll('-', ' '))).toContain('The school has your concern');
  });

  it('answers every wrong code with the very same page', async () => {
    const visitor = handbell.visitor();
    const pages = [];
    for (const code of ['7KQM-X4PD-9WRT', 'x', 'a much longer text than a code', '<b>', 'ÄÖÜ']) {
      pages.push(await visitor.post(base, { code }));
    }
    for (const page of pages) {
      expect(page.status).toBe(422);
      expect(page.text).toContain('No concern has this code');
      expect(shape(page.text)).toBe(shape(pages[0]?.text ?? ''));
    }
  });

  it('does the same work for a wrong code as for a right one, and answers in the same length', async () => {
    const right = await raise(handbell, school);
    const wrong = 'amber-amber-amber-amber-amber';
    const texts: string[] = [];
    handbell.services.database.pool.on('acquire', (client) => {
      if (watched.has(client)) return;
      watched.add(client);
      client.query = new Proxy(client.query, {
        apply(query, self, [first, ...rest]) {
          texts.push(typeof first === 'string' ? first : String(first?.text));
          return Reflect.apply(query, self, [first, ...rest]);
        },
      });
    });
    const watched = new WeakSet();
    const seen = async (code: string) => {
      texts.splice(0);
      const response = await handbell.visitor().send(base, {
        method: 'POST',
        headers: { origin: 'http://localhost:8043', 'accept-encoding': 'gzip, br' },
        body: new URLSearchParams({ code }),
      });
      const length = (await response.arrayBuffer()).byteLength;
      return { length, encoding: response.headers.get('content-encoding'), texts: [...texts] };
    };
    const [one, other] = [await seen(right), await seen(wrong)];
    expect(one.texts.length).toBeGreaterThan(5);
    expect(other.texts).toEqual(one.texts);
    expect(one).toMatchObject({ length: LENGTH_CLASS, encoding: null });
    expect(other).toMatchObject({ length: LENGTH_CLASS, encoding: null });
  });

  it('does not open another school’s concern', async () => {
    const code = await raise(handbell, school);
    await handbell.newSchool('another');
    const page = await handbell.visitor().post('/s/another/concern/return', { code });
    expect(page.status).toBe(422);
  });

  it('lets nobody try codes without end', async () => {
    const visitor = handbell.visitor();
    const statuses = [];
    for (let turn = 0; turn < 12; turn += 1) {
      statuses.push((await visitor.post(base, { code: 'ZZZZ-ZZZZ-ZZZZ' })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('never puts the code into an address or a cookie, and no copy of the page is kept', async () => {
    const code = await raise(handbell, school);
    const response = await handbell.visitor().send(base, {
      method: 'POST',
      headers: { origin: 'http://localhost:8043' },
      body: new URLSearchParams({ code }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('to and fro', () => {
  it('the reporter reads the acknowledgement and a question, answers, and the desk sees it', async () => {
    const code = await raise(handbell, school);
    await act('screen', { answer: 'no', note: 'Adults only.' });
    await act('acknowledge', { message: 'Thank you for telling us.' });
    await act('ask', { question: 'Which day was it?' });
    const page = await own(code);
    expect(page).toContain('Thank you for telling us.');
    expect(page).toContain('Which day was it?');
    expect(page).not.toContain('Adults only');
    expect(page).not.toContain('Hedda');

    const visitor = handbell.visitor();
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const words = 'It was <b>Monday</b>.';
    const sent = await visitor.post(`${base}/reply`, { code, words, once });
    expect(sent.location).toBe(base);
    expect((await visitor.get(base)).text).toContain('Your words are with the school');
    await visitor.post(`${base}/reply`, { code, words, once });
    expect((await own(code)).split('It was &lt;b&gt;Monday').length).toBe(2);

    const concern = `/desk/concerns/${await lastConcern(handbell)}`;
    expect((await head.get(concern)).text).toContain('It was &lt;b&gt;Monday');
    expect((await head.get('/desk')).text).toContain('Read new words from the reporter');
    await act('seen', {});
    expect((await head.get('/desk')).text).not.toContain('Read new words from the reporter');
  });

  it('an empty answer is asked for again, with the page as it was', async () => {
    const code = await raise(handbell, school);
    const page = await own(code);
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const again = await handbell.visitor().post(`${base}/reply`, { code, words: ' ', once });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Write what you want to tell the school');
    expect(again.text).toContain('The school has your concern');
  });

  it('words with a code that is none are kept nowhere', async () => {
    const code = await raise(handbell, school);
    const once = /name="once" value="([^"]+)"/.exec(await own(code))?.[1] ?? '';
    const sent = await handbell.visitor().post(`${base}/reply`, { code: 'ZZZZ', words: 'Hello', once });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('No concern has this code');
  });

  it('a concern that is taken back does not vanish: the school still asks about safety', async () => {
    const code = await raise(handbell, school);
    const once = /name="once" value="([^"]+)"/.exec(await own(code))?.[1] ?? '';
    await handbell.visitor().post(`${base}/withdraw`, { code, once });
    expect(await own(code)).toContain('You took your concern back');
    const page = (await head.get(`/desk/concerns/${await lastConcern(handbell)}`)).text;
    expect(page).toContain('The reporter has taken this concern back');
    expect(page).toContain('Could a child be at risk?');
  });

  it('after its end the page gives the school’s words, and takes no more', async () => {
    const code = await raise(handbell, school);
    await act('screen', { answer: 'no', note: 'Adults only.' });
    await act('interest', { interest: 'clear' });
    await act('about-us', { aboutUs: 'no', why: 'About a parent.' });
    const before = await own(code);
    await act('exit', {
      exit: 'not-for-school',
      reason: 'Between two adults.',
      message: 'It is a private matter.',
    });
    const page = await own(code);
    expect(page).toContain('The school has answered');
    expect(page).toContain('It is a private matter.');
    expect(page).not.toContain('Between two adults');
    const once = /name="once" value="([^"]+)"/.exec(before)?.[1] ?? '';
    const late = await handbell.visitor().post(`${base}/reply`, { code, words: 'One more thing', once });
    expect(late.status).toBe(409);
    expect(late.text).toContain('This concern has ended');
  });
});

describe('mail to a reporter', () => {
  it('says that there is something new, and nothing of the matter or of anybody', async () => {
    await raise(handbell, school, { email: 'quiet@home.example.org' });
    await act('screen', { answer: 'no', note: 'Adults only.' });
    await act('acknowledge', { message: 'Thank you.' });
    const rows = await handbell.services.worker.forSchool(school.id, 'public', async (work) => {
      const { mail } = await import('../../platform/mail/tables.ts');
      const { mailCell } = await import('../../platform/mail/outbox.ts');
      const all = await work.queries.select().from(mail);
      return all.map((row) => ({
        to: work.keys.open(mailCell('recipient', row.id), row.recipient, 'identity'),
        subject: work.keys.open(mailCell('subject', row.id), row.subject),
        text: work.keys.open(mailCell('text', row.id), row.text),
      }));
    });
    const own = rows.find((row) => row.to === 'quiet@home.example.org');
    expect(own?.subject).toBe('Something new for you from Oakfield Example School');
    expect(own?.text).toContain('http://localhost:8043/s/oakfield/concern/return');
    expect(`${own?.subject} ${own?.text}`).not.toMatch(/concern(?!\/return)|Dana|Larch|WhatsApp|C-2027/);
  });
});
