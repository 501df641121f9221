import { button, element, folded, reveal, timeWords } from '../page/elements.ts';
import { BringBack } from './bring-back.ts';
import { DEED_WORDS, wallTime } from './entry.ts';
import { EntryForm } from './entry-form.ts';
import { logFile } from './file.ts';
import { LogStore, type StoredEntry } from './store.ts';

const EMPTY = 'Nothing is in your log yet. What you keep appears here, on this device only.';

/** Gives a text to the device as a file. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  element('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/** The moderator's own log: its entries, a new one, as a file, and away with it. */
class LogPage {
  private readonly store: LogStore;
  private readonly list = element('ol', { class: 'hb-story', 'aria-label': 'Entries' });
  private readonly acts = element('div', { class: 'govuk-button-group' });
  private readonly status = element('p', { role: 'status' });
  private sure = false;

  constructor(root: HTMLElement, store: LogStore) {
    this.store = store;
    const form = new EntryForm(store, () => void this.draw());
    const back = new BringBack(
      async () => store,
      async (words) => {
        await this.draw();
        this.say(words);
      },
    );
    root.append(
      this.status,
      folded('Write something down', form.root),
      this.list,
      this.acts,
      folded('Bring back a log that you saved', back.root),
    );
  }

  async draw(): Promise<void> {
    const entries = await this.store.all();
    this.sure = false;
    this.list.replaceChildren(...entries.toReversed().map((entry) => this.item(entry)));
    this.list.hidden = entries.length === 0;
    this.status.textContent = entries.length === 0 ? EMPTY : '';
    this.acts.replaceChildren(
      ...(entries.length === 0
        ? []
        : [
            button('Save my log as a file', () => this.export(entries)),
            button('Delete everything', () => void this.deleteAll(entries.length), 'warning'),
          ]),
    );
  }

  private item(entry: StoredEntry): HTMLElement {
    const kept = entry.messages.map(({ at, sender, text }) =>
      element(
        'p',
        {},
        element('strong', {}, element('bdi', {}, sender)),
        ` ${timeWords(at)}`,
        element('br'),
        element('span', { dir: 'auto' }, text),
      ),
    );
    const remove = button('Delete', () => void this.delete(entry.id));
    remove.append(
      element('span', { class: 'govuk-visually-hidden' }, ` the entry of ${timeWords(entry.at)}`),
    );
    return element(
      'li',
      { class: 'hb-story__entry hb-story__entry--event' },
      element('p', { class: 'hb-story__when' }, timeWords(entry.at)),
      element('p', {}, element('strong', {}, DEED_WORDS[entry.deed])),
      element('div', { class: 'hb-user-text' }, element('p', { dir: 'auto' }, entry.note), ...kept),
      remove,
    );
  }

  private async delete(id: number): Promise<void> {
    await this.store.delete(id);
    await this.draw();
    this.say('Deleted.');
  }

  /** Asks once more before everything goes. */
  private async deleteAll(count: number): Promise<void> {
    if (!this.sure) {
      this.sure = true;
      this.say(
        `This deletes ${count === 1 ? '1 entry' : `all ${count} entries`} from this device, and nobody has a copy. Press “Delete everything” again to go on.`,
      );
      return;
    }
    await this.store.deleteAll();
    await this.draw();
    this.say('Everything was deleted. Your log is empty.');
  }

  private export(entries: readonly StoredEntry[]): void {
    const today = wallTime(new Date()).slice(0, 10);
    save(logFile(entries, today), `moderator-log-${today}.txt`);
    this.say('Saved as a file on this device. Handbell has no copy of it.');
  }

  private say(text: string): void {
    this.status.textContent = text;
    this.status.tabIndex = -1;
    this.status.focus();
  }
}

/** Shows the log of the school whose address the place on the page names. */
export async function startLog(root: HTMLElement): Promise<void> {
  const { school = '' } = root.dataset;
  reveal(root);
  await new LogPage(root, await LogStore.open(school)).draw();
}
