import { startMessageCheck } from './message-check/check.ts';
import { keepPages } from './page/offline.ts';

/** Checks a message as it is typed, on this device only. Without it the page teaches the code and says whom to ask. */
for (const root of document.querySelectorAll<HTMLElement>('[data-message-check]')) startMessageCheck(root);

keepPages('check');
