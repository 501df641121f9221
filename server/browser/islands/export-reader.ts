import { startReader } from './export-reader/reader.ts';

/**
 * Lets somebody open a chat export on their own device and choose the messages that matter. The page works without it:
 * then the words are typed. Only what is put into the hidden field at the end goes with the form.
 */
for (const root of document.querySelectorAll<HTMLElement>('[data-export-reader]')) startReader(root);
