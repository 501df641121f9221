import { keepPages } from './page/offline.ts';

/** Keeps the moderators' pages on the device, so that they open without a connection. */
keepPages('moderators');
