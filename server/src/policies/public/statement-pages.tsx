import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import { Name, telephone } from '../../ui/index.ts';

/** Statements change with the product, not with the hour. */
const KEEP_SECONDS = 3600;

/** Whom to turn to outside the school. */
const EQUALITY = <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>;
const EQUALITY_NORTHERN_IRELAND = (
  <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>
);
const INFORMATION_PHONE = '0303 123 1113';

function Office({ school: { profile } }: { school: School }) {
  return (
    <>
      <a href={`mailto:${profile.officeEmail}`}>{profile.officeEmail}</a> or{' '}
      <a href={telephone(profile.phone)}>{profile.phone}</a>
    </>
  );
}

/** What these pages do so that everybody can use them, and whom to tell when somebody cannot. */
export function accessibilityPage(school: School): PublicPageProps {
  const northern = school.profile.nation === 'northern-ireland';
  return {
    title: 'Accessibility',
    keep: KEEP_SECONDS,
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>Accessibility</h1>
        <p>
          These pages belong to <Name>{school.name}</Name>. We want everybody to be able to use them.
        </p>
        <h2>What you can do here</h2>
        <ul>
          <li>Use every page with a keyboard alone, or with a screen reader.</li>
          <li>Make the text up to four times as large without losing any of it.</li>
          <li>Use the pages on an old phone, and with JavaScript switched off.</li>
          <li>See them in dark colours if your phone or computer is set to dark.</li>
          <li>
            Get the policy as a PDF with headings that a screen reader can follow, as a Word document or as
            text.
          </li>
          <li>Sign on paper, or tell us by phone or letter, if you would rather not do it online.</li>
        </ul>
        <p>We build the pages to meet the Web Content Accessibility Guidelines 2.2, level AA.</p>
        <h2>What does not work for everybody</h2>
        <ul>
          <li>
            To pick messages out of a WhatsApp export, JavaScript has to be on. You can type the words
            instead.
          </li>
          <li>
            The policy is in the words the school adopted. If they are hard to read, ask us to explain them.
          </li>
        </ul>
        <h2>If something does not work for you</h2>
        <p>
          Tell the office: <Office school={school} />. We will answer you, and give you what you need in
          another form.
        </p>
        <h2>If you are not happy with our answer</h2>
        <p>You can contact the {northern ? EQUALITY_NORTHERN_IRELAND : EQUALITY}.</p>
      </>
    ),
  };
}

/** What is kept of people who use these pages, who sees it, and what they can ask for. */
export function privacyPage(school: School): PublicPageProps {
  return {
    title: 'Privacy',
    keep: KEEP_SECONDS,
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>Privacy</h1>
        <p>
          <Name>{school.name}</Name> decides what is kept here and why. It uses Handbell to do it.
        </p>
        <h2>If you only read</h2>
        <p>
          We keep nothing about you. There are no advertisements, no counters of visitors and no cookies that
          follow you. When you send a form, a cookie may carry your receipt to the next page. It ends after
          ten minutes.
        </p>
        <h2>If you agree to the policy</h2>
        <p>
          We keep your name, your child’s class and how you are related to the child if you tell us, which
          version you agreed to, and when. It is kept encrypted. The school office and the data protection
          lead can see it. Other staff and governors see only how many people agreed.
        </p>
        <p>
          If you ask for a copy by email, your address is used for that one email. We do not keep it with your
          agreement.
        </p>
        <h2>If you raise a concern</h2>
        <p>
          You choose whether to give your name. Who you are is kept apart from what you tell us, and
          encrypted. Only the few people who deal with it can look, and each time they do is recorded. Other
          parents are not told who you are.
        </p>
        <p>
          If you open a WhatsApp export, it is read on your own phone or computer. Only the messages you
          choose are sent.
        </p>
        <h2>What we never do</h2>
        <ul>
          <li>The school is not in parents’ groups and does not watch them.</li>
          <li>No computer program decides about you, or gives you marks.</li>
          <li>Your words are not sent to artificial intelligence services.</li>
          <li>
            Your network address is not kept. To stop misuse, a scrambled form of it is counted for a short
            time.
          </li>
        </ul>
        <h2>What you can ask for</h2>
        <p>
          You can ask to see what we hold about you, to have it put right, or to have it deleted. Write to the
          office: <Office school={school} />. You can withdraw an agreement yourself, with your receipt code.
        </p>
        <p>
          If you are not happy with how we use your information, tell us first. You can also complain to the{' '}
          <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>, on{' '}
          <a href={telephone(INFORMATION_PHONE)}>{INFORMATION_PHONE}</a>.
        </p>
      </>
    ),
  };
}
