/** What the audit record calls each thing that is done, and how people say it. What is not here stands by its code. */
const ACTS: Readonly<Record<string, string>> = {
  'agreement.answered': 'An answer other than yes came',
  'agreement.asked': 'Parents were asked by mail',
  'agreement.asking-set': 'How parents are asked was set',
  'agreement.certified': 'A certificate was made',
  'agreement.class-link-made': 'A link for a class was made',
  'agreement.copy-sent': 'A copy was mailed to the parent',
  'agreement.destroyed': 'An agreement was destroyed, its time being over',
  'agreement.exported': 'A table of agreements was saved',
  'agreement.reminded': 'Parents were reminded by mail',
  'agreement.signed': 'Somebody agreed to the policy',
  'agreement.talk-ended': 'A talk came to an end',
  'agreement.talk-taken': 'Somebody took on a talk',
  'agreement.withdrawn': 'An agreement was withdrawn',
  'group.archived': 'A group was archived',
  'group.changed': 'A group was changed',
  'group.checklist': 'A step of setting up was ticked',
  'group.registered': 'A group was registered',
  'member.away-set': 'It was said until when somebody is away',
  'member.ended': 'Somebody’s access was ended',
  'member.invited': 'Somebody was invited',
  'member.invited-again': 'Somebody was invited again',
  'member.joined': 'Somebody joined',
  'member.roles-changed': 'Somebody’s roles were changed',
  'member.second-step-forgotten': 'Somebody’s second step was forgotten',
  'moderator.accept': 'A moderator said yes',
  'moderator.added': 'Somebody was asked to look after a group',
  'moderator.stop': 'A moderator stopped',
  'policy.adopted': 'The policy was adopted',
  'policy.approved': 'The policy was approved',
  'policy.changed': 'A draft of the policy was changed',
  'policy.consultation-ended': 'The time for comments was ended',
  'policy.consultation-opened': 'A draft was opened for comments',
  'policy.consultation-summed-up': 'What came of the comments was written down',
  'policy.draft-deleted': 'A draft of the policy was deleted',
  'policy.drafted': 'A draft of the policy was brought in',
  'policy.in-force': 'The policy came into force',
  'policy.publication-set': 'How the policy is shown was set',
  'policy.reopened': 'The policy was taken back to a draft',
  'policy.sign-link-made': 'A link for signing was made',
  'policy.signed': 'The policy was signed',
  'policy.signers-set': 'Who signs the policy was set',
  'policy.superseded': 'An older policy was replaced',
  'policy.withdrawn': 'The policy was withdrawn',
  'school.changed': 'School details were changed',
  'school.created': 'The school was set up',
  'school-year.saved': 'Terms and holidays were saved',
};

const OBJECTS: Readonly<Record<string, string>> = {
  school: 'The school',
  member: 'A person',
  policy: 'A policy',
  'policy-signature': 'A signature',
  agreement: 'An agreement',
  group: 'A group',
  moderator: 'A moderator',
};

/** What was done, as people say it; the record's own code where there is no better word. */
export const actWords = (act: string): string => ACTS[act] ?? act;

/** What it was done to: its kind, and the end of its id, by which two of them are told apart. */
export function objectWords(object: string): string {
  const [kind = '', id = ''] = object.split(':');
  return `${OBJECTS[kind] ?? kind} ${id.slice(-6)}`;
}

/** Who acted when it was nobody at the desk: the record's code says by which way it came. */
export function wayWords(actor: string): string {
  if (actor === 'public') return 'Somebody on the school’s pages';
  if (actor === 'command') return 'Whoever runs Handbell, by a command';
  if (actor === 'set-up') return 'Whoever set the school up';
  return actor.startsWith('job:') ? 'Handbell by itself' : actor;
}
