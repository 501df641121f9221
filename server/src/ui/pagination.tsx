interface PaginationProps {
  /** The page shown, from 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  /** What is paged through, for screen readers: "Concerns". */
  readonly label: string;
}

/** A page of a long list. */
export interface Paged {
  /** From 1. */
  readonly page: number;
  /** How many there are, from 1. */
  readonly pages: number;
  /** How many entries stand before it. */
  readonly offset: number;
}

/**
 * The page of a long list that an address asks for: the first for anything that is none, the last for one beyond it.
 * @param asked what stands in the address
 * @param entries how many the list has
 * @param size how many of them a page has
 */
export function paged(asked: string | undefined, entries: number, size: number): Paged {
  const pages = Math.max(1, Math.ceil(entries / size));
  const number = Math.trunc(Number(asked));
  const page = Math.min(Math.max(1, Number.isNaN(number) ? 1 : number), pages);
  return { page, pages, offset: (page - 1) * size };
}

/** The pages of a long list; nothing when there is only one. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="hb-pagination" aria-label={`${label}: pages`}>
      {page > 1 && (
        <a class="hb-pagination__step" href={href(page - 1)} rel="prev">
          Previous<span class="govuk-visually-hidden"> page</span>
        </a>
      )}
      <ul class="hb-pagination__list">
        {shownPages(page, pages).map((number) =>
          number === undefined ? (
            <li class="hb-pagination__gap">…</li>
          ) : (
            <li>
              <a
                class="hb-pagination__page"
                href={href(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <a class="hb-pagination__step" href={href(page + 1)} rel="next">
          Next<span class="govuk-visually-hidden"> page</span>
        </a>
      )}
    </nav>
  );
}

/** The numbers worth showing: first, last, and those round the current one; undefined stands for a gap. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    if (before === undefined || number === before + 1) return [number];
    return number === before + 2 ? [number - 1, number] : [undefined, number];
  });
}
