/**
 * "Leave this page now". The page is empty at once. Then the tab goes back to the first page of the concern, takes the
 * harmless page in its place and goes on from there, so that neither Back nor Forward leads here again. This runs before
 * anything of a page is shown, so that the way back shows none of it. Without scripts the link is an ordinary link; in a
 * browser that does not tell where it has been, only the last page is taken out.
 */
{
  const LEAVE = '/leave';
  const LEAVING = 'leaving';
  const OURS = /^\/s\/[^/]+\/concern(?:\/|$)/;

  const hide = () => {
    document.documentElement.style.display = 'none';
    document.title = '';
  };

  const isOurs = (url: string | null) => url !== null && OURS.test(new URL(url).pathname);

  /** The first of the pages of a concern that lie behind this one without anything between. */
  const firstPage = (): NavigationHistoryEntry | undefined => {
    if (!('navigation' in window)) return undefined;
    const { currentEntry } = navigation;
    if (!currentEntry) return undefined;
    const before = navigation.entries().slice(0, currentEntry.index);
    const last = before.findLastIndex(({ url }) => !isOurs(url));
    return before[last + 1];
  };

  /** Notes for the first page that the tab is on its way out; a browser may keep nothing for us. */
  const remember = (): boolean => {
    try {
      sessionStorage.setItem(LEAVING, 'yes');
      return true;
    } catch {
      return false;
    }
  };

  const isLeaving = (): boolean => {
    try {
      const found = sessionStorage.getItem(LEAVING) !== null;
      sessionStorage.removeItem(LEAVING);
      return found;
    } catch {
      return false;
    }
  };

  const leave = () => {
    hide();
    const first = firstPage();
    if (!first || !remember()) return location.replace(LEAVE);
    navigation.traverseTo(first.key);
  };

  /** Arrived at the first page on the way out. */
  const goOn = () => {
    if (!isLeaving()) return;
    hide();
    location.replace(LEAVE);
  };

  goOn();
  addEventListener('pageshow', goOn);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.hb-exit a')) return;
    event.preventDefault();
    leave();
  });
}
