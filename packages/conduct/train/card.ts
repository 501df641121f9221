import type { Figures } from './measure.ts';

/** All that a training run writes into the model card. */
export interface Run {
  readonly hash: string;
  readonly bytes: number;
  readonly compressed: number;
  readonly messages: number;
  readonly threads: number;
  /** Writers of the given files, each judged by a model that had not read them. */
  readonly unseen: Figures;
  /** Another writer's threads, used for nothing but this. */
  readonly dev: Figures;
  /** False alarms in a thousand by kind of writer, and over all. */
  readonly fairness: { readonly all: number; readonly byWriter: Readonly<Record<string, number>> };
  /** False alarms in a thousand ordinary messages set aside from the public text. */
  readonly chatter: number;
}

const BEGIN = '<!-- Written by the training: begin -->';
const END = '<!-- Written by the training: end -->';

const share = (value: number): string => value.toFixed(3);
const perThousand = (value: number): string => `${Math.round(value * 10) / 10}`;

function figures({ unseen, dev, fairness, chatter, ...run }: Run): string {
  const both = (name: string, of: (figures: Figures) => string): string =>
    `| ${name} | ${of(unseen)} | ${of(dev)} |`;
  return [
    `Model file \`model/conduct.hbc\`: ${run.bytes} bytes, ${run.compressed} compressed (Brotli); SHA-256`,
    `\`${run.hash}\`.`,
    '',
    `Learnt from ${run.messages} messages, in ${run.threads} threads or each alone, and public text.`,
    '',
    '| | writers never read | `dev.jsonl` |',
    '| --- | ---: | ---: |',
    both('macro-F1 over the eleven clauses', ({ macroF1 }) => share(macroF1)),
    both('any clause, F1', ({ anyF1 }) => share(anyF1)),
    both('any clause, recall', ({ anyRecall }) => share(anyRecall)),
    both('false alarms in 1,000 innocent messages', ({ falseAlarmsPer1000: rate }) => perThousand(rate)),
    both('high severity caught', ({ highRecall }) => share(highRecall)),
    both('safeguarding, F1', ({ safeguardingF1 }) => share(safeguardingF1)),
    '',
    '| clause | precision | recall | F1 | messages | precision (dev) | recall (dev) | F1 (dev) | messages (dev) |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(unseen.byClause).map(([clause, a]) => {
      const cells = [a, dev.byClause[clause]].flatMap((of) =>
        of === undefined ? [] : [share(of.precision), share(of.recall), share(of.f1), `${of.n}`],
      );
      return `| ${clause} | ${cells.join(' | ')} |`;
    }),
    '',
    '| innocent messages of | false alarms in 1,000 |',
    '| --- | ---: |',
    ...Object.entries(fairness.byWriter).map(([writer, rate]) => `| ${writer} | ${perThousand(rate)} |`),
    `| all five | ${perThousand(fairness.all)} |`,
    `| ordinary chatter, half of what was set aside from the public text | ${perThousand(chatter)} |`,
  ].join('\n');
}

/**
 * Puts a run's figures into the model card, between its two marks.
 * @throws Error when the marks are not there
 */
export function writeCard(card: string, run: Run): string {
  const from = card.indexOf(BEGIN);
  const to = card.indexOf(END);
  if (from < 0 || to < from) throw new Error('The model card has lost its marks: put them back.');
  return `${card.slice(0, from + BEGIN.length)}\n${figures(run)}\n${card.slice(to)}`;
}
