import type {
  AdviceSource,
  ClearStep,
  Instrument,
  NeedsAnswer,
  NextRoute,
  ReferralAgency,
  ReferralGround,
  ReferralTried,
  ReviewResult,
  SupportAnswer,
} from './codes.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** The steps of handling feedback and complaints, with what each asks for. */
export const CLEAR_TEXT: Readonly<Record<ClearStep, { readonly name: string; readonly hint: string }>> = {
  categorise: {
    name: 'Categorise',
    hint: 'What is it about, and is it a worry or a complaint that needs an answer? Who at the school is the right person?',
  },
  listen: { name: 'Listen', hint: 'What did the parent say when you let them tell it in their own time?' },
  empathise: {
    name: 'Empathise',
    hint: 'How did you show that you understand how it looks and feels to them?',
  },
  ask: { name: 'Ask', hint: 'What did you ask, and what would put it right for them?' },
  respond: {
    name: 'Respond',
    hint: 'What do you answer, what will the school do and by when, and how can they take it further?',
  },
};

export const INSTRUMENT_TEXT: Words<Instrument> = {
  'site-ban': 'The ban from the site',
  'communication-plan': 'The plan for staying in touch',
  meeting: 'The meeting',
};

export const NEEDS_TEXT: Words<NeedsAnswer> = {
  none: 'Asked: nothing is needed',
  some: 'Asked: adjustments are in place',
  'not-reached': 'Could not be asked yet',
};

export const SUPPORT_TEXT: Words<SupportAnswer> = {
  offered: 'Support was offered',
  taken: 'Support was offered and taken up',
  declined: 'Support was offered and not wanted for now',
  nobody: 'The words were about nobody in particular',
};

export const AGENCY_TEXT: Words<ReferralAgency> = {
  police: 'The police',
  'childrens-services': 'Children’s services',
  lado: 'The local authority’s designated officer for allegations (LADO)',
  prevent: 'Prevent',
  other: 'Another public body',
};

export const GROUND_TEXT: Words<ReferralGround> = {
  threat: 'A threat of death or serious harm',
  'course-of-conduct': 'Repeated conduct aimed at a person',
  hate: 'Words of hate about what somebody is or believes',
  image: 'An offence with an image',
  'order-breached': 'A court’s order was broken',
};

export const TRIED_TEXT: Words<ReferralTried> = {
  conversation: 'A conversation',
  meeting: 'A meeting at school',
  mediation: 'Somebody to help both sides talk',
  'complaints-route': 'The complaints route was offered',
  unsuitable: 'None of this would be safe or right here',
};

export const ADVICE_TEXT: Words<AdviceSource> = {
  own: 'The school’s own solicitors',
  authority: 'The local authority’s legal team',
  trust: 'The trust’s legal team',
  diocese: 'The diocese',
  union: 'A union or association',
};

export const RESULT_TEXT: Words<ReviewResult> = {
  upheld: 'Upheld: the outcome stays as it was',
  varied: 'Varied: the same outcome, for a shorter time',
  replaced: 'Replaced: another, lighter outcome',
};

export const NEXT_TEXT: Words<NextRoute> = {
  complaints: 'The school’s complaints procedure',
  department: 'The Department for Education',
  authority: 'The local authority or the trust',
  'information-commissioner': 'The Information Commissioner, about data',
  equality: 'The Equality Advisory and Support Service, about discrimination',
};
