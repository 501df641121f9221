import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';

interface FiltersProps {
  /** The list's own address: the answers are put behind it, so that a filtered list can be kept and sent. */
  readonly action: string;
  /** What is filtered, for screen readers: "Concerns". */
  readonly label: string;
  /** The list's address without filters, given when some are set. */
  readonly clearHref?: string | undefined;
  readonly children?: Child;
}

/** Narrows a list by fields that live in its address. */
export function Filters({ action, label, clearHref, children }: FiltersProps) {
  return (
    <form method="get" action={action} class="hb-filters" aria-label={`${label}: filters`}>
      {children}
      <div class="hb-filters__act">
        <Button kind="secondary">Show</Button>
        {clearHref !== undefined && <a href={clearHref}>Clear filters</a>}
      </div>
    </form>
  );
}
