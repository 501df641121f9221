import type { Routes } from '../edge/routes.ts';
import type { Instrument } from './codes.ts';
import type { NextStep } from './steps.ts';

/** Where each instrument has its own pages, under a case's address, and what the way there is called. */
const PLACES: Readonly<Record<Instrument, { readonly path: string; readonly label: string }>> = {
  'site-ban': { path: 'ban', label: 'Prepare the ban' },
  'communication-plan': { path: 'plan', label: 'Write the plan' },
  meeting: { path: 'meetings', label: 'Arrange the meeting' },
};

/** The way to an instrument's own room. */
export type WayTo = (instrument: Instrument) => NextStep | undefined;

/** Finds the ways to the rooms that have such pages in this Handbell; a room without them is not linked to. */
export function waysOf({ declared }: Pick<Routes, 'declared'>): WayTo {
  return (instrument) => {
    const { path, label } = PLACES[instrument];
    const there = declared.some((route) => route.path.replace(/:\w+/, ':id') === `/desk/cases/:id/${path}`);
    return there ? { label, path, kind: 'page' } : undefined;
  };
}
