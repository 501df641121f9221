import { Buffer } from 'node:buffer';

const two = (value: number) => String(value).padStart(2, '0');

/** An invented class chat of one day, as an iPhone exports it, ready for a file picker. */
export function classChat(day: Date): { name: string; mimeType: string; buffer: Buffer } {
  const date = `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
  const lines = [
    `[${date}, 08:01:12] Oak class 2026: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.`,
    `[${date}, 08:02:40] Gemma Pike: Morning all, is it PE today or tomorrow?`,
    `[${date}, 08:03:15] Rukhsana Malik: Tomorrow I think`,
    `[${date}, 08:05:51] Derek Stokes: Typical. That useless Mr Hanley never tells us anything`,
    `[${date}, 08:06:30] Gemma Pike: Bit harsh Derek`,
    `[${date}, 08:07:02] Derek Stokes: He is an idiot and a waste of space and I told him so at the gate. Ask Rukhsana Malik, she was there. Ring me on 07700 900345`,
    `[${date}, 08:09:10] Rukhsana Malik: Please leave me out of this`,
    `[${date}, 08:15:00] Tomás Ó Briain: PE kit is tomorrow, it is in the newsletter`,
  ];
  return { name: '_chat.txt', mimeType: 'text/plain', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

/** The same chat as a file in a page's own hands, for sharing it there. */
export function chatText(day: Date): string {
  return classChat(day).buffer.toString('utf8');
}
