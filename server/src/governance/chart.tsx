import { countText } from './sections.ts';
import { rangeOf, type ShownTable } from './suppress.ts';

const BAR = 18;
const ROW = 44;
const WIDTH = 640;
/** What a number beside a bar needs. */
const ROOM = 120;

/**
 * The rows of a table as bars. Each has its words and its number beside it, and a hidden number is an open bar of no
 * telling length; the table under it says the same.
 */
export function Chart({ table, title }: { table: ShownTable; title: string }) {
  const longest = Math.max(1, ...table.rows.map(({ count }) => rangeOf(count).most));
  const scale = (WIDTH - ROOM) / longest;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${table.rows.length * ROW}`}
      width="100%"
      role="img"
      aria-label={`${title}, as bars. The table under it has the same numbers.`}
      fill="currentColor"
    >
      {table.rows.map(({ label, count }, index) => {
        const top = index * ROW;
        const length = rangeOf(count).most * scale;
        return (
          <>
            <text x="0" y={top + 14} font-size="14">
              {label}
            </text>
            {count === 'few' ? (
              <rect
                x="1"
                y={top + 20}
                width={length}
                height={BAR}
                fill="none"
                stroke="currentColor"
                stroke-dasharray="4 3"
              />
            ) : (
              <rect x="0" y={top + 20} width={length} height={BAR} />
            )}
            <text x={length + 8} y={top + 34} font-size="14">
              {countText(count)}
            </text>
          </>
        );
      })}
    </svg>
  );
}
