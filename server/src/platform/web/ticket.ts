import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Work } from '../work.ts';

function sign(work: Work, purpose: string, body: string): Buffer {
  return createHmac('sha256', work.keys.derive(purpose)).update(body).digest();
}

/**
 * A ticket for a cookie: an id and until when, signed with the school's own key. What the id opens is looked up at each
 * use, so ending that ends the ticket at once.
 * @param purpose what the ticket is for; one made for another purpose is none
 */
export function newTicket(work: Work, purpose: string, id: string, seconds: number): string {
  const until = Math.floor(work.now.epochMilliseconds / 1000) + seconds;
  const body = `${id}.${until}`;
  return `${body}.${sign(work, purpose, body).toString('base64url')}`;
}

/** The id in a ticket; nothing when it is forged, of another school, for another purpose, or too old. */
export function readTicket(work: Work, purpose: string, ticket: string | undefined): string | undefined {
  const [id = '', until = '', mac = ''] = (ticket ?? '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = sign(work, purpose, `${id}.${until}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return Number(until) * 1000 > work.now.epochMilliseconds ? id : undefined;
}
