/** A message as the list shows it. */
export interface Row {
  /** Its position in the export: what is ticked. */
  readonly index: number;
  readonly at: string;
  /** Who wrote it, with their name: on this device only. */
  readonly sender: string;
  readonly text: string;
}

/** What was read of a file. */
export interface Opened {
  readonly total: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** What the reader had to guess or leave out, in plain English. */
  readonly warnings: readonly string[];
}

/** A line of what would be sent. */
export interface PreviewLine {
  readonly at: string;
  readonly who: string;
  readonly text: string;
  readonly ticked: boolean;
}

/** An excerpt that is fit to be sent, as text and as lines to look at. */
export interface Made {
  readonly json: string;
  readonly lines: readonly PreviewLine[];
}

/** Which messages and whose name. */
export interface Choice {
  readonly ticked: readonly number[];
  readonly context: number;
  /** The person this is about, as the export writes them; empty to replace every name. */
  readonly subject: string;
  readonly hide: readonly string[];
}

/** What the page asks of the worker, each with what it answers. */
export type Asks = {
  readonly open: { readonly ask: { readonly file: File }; readonly answer: Opened };
  /** Narrows the list; answers how many messages are left. */
  readonly filter: {
    readonly ask: { readonly text: string; readonly day: string };
    readonly answer: number;
  };
  /** A stretch of the narrowed list. */
  readonly rows: {
    readonly ask: { readonly from: number; readonly count: number };
    readonly answer: readonly Row[];
  };
  readonly make: { readonly ask: Choice; readonly answer: Made };
};
