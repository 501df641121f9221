import { ChatReadError } from '@handbell/chat';
import { answerPage } from '../page/answer-page.ts';
import { ChatRoom, ReaderProblem } from './chat-room.ts';
import type { Asks } from './protocol.ts';

let room: ChatRoom | undefined;

function openRoom(): ChatRoom {
  if (!room) throw new ReaderProblem('Open a chat export first.');
  return room;
}

const TROUBLE = 'Something went wrong while this file was read. Type the words instead.';

answerPage<Asks>(
  {
    open: async ({ file }, onProgress) => {
      room = await ChatRoom.open(file, onProgress);
      return room.about();
    },
    filter: ({ text, day }) => openRoom().filter(text, day),
    rows: ({ from, count }) => openRoom().rows(from, count),
    make: (choice) => openRoom().make(choice),
  },
  (error) => (error instanceof ChatReadError || error instanceof ReaderProblem ? error.message : TROUBLE),
);
