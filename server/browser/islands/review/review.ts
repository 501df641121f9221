import type { CheckResult } from '@handbell/conduct';
import type { Judge } from '../conduct/judge.ts';
import { type ChatRoom, rowOf } from '../export-reader/chat-room.ts';
import { type Days, type Found, type Overview, SAFEGUARDING } from './protocol.ts';
import { threadsOf } from './threads.ts';

/** Messages shown before and after one that was found. */
const AROUND = 2;
/** Messages read at a time, so that progress can be told. */
const STRETCH = 2000;
const DAY_MS = 24 * 60 * 60 * 1000;

function subjectsOf({ clauses, route }: CheckResult): readonly string[] {
  const topics = clauses.map(({ clause }) => clause);
  return route === null ? topics : [SAFEGUARDING, ...topics];
}

/** A review of an open chat: what is worth a look, by subject, in the order it was written. It ranks nobody. */
export class Review {
  private readonly room: ChatRoom;
  private readonly judge: Judge;
  private readonly found = new Map<string, number[]>();
  private readonly results = new Map<number, CheckResult>();

  constructor(room: ChatRoom, judge: Judge) {
    this.room = room;
    this.judge = judge;
  }

  /** The first message of the last so many days. */
  private firstOf(days: Days): number {
    const { total } = this.room.about();
    const [last] = this.room.messages(total - 1, 1);
    if (days === undefined || !last) return 0;
    const since = new Date(Date.parse(`${last.at}Z`) - days * DAY_MS).toISOString();
    let first = total;
    while (first > 0 && (this.room.messages(first - 1, 1)[0]?.at ?? '') >= since.slice(0, 19)) first -= 1;
    return first;
  }

  /** Reads the chat, or its last days. */
  async read(days: Days, onProgress: (fraction: number) => void): Promise<Overview> {
    const { total } = this.room.about();
    const first = this.firstOf(days);
    let checked = 0;
    let unknown = 0;
    for (let from = first; from < total; from += STRETCH) {
      for (const { places, messages } of threadsOf(this.room.messages(from, STRETCH))) {
        this.judge.results(messages).forEach((result, at) => {
          if (result.checked) checked += 1;
          else unknown += 1;
          this.note(places[at] ?? 0, result);
        });
      }
      onProgress(Math.min(1, (from + STRETCH - first) / Math.max(1, total - first)));
    }
    const subjects = [...this.found].map(([subject, places]) => ({ subject, count: places.length }));
    return { checked, unknown, subjects };
  }

  private note(place: number, result: CheckResult): void {
    for (const subject of subjectsOf(result)) {
      const places = this.found.get(subject) ?? [];
      places.push(place);
      this.found.set(subject, places);
      this.results.set(place, result);
    }
  }

  /** A stretch of what was found about a subject, the newest first. */
  stretch(subject: string, from: number, count: number): readonly Found[] {
    const places = (this.found.get(subject) ?? []).toReversed();
    return places.slice(from, from + count).flatMap((place) => this.show(place));
  }

  private show(place: number): readonly Found[] {
    const [message] = this.room.messages(place, 1);
    const result = this.results.get(place);
    if (!message || !result) return [];
    const start = Math.max(0, place - AROUND);
    return [
      {
        row: rowOf(message),
        before: this.room.messages(start, place - start).map(rowOf),
        after: this.room.messages(place + 1, AROUND).map(rowOf),
        judged: this.judge.inWords(result, message.text),
      },
    ];
  }
}
