import { z } from 'zod';
import { type Act, may } from '../people/permissions.ts';
import type { FoundSchool } from '../platform/database/opening.ts';
import type { Services } from '../platform/services.ts';
import { readForm } from '../platform/web/body.ts';
import { callerOf } from '../platform/web/caller.ts';
import type { WebApp, WebContext } from '../platform/web/environment.ts';
import type { LimitName } from '../platform/web/limits.ts';
import { notAllowed, notFound } from '../platform/web/refusal.ts';
import type { Work, WorkSettings } from '../platform/work.ts';
import { foundSchool } from '../schools/store.ts';
import type { Answer, GlanceContext, PlainContext, PublicContext, StaffContext } from './contexts.ts';
import { drawnPages, type Glance, glanceAt } from './glance.ts';
import { faceContextOf, plainContextOf, staffContextOf, staffOf } from './making.ts';
import { draw, send, sendDrawn } from './send.tsx';
import { slugOf } from './slug.ts';
import {
  type ActSpec,
  FORM_LIMIT,
  type GlanceSpec,
  type PageSpec,
  type RouteInfo,
  type StaffSpec,
  type StepSpec,
} from './specs.ts';
import { take } from './take.ts';
import { checkForm } from './validate.ts';

/** For routes whose address has no parts that vary (but the school's). */
export const noParams = z.object({});
export type NoParams = z.output<typeof noParams>;

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
      const params = this.paramsOf<P>(web, spec.params);
      return this.atSchool(web, params, async (context) =>
        send(web, this.services, await spec.show(context)),
      );
    });
  }

  /** A page of a school that needs no more than one glance, however many open it at once. */
  publicGlance<P extends object, T>(path: string, spec: GlanceSpec<P, T>): void {
    const full = this.declare('public', 'GET', `/s/:school${path}`);
    this.app.get(full, async (web) => {
      web.set('route', full);
      const params = this.paramsOf<P>(web, spec.params);
      const { context, mark } = await this.glance(web, params, spec);
      const key = `${web.req.path} ${mark}`;
      const drawn = spec.drawnOnce ? drawnPages.get(key) : undefined;
      if (drawn) return sendDrawn(web, drawn);
      const shown = await spec.show(context);
      if (!spec.drawnOnce || shown.kind !== 'page' || shown.keep === undefined) {
        return send(web, this.services, shown);
      }
      return sendDrawn(web, drawnPages.keep(key, await draw(shown)));
    });
  }

  /** A page of a form of several pages of a school: it keeps nothing, and costs no more than looking at it. */
  publicStep<V, P extends object, T>(path: string, spec: StepSpec<P, V, T>): void {
    const full = this.declare('public', 'POST', `/s/:school${path}`);
    this.app.post(full, async (web) => {
      web.set('route', full);
      const params = this.paramsOf<P>(web, spec.params);
      const checked = checkForm(await readForm(web.req.raw, FORM_LIMIT), spec.form);
      const { context } = await this.glance(web, params, spec);
      const shown = checked.ok
        ? await spec.act(context, checked.values)
        : await spec.again(context, checked.form);
      return send(web, this.services, shown);
    });
  }

  /** A form of a school's public page. */
  publicAct<V, P extends object>(path: string, spec: ActSpec<P, V, PublicContext<P>>): void {
    const full = this.declare('public', 'POST', `/s/:school${path}`);
    this.app.post(full, async (web) => {
      web.set('route', full);
      await this.count(web, spec.limit ?? 'public-write');
      const params = this.paramsOf<P>(web, spec.params);
      return take(this.services, web, full, spec, (act, how) => this.atSchool(web, params, act, how));
    });
  }

  /** An address of a school that things may be posted to by mistake: it answers with a page and reads none of it. */
  publicUnread<P extends object>(path: string, spec: PageSpec<P, PublicContext<P>>): void {
    const full = this.declare('public', 'POST', `/s/:school${path}`);
    this.app.post(full, async (web) => {
      web.set('route', full);
      await this.count(web, 'public-write');
      const params = this.paramsOf<P>(web, spec.params);
      return this.atSchool(web, params, async (context) =>
        send(web, this.services, await spec.show(context)),
      );
    });
  }

  /** A page of the desk, for the roles that include `may`. */
  staffPage<P extends object>(path: string, spec: StaffSpec<PageSpec<P, StaffContext<P>>>): void {
    this.declare('desk', 'GET', path, spec.may);
    this.app.get(path, async (web) => {
      web.set('route', path);
      const staff = await staffOf(this.services, web);
      if (!('member' in staff)) return send(web, this.services, staff);
      const params = this.paramsOf<P>(web, spec.params);
      return this.services.worker.forSchool(staff.school, `staff:${staff.member}`, async (work) => {
        if (!may(staff.roles, spec.may)) throw notAllowed();
        return send(
          web,
          this.services,
          await spec.show(await staffContextOf(this.services, web, { work, staff, params })),
        );
      });
    });
  }

  /** A form of the desk, for the roles that include `may`. */
  staffAct<V, P extends object>(path: string, spec: StaffSpec<ActSpec<P, V, StaffContext<P>>>): void {
    this.declare('desk', 'POST', path, spec.may);
    this.app.post(path, async (web) => {
      web.set('route', path);
      await this.count(web, spec.limit ?? 'staff-write');
      const staff = await staffOf(this.services, web);
      if (!('member' in staff)) return send(web, this.services, staff);
      const params = this.paramsOf<P>(web, spec.params);
      return take(this.services, web, path, spec, (act, how) =>
        this.services.worker.forSchool(
          staff.school,
          `staff:${staff.member}`,
          async (work) => {
            if (!may(staff.roles, spec.may)) throw notAllowed();
            return act(await staffContextOf(this.services, web, { work, staff, params }));
          },
          how,
        ),
      );
    });
  }

  /** A page that belongs to no school: set-up, sign-in. */
  plainPage<P extends object>(path: string, spec: PageSpec<P, PlainContext<P>>): void {
    this.declare('plain', 'GET', path);
    this.app.get(path, async (web) => {
      web.set('route', path);
      const params = this.paramsOf<P>(web, spec.params);
      return send(web, this.services, await spec.show(await plainContextOf(this.services, web, params)));
    });
  }

  /** A form that belongs to no school. Its act keeps what it must by itself. */
  plainAct<V, P extends object>(path: string, spec: ActSpec<P, V, PlainContext<P>>): void {
    this.declare('plain', 'POST', path);
    this.app.post(path, async (web) => {
      web.set('route', path);
      await this.count(web, spec.limit ?? 'sign-in');
      const params = this.paramsOf<P>(web, spec.params);
      const context = await plainContextOf(this.services, web, params);
      const checked = checkForm(await readForm(web.req.raw, spec.size ?? FORM_LIMIT), spec.form);
      const answer: Answer = checked.ok
        ? await spec.act(context, checked.values)
        : { kind: 'wrong', errors: checked.form.errors };
      if (answer.kind !== 'wrong') return send(web, this.services, answer);
      const form = { values: checked.form.values, errors: answer.errors };
      return send(web, this.services, await spec.again(context, form));
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

  /** Works for the school of an address, as somebody who is not signed in. */
  private atSchool<P, T>(
    web: WebContext,
    params: P,
    act: (context: PublicContext<P>) => Promise<T>,
    how?: WorkSettings,
  ): Promise<T> {
    const work = async (work: Work, found: FoundSchool) => {
      const school = await foundSchool(work.queries, found);
      return act({ ...faceContextOf(this.services, web, { school, params }), work });
    };
    return this.services.worker.forSchoolAt(slugOf(web), 'public', work, how);
  }

  private async glance<P, T>(
    web: WebContext,
    params: P,
    spec: { readonly glance: Glance<T> },
  ): Promise<{ readonly context: GlanceContext<P, T>; readonly mark: string }> {
    const { school, seen, mark } = await glanceAt(this.services, slugOf(web), spec.glance);
    return { context: { ...faceContextOf(this.services, web, { school, params }), seen }, mark };
  }
}
