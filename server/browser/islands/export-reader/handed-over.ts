const KEY = 'handbell-excerpt';

/** Keeps an excerpt in this tab, for the concern's page that asks what was said. It is gone when the tab is closed. */
export function handOver(json: string): void {
  sessionStorage.setItem(KEY, json);
}

/** The excerpt that another page of this tab handed over; empty when there is none. */
export function handedOver(): string {
  return sessionStorage.getItem(KEY) ?? '';
}

/** Forgets it, once it was added or turned down. */
export function forgetHandedOver(): void {
  sessionStorage.removeItem(KEY);
}
