/** Where the service worker leaves a chat that was shared to the app, until the review page takes it. */
export const SHARED_CACHE = 'handbell-shared';
export const SHARED_PATH = '/shared-chat';
