/** One thing to set up in a group, with where to find it in WhatsApp. */
export interface CheckItem {
  readonly id: string;
  readonly label: string;
  readonly how: string;
}

/**
 * What makes a group easier to look after (domain 2.2, 6.4). Advice for its moderators, who tick what they have done;
 * nothing depends on it. WhatsApp moves its menus now and then: "how" says what to look for, not where to tap.
 */
export const CHECKLIST: readonly CheckItem[] = [
  {
    id: 'purpose',
    label: 'The description says what the group is for, with a link to the policy',
    how: 'Open the group’s info and change its description. The rule card has words to paste.',
  },
  {
    id: 'two-moderators',
    label: 'At least two people are admins',
    how: 'In the group’s info, press a member’s name and choose “Make group admin”.',
  },
  {
    id: 'approve',
    label: 'New members are approved before they come in',
    how: 'In the group’s permissions, turn on “Approve new members”. Do not pass the invite link round.',
  },
  {
    id: 'adults',
    label: 'Only adults are in the group',
    how: 'Children can now have accounts of their own. Ask new members who they are the parent of.',
  },
  {
    id: 'info',
    label: 'Only admins can change the group’s name, picture and settings',
    how: 'In the group’s permissions, turn off “Edit group settings” for members.',
  },
  {
    id: 'admin-review',
    label: 'Members know that they can send a message to the admins for review',
    how: 'Press a message, hold it and choose “Send for admin review”. Only the admins are told.',
  },
  {
    id: 'privacy',
    label: 'We have talked about disappearing messages and advanced chat privacy',
    how: 'Disappearing messages go by themselves after a time that you choose. Advanced chat privacy keeps members from exporting the chat. Decide together what suits your group.',
  },
];

export type CheckId = (typeof CHECKLIST)[number]['id'];

/** Whether a text names something on the list. */
export function isCheckItem(id: string): boolean {
  return CHECKLIST.some((item) => item.id === id);
}
