import { InsetText } from '../../../ui/index.ts';
import { keptExcerptSchema } from '../../account.ts';
import { ExcerptView } from '../../excerpt-view.tsx';

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Messages that came as a piece of their own. */
export function ExcerptPiece({ bytes }: { readonly bytes: Uint8Array }) {
  const excerpt = keptExcerptSchema.safeParse(parse(bytes));
  if (!excerpt.success) return <InsetText>This piece cannot be read as messages.</InsetText>;
  return <ExcerptView excerpt={excerpt.data} />;
}
