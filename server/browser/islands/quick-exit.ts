/**
 * Makes "Leave this page now" put the harmless page in this one's place, so that the tab's Back button does not lead
 * here again. Without this script the link is an ordinary link.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.hb-exit a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.replaceChildren();
    location.replace(link.href);
  });
}
