import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { type Act, may } from '../people/permissions.ts';
import type { AuditActor } from '../platform/audit/chain.ts';
import type { SchoolId } from '../platform/ids.ts';
import type { Services } from '../platform/services.ts';
import { readForm } from '../platform/web/body.ts';
import { callerOf } from '../platform/web/caller.ts';
import type { WebApp, WebContext } from '../platform/web/environment.ts';
import { readFlash } from '../platform/web/flash.ts';
import type { LimitName } from '../platform/web/limits.ts';
import { newOnceToken, rememberOnce, takeOnce } from '../platform/web/once.ts';
import { notAllowed, notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { findSchool, findSchoolBySlug, type School } from '../schools/store.ts';
import type { FormState } from '../ui/form-state.ts';
import {
  type Answer,
  type Go,
  go,
  type PlainContext,
  type PublicContext,
  type Shown,
  type StaffContext,
} from './contexts.ts';
import { deskPage, plainPage, publicPage } from './frames.tsx';
import { flashKey, send } from './send.tsx';
import { findAccount, findStaff, type Staff } from './staff.ts';
import { checkForm } from './validate.ts';

/** A form at most this long, unless a route says otherwise. */
const FORM_LIMIT = 256 * 1024;

/** The cookie that remembers which school somebody with several works in now. */
export const SCHOOL_COOKIE = 'handbell_school';

/** For routes whose address has no parts that vary (but the school's). */
export const noParams = z.object({});
export type NoParams = z.output<typeof noParams>;

interface PageSpec<P, Context> {
  /** The parts of the address, checked; an address that does not fit is "nothing here". */
  readonly params: z.ZodType<P>;
  readonly show: (context: Context) => Promise<Shown> | Shown;
}

interface ActSpec<P, V, Context> {
  readonly params: z.ZodType<P>;
  /** Which limit counts it; "none" for a page of a form that keeps nothing and costs no more than looking at it. */
  readonly limit?: LimitName | 'none';
  readonly form: z.ZodType<V>;
  /** Bytes of the form at most. */
  readonly size?: number;
  /** Set for a page of a form of several pages, which keeps nothing yet and may be sent again. */
  readonly repeatable?: boolean;
  /** Set for a form that a whole school may send within a minute: the disk takes many of them at once. */
  readonly together?: boolean;
  readonly act: (context: Context, values: V) => Promise<Answer> | Answer;
  /** The page again, with what was typed and what is wrong. */
  readonly again: (context: Context, form: FormState) => Promise<Shown> | Shown;
}

type StaffSpec<Spec> = Spec & { readonly may: Act };

/** One route as it was declared: what a test walks through. */
export interface RouteInfo {
  readonly face: 'public' | 'desk' | 'plain';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly may: Act | undefined;
}

/** Ends a transaction without keeping it, carrying the page to show. */
class NotKept extends Error {
  readonly answer: Exclude<Answer, Go>;
  constructor(answer: Exclude<Answer, Go>) {
    super('not kept');
    this.answer = answer;
  }
}

/**
 * Declares routes. Each goes through the same steps, in this order: limit, sign-in, validation, transaction,
 * permission, act, present.
 */
export class Routes {
  readonly declared: RouteInfo[] = [];
  readonly services: Services;
  private readonly app: WebApp;

  constructor(app: WebApp, services: Services) {
    this.app = app;
    this.services = services;
  }

  /** A page of a school: `/s/:school` and the path given. Everybody may see it. */
  publicPage<P extends object>(path: string, spec: PageSpec<P, PublicContext<P>>): void {
    const full = this.declare('public', 'GET', `/s/:school${path}`);
    this.app.get(full, async (web) => {
      web.set('route', full);
      const school = await this.schoolOf(web);
      const params = this.paramsOf<P>(web, spec.params);
      return this.services.worker.forSchool(school.id, 'public', async (work) =>
        send(web, this.services, await spec.show(this.publicContext(web, work, school, params))),
      );
    });
  }

  /** A form of a school's public page. */
  publicAct<V, P extends object>(path: string, spec: ActSpec<P, V, PublicContext<P>>): void {
    const full = this.declare('public', 'POST', `/s/:school${path}`);
    this.app.post(full, async (web) => {
      web.set('route', full);
      await this.count(web, spec.limit ?? 'public-write');
      const school = await this.schoolOf(web);
      const params = this.paramsOf<P>(web, spec.params);
      const context = (work: Work) => this.publicContext(web, work, school, params);
      return this.take(web, full, school.id, 'public', spec, context);
    });
  }

  /** An address of a school that things may be posted to by mistake: it answers with a page and reads none of it. */
  publicUnread<P extends object>(path: string, spec: PageSpec<P, PublicContext<P>>): void {
    const full = this.declare('public', 'POST', `/s/:school${path}`);
    this.app.post(full, async (web) => {
      web.set('route', full);
      await this.count(web, 'public-write');
      const school = await this.schoolOf(web);
      const params = this.paramsOf<P>(web, spec.params);
      return this.services.worker.forSchool(school.id, 'public', async (work) =>
        send(web, this.services, await spec.show(this.publicContext(web, work, school, params))),
      );
    });
  }

  /** A page of the desk, for the roles that include `may`. */
  staffPage<P extends object>(path: string, spec: StaffSpec<PageSpec<P, StaffContext<P>>>): void {
    this.declare('desk', 'GET', path, spec.may);
    this.app.get(path, async (web) => {
      web.set('route', path);
      const staff = await this.staffOf(web);
      if (!('member' in staff)) return send(web, this.services, staff);
      const params = this.paramsOf<P>(web, spec.params);
      return this.services.worker.forSchool(staff.school, `staff:${staff.member}`, async (work) => {
        if (!may(staff.roles, spec.may)) throw notAllowed();
        return send(web, this.services, await spec.show(await this.staffContext(web, work, staff, params)));
      });
    });
  }

  /** A form of the desk, for the roles that include `may`. */
  staffAct<V, P extends object>(path: string, spec: StaffSpec<ActSpec<P, V, StaffContext<P>>>): void {
    this.declare('desk', 'POST', path, spec.may);
    this.app.post(path, async (web) => {
      web.set('route', path);
      await this.count(web, spec.limit ?? 'staff-write');
      const staff = await this.staffOf(web);
      if (!('member' in staff)) return send(web, this.services, staff);
      const params = this.paramsOf<P>(web, spec.params);
      const context = (work: Work) => {
        if (!may(staff.roles, spec.may)) throw notAllowed();
        return this.staffContext(web, work, staff, params);
      };
      return this.take(web, path, staff.school, `staff:${staff.member}`, spec, context);
    });
  }

  /** A page that belongs to no school: set-up, sign-in. */
  plainPage<P extends object>(path: string, spec: PageSpec<P, PlainContext<P>>): void {
    this.declare('plain', 'GET', path);
    this.app.get(path, async (web) => {
      web.set('route', path);
      const params = this.paramsOf<P>(web, spec.params);
      return send(web, this.services, await spec.show(await this.plainContext(web, params)));
    });
  }

  /** A form that belongs to no school. Its act keeps what it must by itself. */
  plainAct<V, P extends object>(path: string, spec: ActSpec<P, V, PlainContext<P>>): void {
    this.declare('plain', 'POST', path);
    this.app.post(path, async (web) => {
      web.set('route', path);
      await this.count(web, spec.limit ?? 'sign-in');
      const params = this.paramsOf<P>(web, spec.params);
      const context = await this.plainContext(web, params);
      const checked = checkForm(await readForm(web.req.raw, spec.size ?? FORM_LIMIT), spec.form);
      const answer: Answer = checked.ok
        ? await spec.act(context, checked.values)
        : { kind: 'wrong', errors: checked.form.errors };
      if (answer.kind !== 'wrong') return send(web, this.services, answer);
      const form = { values: checked.form.values, errors: answer.errors };
      return send(web, this.services, await spec.again(context, form));
    });
  }

  /** Reads a form, does its act once in a transaction, and answers. */
  private async take<V, P, Context extends { readonly work: Work }>(
    web: WebContext,
    route: string,
    school: SchoolId,
    actor: AuditActor,
    spec: ActSpec<P, V, Context>,
    makeContext: (work: Work) => Context | Promise<Context>,
  ): Promise<Response> {
    const { worker } = this.services;
    const raw = await readForm(web.req.raw, spec.size ?? FORM_LIMIT);
    const checked = checkForm(raw, spec.form);
    let answer: Answer | undefined;
    try {
      answer = await worker.forSchool(
        school,
        actor,
        async (work): Promise<Answer> => {
          const context = await makeContext(work);
          if (!checked.ok) throw new NotKept({ kind: 'wrong', errors: checked.form.errors });
          if (!spec.repeatable) {
            const before = await takeOnce(work, route, raw.fields.once);
            if (before) return go(before.location, before.flash);
          }
          const result = await spec.act(context, checked.values);
          if (result.kind !== 'go') throw new NotKept(result);
          if (!spec.repeatable) {
            await rememberOnce(work, route, raw.fields.once, { location: result.to, flash: result.flash });
          }
          return result;
        },
        spec,
      );
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      answer = error.answer;
    }
    if (answer.kind !== 'wrong') return send(web, this.services, answer);
    const form = { values: checked.form.values, errors: answer.errors };
    return worker.forSchool(school, actor, async (work) => {
      return send(web, this.services, await spec.again(await makeContext(work), form));
    });
  }

  private declare(face: RouteInfo['face'], method: RouteInfo['method'], path: string, act?: Act): string {
    this.declared.push({ face, method, path, may: act });
    return path;
  }

  private async count(web: WebContext, name: LimitName | 'none'): Promise<void> {
    if (name === 'none') return;
    await this.services.limits.count(name, callerOf(web, this.services.settings.HANDBELL_PROXIES));
  }

  private paramsOf<P extends object>(web: WebContext, schema: z.ZodType<P>): P {
    const params: unknown = web.req.param();
    const result = schema.safeParse(params);
    if (!result.success) throw notFound();
    return result.data;
  }

  private async schoolOf(web: WebContext): Promise<School> {
    const school = await findSchoolBySlug(this.services.database.open, web.req.param('school') ?? '');
    if (!school) throw notFound();
    web.set('schoolName', school.name);
    return school;
  }

  /** The member who asks, or where they must go first: to sign in, to set up the second step, to a school. */
  private async staffOf(web: WebContext): Promise<Staff | Go> {
    const account = await findAccount(this.services, web.req.raw.headers);
    const next = web.req.method === 'GET' ? `?next=${encodeURIComponent(web.req.path)}` : '';
    if (!account) return go(`/sign-in${next}`);
    if (!account.secondStep) return go('/account/second-step');
    const staff = await findStaff(this.services, account, getCookie(web, SCHOOL_COOKIE));
    if (!staff)
      throw new Refusal(
        403,
        'Your account does not belong to a school here any more.',
        'Ask the Head Teacher or the school office to invite you again.',
      );
    return staff;
  }

  private common<P>(web: WebContext, params: P) {
    const query = web.req.query();
    return {
      services: this.services,
      params,
      once: newOnceToken(),
      flash: readFlash(web, flashKey(this.services)),
      request: {
        id: web.get('requestId'),
        path: web.req.path,
        headers: web.req.raw.headers,
        query,
        caller: callerOf(web, this.services.settings.HANDBELL_PROXIES),
      },
    };
  }

  private publicContext<P>(web: WebContext, work: Work, school: School, params: P): PublicContext<P> {
    const nonce = web.get('secureHeadersNonce') ?? '';
    return { ...this.common(web, params), work, school, page: (props) => publicPage(school, nonce, props) };
  }

  private async staffContext<P>(
    web: WebContext,
    work: Work,
    staff: Staff,
    params: P,
  ): Promise<StaffContext<P>> {
    const school = await findSchool(work.queries, staff.school);
    if (!school) throw notFound();
    web.set('schoolName', school.name);
    const nonce = web.get('secureHeadersNonce') ?? '';
    const common = this.common(web, params);
    return {
      ...common,
      work,
      school,
      staff,
      page: (props) => deskPage(school, staff, nonce, newOnceToken(), props),
    };
  }

  private async plainContext<P>(web: WebContext, params: P): Promise<PlainContext<P>> {
    const nonce = web.get('secureHeadersNonce') ?? '';
    const account = await findAccount(this.services, web.req.raw.headers);
    return { ...this.common(web, params), account, page: (props) => plainPage(nonce, props) };
  }
}
