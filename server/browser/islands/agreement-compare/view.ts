import { ChatReadError, readExportFrom } from '@handbell/chat';
import { element, field } from '../page/elements.ts';
import { type Compared, compareNames, type Finding, type Known } from './compare.ts';

const HEADINGS: readonly (readonly [Finding, string, string])[] = [
  ['not-yet', 'Have not agreed yet', 'On the roll under the same name.'],
  ['maybe', 'May be on the list', 'The name is only a part of one on the list. You decide.'],
  ['unknown', 'Not on the list', 'The phone shows another name, or only a number.'],
  ['agreed', 'Have agreed', ''],
];

function isKnown(value: unknown): value is Known {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'agreed' in value &&
    typeof value.agreed === 'boolean'
  );
}

/** The list that came with the page. */
function knownOf(root: HTMLElement): readonly Known[] {
  const data: unknown = JSON.parse(root.dataset.known ?? '[]');
  return Array.isArray(data) ? data.filter(isKnown) : [];
}

/** Who is in the group as far as the export shows: everybody it names who has not left. */
async function peopleIn(file: File): Promise<readonly string[]> {
  const { members } = await readExportFrom(file, { name: file.name });
  return members
    .filter(({ memberships }) => {
      const last = memberships.at(-1);
      return last === undefined || last.toHow === 'still-in';
    })
    .map(({ name }) => name);
}

function listOf(compared: readonly Compared[]): readonly HTMLElement[] {
  return HEADINGS.flatMap(([finding, heading, about]) => {
    const some = compared.filter((each) => each.finding === finding);
    if (some.length === 0) return [];
    const items = some.map(({ shown, name }) => {
      const words = finding === 'maybe' ? [' – ', element('bdi', {}, name)] : [];
      return element('li', {}, element('bdi', {}, shown), ...words);
    });
    return [
      element('h2', {}, `${heading}: ${some.length}`),
      ...(about === '' ? [] : [element('p', { class: 'hb-quiet' }, about)]),
      element('ul', {}, ...items),
    ];
  });
}

/** Brings the comparison to life inside its place on the page. */
export function startCompare(root: HTMLElement): void {
  const known = knownOf(root);
  const status = element('p', { role: 'status' });
  const result = element('div', {});
  const input = element('input', {
    type: 'file',
    class: 'govuk-file-upload',
    accept: '.txt,.zip,text/plain,application/zip',
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void open(file);
  });
  async function open(file: File): Promise<void> {
    result.replaceChildren();
    status.textContent = 'Reading the file on this device.';
    try {
      const people = await peopleIn(file);
      result.replaceChildren(...listOf(compareNames(people, known)));
      status.textContent = `The export names ${people.length} people who have not left. Nothing was sent.`;
    } catch (error) {
      const why = error instanceof ChatReadError ? error.message : 'We could not read this file.';
      status.textContent = `${why} Nothing was sent.`;
    }
  }
  root.append(
    field(
      'Open a group’s export',
      input,
      'It is read on this computer only. Close the page, and it is gone.',
    ),
    status,
    result,
  );
}
