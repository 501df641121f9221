import { startLog } from './log/log-page.ts';

/** A moderator's private log, on this device only. */
for (const root of document.querySelectorAll<HTMLElement>('[data-moderator-log]')) {
  startLog(root).catch(() => {
    root.textContent =
      'This browser does not let a page keep anything on this device, so there is no log here.';
  });
}
