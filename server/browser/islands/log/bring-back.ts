import { element, field } from '../page/elements.ts';
import { LogFileError, missingFrom, readLogFile } from './file.ts';
import type { LogStore } from './store.ts';

const HINT =
  'The file that “Save my log as a file” made on the page of your private log. It is read on this device only.';
const TROUBLE =
  'This file could not be kept on this device: there may be no room left. What was in your log is still there.';

const entryCount = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** Brings a saved log back: what this device does not have is added, and nothing is taken away or doubled. */
export class BringBack {
  readonly root: HTMLElement;
  private readonly open: () => Promise<LogStore>;
  private readonly done: (words: string) => Promise<void> | void;

  /** @param done is told what came of it, in words for the person at the page */
  constructor(open: () => Promise<LogStore>, done: (words: string) => Promise<void> | void) {
    this.open = open;
    this.done = done;
    const input = element('input', { type: 'file', class: 'govuk-file-upload', accept: '.txt,text/plain' });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.take(file).then((words) => this.done(words));
      input.value = '';
    });
    this.root = field('Choose a saved log', input, HINT);
  }

  private async take(file: File): Promise<string> {
    try {
      const entries = readLogFile(await file.text());
      const store = await this.open();
      const missing = missingFrom(await store.all(), entries);
      await store.addAll(missing);
      const had = entries.length - missing.length;
      const others =
        had === 0 ? '' : ` ${entryCount(had)} of the file ${had === 1 ? 'was' : 'were'} in your log already.`;
      return `Brought back: ${entryCount(missing.length)}.${others} The file is still where it was: delete it if you do not need it.`;
    } catch (error) {
      return error instanceof LogFileError ? error.message : TROUBLE;
    }
  }
}
