import type { Clause } from '@handbell/policy';
import { ReportingRestriction } from '../concerns/restriction.tsx';
import { TOPIC_WORDS } from '../policies/words.ts';
import type { School } from '../schools/store.ts';
import { SafeguardingLead, WhoToAsk } from './places.tsx';
import type { Subject } from './subjects.ts';

/**
 * A clause as a reader and the checker on this page find it: its number, its subjects, the policy's own words. What the
 * page does not list, the checker never reports.
 */
export function ClauseItem({ clause: { ref, topics, stem, text } }: { clause: Clause }) {
  return (
    <li data-clause={ref} data-topics={topics.join(' ')}>
      <strong>{ref}</strong> {stem !== undefined && <bdi class="hb-quiet">{stem} </bdi>}
      <bdi>{text}</bdi>
    </li>
  );
}

/** One subject of the code in plain words: why, what the policy says, the better way. */
function SubjectPart({ subject, school }: { subject: Subject; school: School }) {
  const { topic, clauses, why, instead, place } = subject;
  return (
    <section data-subject={topic}>
      <h3>{TOPIC_WORDS[topic]}</h3>
      <p>
        {why} {instead}
      </p>
      <ul>
        {clauses.map((clause) => (
          <ClauseItem clause={clause} />
        ))}
      </ul>
      <div data-who>
        <WhoToAsk place={place} school={school} />
      </div>
    </section>
  );
}

/** The code of conduct in plain words. It teaches by itself, and the checker on the page reads its clauses from it. */
export function CodeList({ subjects, school }: { subjects: readonly Subject[]; school: School }) {
  return (
    <>
      {subjects.map((subject) => (
        <SubjectPart subject={subject} school={school} />
      ))}
      <section data-safeguarding>
        <h3>If somebody may be at risk</h3>
        <p>Do not write about it in a group, and do not wait.</p>
        <div data-who>
          <SafeguardingLead school={school} />
        </div>
      </section>
      <section data-restriction>
        <h3>If a pupil has said something about a teacher</h3>
        <div data-who>
          <ReportingRestriction nation={school.profile.nation} />
          <p>You are right to tell the school. Please tell only the school.</p>
        </div>
      </section>
    </>
  );
}
