import { stepPage } from '../../cases/frame.tsx';
import type { CaseContext } from '../../cases/guarded.ts';
import { caseFor } from '../../cases/read.ts';
import { go, type Shown } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { emptyForm, InsetText, Panel } from '../../ui/index.ts';
import { DAYS } from '../access.ts';
import { waysHref } from './ways-page.tsx';

/** The sheet with a parent's code, shown once: to be printed and put into the letter, or read out. */
export async function sheetPage(context: CaseContext): Promise<Shown> {
  const { work, staff, params, flash, services, school } = context;
  const file = await caseFor(work, staff, params.id);
  const { code } = flash;
  if (code === undefined) return go(waysHref(file.id));
  const address = `${services.origin}${schoolHref(school)}/mine`.replace(/^https?:\/\//u, '');
  return stepPage(context, file, {
    title: 'The parent’s code',
    form: emptyForm,
    children: (
      <>
        <Panel title="Your own page at the school">
          Go to <span class="hb-code">{address}</span>
          <br />
          and enter these five words:
          <br />
          <strong class="hb-code">{code}</strong>
        </Panel>
        <p>
          There you can read what this is about, and what happens next. You can answer there, ask to talk, and
          say what would help you. The code is for you alone. It works for {DAYS.code} days.
        </p>
        <p>You do not have to use it. You can phone, write or come in instead: {school.profile.phone}.</p>
        <InsetText>
          For the office: print this page now, and put it into the letter or hand it over. The code is shown
          only once. You can make a new one at any time; the old one ends then.
        </InsetText>
      </>
    ),
  });
}
