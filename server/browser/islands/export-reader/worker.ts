import { ChatReadError } from '@handbell/chat';
import { ChatRoom, ReaderProblem } from './chat-room.ts';
import type { Answer, Ask, AskName, Asks } from './protocol.ts';

let room: ChatRoom | undefined;

function openRoom(): ChatRoom {
  if (!room) throw new ReaderProblem('Open a chat export first.');
  return room;
}

async function answer(ask: Ask): Promise<Asks[AskName]['answer']> {
  switch (ask.name) {
    case 'open':
      room = await ChatRoom.open(ask.file, (progress) => say({ progress }));
      return room.about();
    case 'filter':
      return openRoom().filter(ask.text, ask.day);
    case 'rows':
      return openRoom().rows(ask.from, ask.count);
    case 'make':
      return openRoom().make(ask);
  }
}

function say(message: Answer): void {
  self.postMessage(message);
}

const TROUBLE = 'Something went wrong while this file was read. Type the words instead.';

self.addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => say({ id, ok: true, value }),
    (error: unknown) => {
      const known = error instanceof ChatReadError || error instanceof ReaderProblem;
      say({ id, ok: false, message: known ? error.message : TROUBLE });
    },
  );
});
