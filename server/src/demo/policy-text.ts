/** What of a policy's text depends on when the school adopted it. */
export interface PolicyDays {
  /** When it was written or adopted, as the document prints it. */
  readonly date: string;
  /** The term in which it is to be looked at again ("Autumn 2027"). */
  readonly review: string;
}

const SCHOOL = 'Bellfield Example Primary School';

const USE =
  'It is the quickest way to reach a whole class: a forgotten PE kit, a late coach, a lost coat with a name in it. Messages should be useful to the whole group and should be about school.';
const PERSONAL =
  'Parents and carers write in these groups in their personal capacity. The school does not post in any group of parents and carers.';

const BELIEFS = [
  'work with families as partners in their children’s learning;',
  'keep school a safe, welcoming and inclusive place for children, staff and families;',
  'show children, by how we behave ourselves, how people treat each other.',
];
const CODES =
  'We set clear expectations for everybody here: for staff in the staff code of conduct, and for children in our Kindness and Behaviour Policy. This code helps families and school to work together by setting guidelines on appropriate behaviour.';

const GRIEVANCES =
  'The group should never be used to air views or grievances about a member of staff, a child or another parent.';
const POLITICS = 'The group is not a political platform for opinions on current affairs.';
const PRIVATE = 'The group should not be used for private conversations between two people.';
const CULTURE = 'The group should be used with respect for every family’s culture and faith.';

const EXPECTATIONS = [
  'respect the values of our school;',
  'work together with staff in the best interests of the children;',
  'treat every member of the school community with respect, in what they write as in what they say;',
  'look for a peaceful way to settle a disagreement;',
  'help their own child to put things right after a quarrel;',
  'take a worry to the member of staff who can help with it.',
];

const ABUSE =
  'abusive or personal comments about staff, children, parents or anyone else in the school community;';
const ANGER = 'shows of anger, swearing or offensive language;';
const DISREPUTE = 'bringing the school into disrepute;';
const LIBEL = 'posting aggressive, defamatory or libellous comments;';
const DIRECT = 'messages or emails sent directly to somebody with abusive or personal comments;';
const PUBLIC = 'using social media to publicly challenge school policies or to discuss individual children;';
const THREATS = 'threatening behaviour, such as intimidating staff or another parent.';

const SAFEGUARDING =
  'The school takes its safeguarding responsibilities seriously and will deal with any reported incident appropriately.';
const GATHERING =
  'If the school suspects, or becomes aware, that a parent or carer has broken this code of conduct, the school will gather information from those involved and speak to the parent or carer about it.';

const STEPS = [
  'Send a warning letter to the parent or carer.',
  'Invite the parent or carer to meet a senior member of staff or the Head Teacher.',
  'Contact the appropriate authorities (in cases of criminal behaviour).',
  'Seek advice from the local authority’s legal team (in cases of conduct that may be libellous or slanderous).',
];
const BAN = 'Ban the parent or carer from the school site.';

const DECISION =
  'The school will always respond in a proportionate way. The final decision on how to respond to a breach of this code of conduct rests with the Head Teacher.';
const MODERATORS =
  'If a parent or carer breaks this code of conduct in a group, it is for that group’s moderators to decide whether to remove them from the group.';

const SIGNATURES = ['Signed:', 'Governor responsible', 'Signed:', 'Head Teacher'];
const SLIP = ['..........', 'I agree to abide by this policy and Code of Conduct', 'Name', 'Signed', 'Date'];

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** The middle of both versions: what is asked of people. `groups` is how a version speaks of its groups. */
function code(
  groups: string,
  guidelines: readonly string[],
  inappropriate: readonly string[],
): readonly string[] {
  return [
    `At ${SCHOOL}, we believe it is important to:`,
    list(BELIEFS),
    CODES,
    'Code of Conduct',
    `Parents and carers should follow these guidelines when they use a ${groups} group:`,
    list(guidelines),
    'We expect parents and carers to:',
    list(EXPECTATIONS),
    'The school considers the following online activity inappropriate:',
    list(inappropriate),
    SAFEGUARDING,
    'Raising Concerns',
    `If you are worried about a message in a ${groups} WhatsApp group, please tell us in confidence by writing to concerns@bellfield.example.org.`,
    GATHERING,
    'Depending on what happened, the school may then:',
  ];
}

/** The invented school's first policy: class and year groups only, and no power to ban anybody from the site. */
export function firstPolicyText({ date, review }: PolicyDays): string {
  return [
    SCHOOL,
    'Policy and Code of Conduct for Class and Year WhatsApp Groups',
    'Class and Year WhatsApp Groups',
    `Most classes and year groups at Bellfield have a WhatsApp group that families run for one another. ${USE}`,
    PERSONAL,
    ...code('class or year', [GRIEVANCES, PRIVATE, CULTURE], [ABUSE, ANGER, LIBEL, PUBLIC, THREATS]),
    list(STEPS),
    DECISION,
    MODERATORS,
    ...SIGNATURES,
    `Date: ${date}`,
    `Date of review: ${review}`,
    '',
  ].join('\n\n');
}

/**
 * The invented school's second policy: PTA groups too, a clause on politics, a site ban as the last step, and a slip
 * for parents to sign.
 */
export function secondPolicyText({ date, review }: PolicyDays): string {
  return [
    SCHOOL,
    'Policy and Code of Conduct for Class, Year and PTA WhatsApp Groups',
    `The policy was formally adopted by the Board of Governors on: ${date}`,
    'Class, Year and PTA WhatsApp Groups',
    `Most classes and year groups at Bellfield have a WhatsApp group that families run for one another, and so does the PTA. ${USE}`,
    `${PERSONAL} Messages from the PTA may also be shared in class and year groups.`,
    ...code(
      'class, year or PTA',
      [GRIEVANCES, POLITICS, PRIVATE, CULTURE],
      [ABUSE, ANGER, DISREPUTE, LIBEL, DIRECT, PUBLIC, THREATS],
    ),
    list([...STEPS, BAN]),
    DECISION,
    MODERATORS,
    ...SIGNATURES,
    `Date of review: ${review}`,
    ...SLIP,
    '',
  ].join('\n\n');
}
