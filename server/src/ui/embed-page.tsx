import type { Child } from 'hono/jsx';
import { Document } from './document.tsx';

interface EmbedPageProps {
  readonly title: string;
  /** The school's name. */
  readonly owner: string;
  readonly children?: Child;
}

/** A page without a frame of its own, to stand inside a page of another site. */
export function EmbedPage({ title, owner, children }: EmbedPageProps) {
  return (
    <Document title={title} owner={owner} styles={['public.css']} face="public">
      <main id="main" class="hb-main hb-main--embedded">
        {children}
      </main>
    </Document>
  );
}
