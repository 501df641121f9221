import { startReview } from './review/review-page.ts';

/** Looks through a chat export on a moderator's own device. */
for (const root of document.querySelectorAll<HTMLElement>('[data-review]')) startReview(root);
