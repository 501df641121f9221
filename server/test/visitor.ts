/** A page without the tokens that differ by request: two visitors who are shown the same have the same shape. */
export function shape(text: string): string {
  return text.replaceAll(/(nonce|value)="[^"]*"/g, '');
}

/** Somebody using Handbell: a browser with cookies, signed in or not. */
export class Visitor {
  private readonly origin: string;
  private readonly request: (path: string, init: RequestInit) => Response | Promise<Response>;
  private readonly cookies = new Map<string, string>();

  /**
   * @param origin whose pages the forms come from
   * @param request how a request reaches Handbell: in this process or over a network
   */
  constructor(origin: string, request: Visitor['request'], cookie?: string) {
    this.origin = origin;
    this.request = request;
    if (cookie) this.keep(cookie);
  }

  private keep(header: string): void {
    const [pair = ''] = header.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await this.request(path, { ...init, headers });
    for (const each of response.headers.getSetCookie()) this.keep(each);
    return response;
  }

  /** Loads a page; gives its status and text. */
  async get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
    const response = await this.send(path);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  /** The once token of the first form on a page that posts to `action` (or of any form). */
  async token(page: string): Promise<string> {
    const { text } = await this.get(page);
    return /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  /**
   * Posts a form as a browser would.
   * @param fields texts, lists of texts and files; `once` is fetched from `page` when it is not among them
   */
  async post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[] | File>>,
    page?: string,
  ): Promise<{ status: number; text: string; location: string }> {
    const once = fields.once === undefined && page ? { once: await this.token(page) } : {};
    const all: [string, string | readonly string[] | File][] = Object.entries({ ...once, ...fields });
    const multipart = all.some(([, value]) => value instanceof File);
    const body = multipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of all) {
      if (value instanceof File) {
        if (body instanceof FormData) body.append(name, value);
        continue;
      }
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    }
    const response = await this.send(path, { method: 'POST', body, headers: { origin: this.origin } });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    };
  }
}
