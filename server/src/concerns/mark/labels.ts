import type { Ground, MarkDays } from './rules.ts';

/** Why a reporter is marked, for the desk: about the report, never about the person. */
export const GROUND_NAMES: Readonly<Record<Ground, { readonly label: string; readonly hint: string }>> = {
  abuse: {
    label: 'The report itself abuses or threatens somebody',
    hint: 'Anger at what happened, or at the school, is not that.',
  },
  again: {
    label: 'The same matter is sent again and again after it was answered',
    hint: 'Something new about it is always a report of its own.',
  },
  untrue: {
    label: 'It was found to be made up on purpose',
    hint: 'Being wrong, or not being able to prove it, is not that. It must have been looked into.',
  },
};

/** The same, for the reporter. */
export const GROUND_TOLD: Readonly<Record<Ground, string>> = {
  abuse: 'words in what you sent were abuse or a threat',
  again: 'the same matter was sent again after it was answered, with nothing new',
  untrue: 'it was looked into and found to be made up',
};

export const DAYS_NAMES: Readonly<Record<`${MarkDays}`, string>> = {
  '30': 'For 30 days',
  '90': 'For 90 days',
  '180': 'For 180 days, the longest there is',
};
