import type { Routes } from './edge/routes.ts';
import type { TodayProvider } from './edge/today.ts';

/** A room declares its own routes. */
type Room = (routes: Routes) => void;

/** Every room of the house with pages, in no particular order: no two share an address. */
export const rooms: readonly Room[] = [];

/** What each room has waiting for a person, for the desk's first page. */
export const todayProviders: readonly TodayProvider[] = [];
