import { startCompare } from './agreement-compare/view.ts';

/**
 * Lets the office hold a group's export against those who have agreed, on its own device. Nothing of the export is sent:
 * this page has no form.
 */
for (const root of document.querySelectorAll<HTMLElement>('[data-agreement-compare]')) startCompare(root);
