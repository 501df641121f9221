import type { MediaType } from '../types.ts';

const BY_EXTENSION: ReadonlyMap<string, MediaType> = new Map<string, MediaType>([
  ['jpg', 'image'],
  ['jpeg', 'image'],
  ['png', 'image'],
  ['heic', 'image'],
  ['avif', 'image'],
  ['mp4', 'video'],
  ['mov', 'video'],
  ['3gp', 'video'],
  ['opus', 'audio'],
  ['m4a', 'audio'],
  ['mp3', 'audio'],
  ['aac', 'audio'],
  ['amr', 'audio'],
  ['ogg', 'audio'],
  ['wav', 'audio'],
  ['webp', 'sticker'],
  ['was', 'sticker'],
  ['gif', 'gif'],
  ['vcf', 'contact'],
]);

/**
 * What kind of media a file is, by its name.
 * @param file a file's name, such as `00000012-STICKER-2024-03-09-10-00-00.webp`
 */
export function mediaTypeOf(file: string): MediaType {
  if (file.includes('-GIF-')) return 'gif';
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return BY_EXTENSION.get(extension) ?? BY_EXTENSION.get(extension.toLowerCase()) ?? 'document';
}
