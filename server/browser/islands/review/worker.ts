import { ChatReadError } from '@handbell/chat';
import { CheckerMissing, loadJudge } from '../conduct/load-judge.ts';
import { ChatRoom, ReaderProblem } from '../export-reader/chat-room.ts';
import { answerPage } from '../page/answer-page.ts';
import type { ReviewTalk } from './protocol.ts';
import { Review } from './review.ts';

let room: ChatRoom | undefined;
let review: Review | undefined;

function opened<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new ReaderProblem('Open a chat export first.');
  return thing;
}

const TROUBLE = 'Something went wrong while this file was read. Open it again.';

answerPage<ReviewTalk>(
  {
    open: async ({ file }, onProgress) => {
      room = await ChatRoom.open(file, onProgress);
      review = undefined;
      return room.about();
    },
    review: async ({ clauses, days }, onProgress) => {
      review = new Review(opened(room), await loadJudge(clauses));
      return review.read(days, onProgress);
    },
    found: ({ subject, from, count }) => opened(review).stretch(subject, from, count),
    make: (choice) => opened(room).make(choice),
  },
  (error) => {
    const known =
      error instanceof ChatReadError || error instanceof ReaderProblem || error instanceof CheckerMissing;
    return known ? error.message : TROUBLE;
  },
);
