/** The page in place of a concern: it goes on to the harmless page by itself, however often somebody comes back to it. */
{
  const on = () => {
    const link = document.querySelector('a');
    if (link) location.assign(link.href);
  };
  // Only once the page is wholly there does a browser go on to a new entry, which ends whatever lay ahead of this one.
  addEventListener('pageshow', () => setTimeout(on));
}
