import { listAnswers } from '../../agreements/answers/store.ts';
import { agreementsOfName } from '../../agreements/find-name.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { listAdults } from '../../roster/store.ts';
import { formatShortDate } from '../../ui/index.ts';
import { listComplaints } from '../complaints/store.ts';
import { type Disclosable, linesOf, ownPassages } from './passage.ts';
import { registerRecords } from './register-records.ts';
import { mayBe, type Wanted } from './wanted.ts';

/** The record of whoever asked on the parents' list. */
async function adults(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await listAdults(work, { who: 'all' })).filter((each) => mayBe(wanted, each));
  return found.map(({ id, name, email, phone, joined, left, places }) => ({
    object: `adult:${id}`,
    title: 'Parents’ list',
    passages: ownPassages(
      linesOf([
        ['Name', name],
        ['Email', email],
        ['Phone', phone],
        ['On the list since', formatShortDate(joined)],
        ['Last day', left && formatShortDate(left)],
        ['Places in classes now', `${places.length}`],
      ]),
    ),
    hidden: [],
  }));
}

async function agreements(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = await agreementsOfName(work, (each) => mayBe(wanted, each));
  return found.map(({ id, name, childClass, relationship, signedOn, language, statement, withdrawnAt }) => ({
    object: `agreement:${id}`,
    title: `Agreement of ${formatShortDate(signedOn)}`,
    passages: ownPassages(
      linesOf([
        ['Name', name],
        ['Class', childClass],
        ['Relationship', relationship],
        ['Signed', formatShortDate(signedOn)],
        ['Language', language],
        ['Words agreed to', statement],
        ['Withdrawn', withdrawnAt && formatShortDate(schoolDay(withdrawnAt))],
      ]),
    ),
    hidden: [],
  }));
}

async function talks(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await listAnswers(work)).filter(({ name, contact }) =>
    mayBe(wanted, { name, email: contact, phone: contact }),
  );
  return found.map(({ id, name, contact, words, note, receivedAt }) => ({
    object: `answer:${id}`,
    title: `Answer instead of signing, ${formatShortDate(schoolDay(receivedAt))}`,
    passages: ownPassages(
      linesOf([
        ['Name', name],
        ['How to reach you', contact],
        ['Your words', words],
        ['What was noted', note],
      ]),
    ),
    hidden: [],
  }));
}

async function complaints(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await listComplaints(work)).filter(({ name, contact }) =>
    mayBe(wanted, { name, email: contact, phone: contact }),
  );
  return found.map(({ id, name, contact, words, answer, receivedOn }) => ({
    object: `complaint:${id}`,
    title: `Complaint about data, ${formatShortDate(receivedOn)}`,
    passages: ownPassages(
      linesOf([
        ['Name', name],
        ['Contact', contact],
        ['What you said', words],
        ['What we answered', answer],
      ]),
    ),
    hidden: [],
  }));
}

/** Everything outside cases that names whoever asked: short records that are theirs alone. */
export async function otherRecords(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  return [
    ...(await adults(work, wanted)),
    ...(await agreements(work, wanted)),
    ...(await talks(work, wanted)),
    ...(await complaints(work, wanted)),
    ...(await registerRecords(work, wanted)),
  ];
}
