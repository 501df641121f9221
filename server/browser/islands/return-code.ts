/**
 * Takes the code that a scanned receipt brings after the "#" of the address. That part never travels to the server; it
 * is taken out of the address at once, so that it does not stay in the tab's history.
 */
const field = document.querySelector<HTMLInputElement>('#code');
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[A-Za-z0-9 -]{8,100}$/.test(code)) {
  history.replaceState(null, '', location.pathname);
  if (field.value === '') field.value = code;
}
