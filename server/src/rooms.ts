import type { Routes } from './edge/routes.ts';

/** A room declares its own routes. */
type Room = (routes: Routes) => void;

/** Every room of the house with pages, in no particular order: no two share an address. */
export const rooms: readonly Room[] = [];
