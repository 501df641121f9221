import { type Answer, type GlanceContext, go, type PublicContext, type Shown } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newOnceToken } from '../../platform/web/once.ts';
import { changedMeanwhile } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { inForceGlance } from '../../policies/in-force-glance.ts';
import { policyInForceOn } from '../../policies/store.ts';
import type { PolicyId, PolicyVersion } from '../../policies/version.ts';
import type { FormState } from '../../ui/index.ts';
import { followedLink } from '../links/follow.ts';
import { signAgreement } from '../store.ts';
import {
  type Answers,
  aboutForm,
  asForm,
  carry,
  changeForm,
  nameForm,
  readAnswers,
  signForm,
  startNote,
} from './fields.ts';
import { aboutPage, checkPage, namePage, nothingToSign, readPage } from './sign-pages.tsx';

type Context = GlanceContext<NoParams, PolicyVersion | undefined>;

/** The language that the pages speak, noted with each signature. */
const LANGUAGE = 'en-GB';

/** The version that can be signed today. */
export function versionToSign(work: Work): Promise<PolicyVersion | undefined> {
  return policyInForceOn(work, schoolDay(work.now));
}

const base = ({ school }: Pick<Context, 'school'>) => `${schoolHref(school)}/agree`;

/** The first question, with a fresh token unless answers came along. */
function showName(context: Context, lost = false): Shown {
  const { seen: version, school, once, flash, page } = context;
  if (!version) return page(nothingToSign(school));
  const before = readAnswers(flash);
  const fresh = () => ({ policy: version.id, attempt: newOnceToken(), ...startNote.safeParse(flash).data });
  const values = before ? carry(before) : fresh();
  return page(namePage({ school, form: asForm(values), once }, lost));
}

function showAbout(context: Context): Shown {
  const { school, once, flash, page } = context;
  const answers = readAnswers(flash);
  return answers ? page(aboutPage({ school, form: asForm(carry(answers)), once })) : showName(context, true);
}

interface Read {
  readonly policy: PolicyId;
}

/** The version that somebody has read, as long as it is still the one in force. */
export async function versionRead(work: Work, read: Read): Promise<PolicyVersion> {
  return stillInForce(await versionToSign(work), read);
}

function stillInForce(version: PolicyVersion | undefined, { policy }: Read): PolicyVersion {
  if (version?.id !== policy) {
    throw changedMeanwhile(
      'The school changed its policy while you were reading. Please look at the new version.',
    );
  }
  return version;
}

function showCheck(context: Context): Shown {
  const { seen, school, once, flash, page } = context;
  const answers = readAnswers(flash);
  if (!answers) return showName(context, true);
  const version = stillInForce(seen, answers);
  return page(checkPage({ school, form: asForm(carry(answers)), once }, version, answers));
}

async function againCheck(context: PublicContext<NoParams>, form: FormState): Promise<Shown> {
  const { work, school, once, page } = context;
  const answers = nameForm.safeParse(form.values).data;
  const version = await versionToSign(work);
  if (!answers) return showName({ ...context, seen: version }, true);
  return page(checkPage({ school, form, once }, stillInForce(version, answers), answers));
}

async function sign(context: PublicContext<NoParams>, answers: Answers): Promise<Answer> {
  const { work } = context;
  const version = await versionRead(work, answers);
  const { name, childClass, relationship, attempt: token } = answers;
  const signer = { name, childClass, relationship };
  const cameBy = await followedLink(work, answers.way, name);
  const code = await signAgreement(work, { version, token, signer, language: LANGUAGE, cameBy });
  return go(`${base(context)}/yours`, { code, fresh: 'yes' });
}

/** Reading, and signing in three small pages. The answers travel with the form; nothing is kept before the last. */
export function signingRoutes(routes: Routes): void {
  const params = noParams;
  const glance = inForceGlance;
  routes.publicGlance('/agree', {
    params,
    glance,
    drawnOnce: true,
    show: ({ seen, school, page }) => page(seen ? readPage(school, seen) : nothingToSign(school)),
  });
  routes.publicGlance('/agree/name', { params, glance, show: (context) => showName(context) });
  routes.publicStep('/agree/name', {
    params,
    glance,
    form: nameForm,
    act: (context, answers) => go(`${base(context)}/about`, carry(answers)),
    again: ({ school, once, page }, form) => page(namePage({ school, form, once })),
  });
  routes.publicGlance('/agree/about', { params, glance, show: showAbout });
  routes.publicStep('/agree/about', {
    params,
    glance,
    form: aboutForm,
    act: (context, answers) => {
      const next = answers.go === 'back' ? 'name' : 'check';
      return go(`${base(context)}/${next}`, carry(answers));
    },
    again: ({ school, once, page }, form) => page(aboutPage({ school, form, once })),
  });
  routes.publicGlance('/agree/check', { params, glance, show: showCheck });
  routes.publicAct('/agree/check', {
    params,
    limit: 'agreement',
    form: signForm,
    // The receipt's code follows from what was sent: the same form sent twice is one agreement.
    repeatable: true,
    together: true,
    act: sign,
    again: againCheck,
  });
  routes.publicStep('/agree/change', {
    params,
    glance,
    form: changeForm,
    act: (context, answers) => go(`${base(context)}/${answers.go}`, carry(answers)),
    again: (context) => go(`${base(context)}/name`),
  });
}
