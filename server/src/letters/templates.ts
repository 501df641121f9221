import {
  banConfirmed,
  banEnded,
  banExtended,
  banNotice,
  banProvisional,
  banReview,
} from './ban-templates.ts';
import { advice, firstContact, noFurtherAction, outcome, review, warning } from './case-templates.ts';
import { contactPlan } from './contact-plan-template.ts';
import { meetingInvitation, meetingNotes } from './meeting-templates.ts';
import { acknowledgement, closureNote, moderatorNotice, supportNote } from './people-templates.ts';
import { decisionRecord, legalRequest, referralRecord } from './record-templates.ts';
import type { DocumentKind } from './rules.ts';
import type { TemplatePart } from './template.ts';

/** Handbell's own template of each document (domain 4): what it says until a school puts it in its own words. */
export const TEMPLATES: Readonly<Record<DocumentKind, readonly TemplatePart[]>> = {
  'first-contact': firstContact,
  'no-further-action': noFurtherAction,
  advice,
  warning,
  outcome,
  review,
  'ban-notice': banNotice,
  'ban-provisional': banProvisional,
  'ban-confirmed': banConfirmed,
  'ban-ended': banEnded,
  'ban-review': banReview,
  'ban-extended': banExtended,
  'communication-plan': contactPlan,
  'meeting-invitation': meetingInvitation,
  'meeting-notes': meetingNotes,
  'support-note': supportNote,
  acknowledgement,
  'closure-note': closureNote,
  'moderator-notice': moderatorNotice,
  'referral-record': referralRecord,
  'legal-request': legalRequest,
  'decision-record': decisionRecord,
};
