import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import { EmbedPage, formatDate, Name, UserText } from '../../ui/index.ts';
import type { PolicyVersion } from '../version.ts';

/** The policy in short, to stand inside a page of the school's own site: its links open the whole pages. */
export function embeddedPolicy(school: School, version: PolicyVersion | undefined) {
  const href = schoolHref(school);
  const out = { target: '_top' };
  if (!version) {
    return (
      <EmbedPage title="Policy" owner={school.name}>
        <p>The school has no policy for class and year WhatsApp groups in force at the moment.</p>
      </EmbedPage>
    );
  }
  const { document, number, inForceFrom, summary } = version;
  return (
    <EmbedPage title={document.title} owner={school.name}>
      <h1>
        <Name>{document.title}</Name>
      </h1>
      <p>
        Version {number}, in force since {formatDate(inForceFrom)}
      </p>
      {summary !== undefined && <UserText text={summary} />}
      <ul>
        <li>
          <a href={href} {...out}>
            Read the whole policy
          </a>
        </li>
        <li>
          <a href={`${href}/agree`} {...out}>
            Agree to it
          </a>
        </li>
        <li>
          <a href={`${href}/concern`} {...out}>
            Raise a concern
          </a>
        </li>
        <li>
          <a href={`${href}/policy/${number}/policy.pdf`} {...out}>
            PDF
          </a>
        </li>
      </ul>
    </EmbedPage>
  );
}
