import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from './body.ts';
import { Refusal } from './refusal.ts';

const KB = 1024;

function post(body: BodyInit, type?: string): Request {
  const headers = type === undefined ? {} : { 'content-type': type };
  return new Request('http://localhost/x', { method: 'POST', body, headers });
}

describe('a posted form', () => {
  it('gives its fields, as lists where a name came more than once', async () => {
    const body = new URLSearchParams([
      ['name', 'Zoë'],
      ['pick', 'a'],
      ['pick', 'b'],
      ['pick', 'c'],
      ['empty', ''],
    ]);
    expect((await readForm(post(body), KB)).fields).toEqual({
      name: 'Zoë',
      pick: ['a', 'b', 'c'],
      empty: '',
    });
  });

  it('gives its files, and none where no file was chosen', async () => {
    // As browsers write it; "nothing" is a file field that was left empty.
    const part = (head: string, bytes: string) =>
      `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${bytes}\r\n`;
    const body = [
      part('name="text"', 'words'),
      part('name="picture"; filename="a.png"\r\nContent-Type: image/png', 'bytes'),
      part('name="nothing"; filename=""\r\nContent-Type: application/octet-stream', ''),
      part('name="hollow"; filename="hollow.txt"\r\nContent-Type: text/plain', ''),
      '--x--\r\n',
    ].join('');
    const { fields, files } = await readForm(post(body, 'multipart/form-data; boundary=x'), 10 * KB);
    expect(fields).toEqual({ text: 'words' });
    expect(Object.keys(files)).toEqual(['picture', 'hollow']);
    expect(await files.picture?.text()).toBe('bytes');
    expect(files.picture).toMatchObject({ name: 'a.png', type: 'image/png' });
  });

  it('keeps every script of the world, and characters made of several', async () => {
    const name = 'Łukasz محمد 王小明 தமிழ் 👨‍👩‍👧 e\u{301}';
    const { fields } = await readForm(post(new URLSearchParams({ name })), 10 * KB);
    expect(fields.name).toBe(name);
  });

  it('has one kind of line end, and no control characters or halves of characters', async () => {
    const body = new FormData();
    body.append('text', 'one\r\ntwo\rthree\n\tfour\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}');
    const { fields } = await readForm(post(body), 10 * KB);
    expect(fields.text).toBe('one\ntwo\nthree\n\tfour[31m');
    const { fields: halves } = await readForm(
      post('a=%ED%A0%80x%00y', 'application/x-www-form-urlencoded'),
      KB,
    );
    expect(halves.a).toMatch(/^\u{FFFD}+xy$/u);
  });

  it('is not misled by the names of an object’s own parts', async () => {
    const { fields } = await readForm(
      post('__proto__=a&constructor=b&toString=c&toString=d', 'application/x-www-form-urlencoded'),
      KB,
    );
    expect(fields.toString).toEqual(['c', 'd']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect('a' in fields).toBe(false);
  });

  it.each([
    [KB, '1 kB'],
    [256 * KB, '256 kB'],
    [5 * KB * KB, '5 MB'],
  ])('of more than %i bytes is refused, told as %s', async (limit, told) => {
    const fits = post(`a=${'x'.repeat(limit - 2)}`, 'application/x-www-form-urlencoded');
    expect((await readForm(fits, limit)).fields.a).toHaveLength(limit - 2);
    const over = readForm(post(`a=${'x'.repeat(limit - 1)}`, 'application/x-www-form-urlencoded'), limit);
    await expect(over).rejects.toMatchObject({
      status: 413,
      message: `What you sent is too large: at most ${told} is taken here.`,
    });
  });

  it('that a file makes too long keeps all but the file, and names its field', async () => {
    const form = (size: number) => {
      const body = new FormData();
      body.append('name', 'Zoë');
      body.append('small', new File(['scan'], 'a.png'));
      body.append('words', 'All that I wrote.');
      body.append('file', new File([new Uint8Array(size).fill(45)], 'b--.png'));
      body.append('after', 'x'.repeat(3 * KB));
      return post(body);
    };
    for (const size of [20 * KB, 3 * KB * KB]) {
      const long = await readForm(form(size), 10 * KB);
      expect(long.fields).toEqual({ name: 'Zoë', words: 'All that I wrote.', after: 'x'.repeat(3 * KB) });
      expect(long.tooLong).toBe('file');
      expect(await long.files.small?.text()).toBe('scan');
      expect(long.files.file).toBeUndefined();
    }
    expect((await readForm(form(KB), 10 * KB)).tooLong).toBeUndefined();
  });

  it('that words make too long is refused, a file in it or not', async () => {
    const body = new FormData();
    body.append('file', new File(['scan'], 'a.png'));
    body.append('words', 'x'.repeat(20 * KB));
    await expect(readForm(post(body), 10 * KB)).rejects.toMatchObject({ status: 413 });
  });

  it.each([
    ['no type', 'a=b', 'text/plain'],
    ['JSON', '{"a": 1}', 'application/json'],
    ['a boundary that never comes', 'a=b', 'multipart/form-data; boundary=x'],
    ['no boundary', '--x\r\n', 'multipart/form-data'],
    [
      'an end that is missing',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      'multipart/form-data; boundary=x',
    ],
    ['nothing', '', 'multipart/form-data; boundary=x'],
  ])('with %s is told as broken', async (_what, body, type) => {
    await expect(readForm(post(body, type), KB)).rejects.toMatchObject({
      status: 400,
      message: 'The form did not arrive whole.',
    });
  });

  it('whose line breaks is refused, and nothing of it is taken', async () => {
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('a=b&c='));
        controller.error(new Error('the line broke'));
      },
    });
    const init = { method: 'POST', body: cut, duplex: 'half' };
    const request = new Request('http://localhost/x', {
      ...init,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    await expect(readForm(request, KB)).rejects.toThrow();
  });

  it('never fails in any other way, whatever comes', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      '',
      'x',
    ];
    const part = fc.constantFrom(
      '--x',
      '--x--',
      '\r\n',
      'Content-Disposition: form-data; name="a"',
      '; filename="b"',
      'é',
      '\0',
      '&',
      '=',
      '%',
      '%ZZ',
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(part, { maxLength: 20 }).map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...types), async (body, type) => {
        const result = await readForm(post(new Uint8Array(body), type), 200).catch((error: unknown) => error);
        if (result instanceof Refusal) expect([400, 413]).toContain(result.status);
        else expect(result).toHaveProperty('fields');
      }),
    );
  });
});
