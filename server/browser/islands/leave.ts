/** The page in place of a concern: it goes on to the harmless page by itself, however often somebody comes back to it. */
{
  const on = () => {
    const link = document.querySelector('a');
    if (link) location.assign(link.href);
  };
  addEventListener('pageshow', on);
}
