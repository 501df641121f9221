import type { MediaType } from '../types.ts';

const EXTENSIONS: readonly (readonly [type: MediaType, extensions: string])[] = [
  ['image', 'jpg jpeg png heic avif'],
  ['video', 'mp4 mov 3gp'],
  ['audio', 'opus m4a mp3 aac amr ogg wav'],
  ['sticker', 'webp was'],
  ['gif', 'gif'],
  ['contact', 'vcf'],
];
const BY_EXTENSION = new Map(
  EXTENSIONS.flatMap(([type, extensions]) => extensions.split(' ').map((each) => [each, type])),
);

/**
 * What kind of media a file is, by its name.
 * @param file a file's name, such as `00000012-STICKER-2024-03-09-10-00-00.webp`
 */
export function mediaTypeOf(file: string): MediaType {
  if (file.includes('-GIF-')) return 'gif';
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return BY_EXTENSION.get(extension) ?? BY_EXTENSION.get(extension.toLowerCase()) ?? 'document';
}
