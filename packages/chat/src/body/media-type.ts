import type { MediaType } from '../types.ts';

const BY_EXTENSION: Readonly<Record<string, MediaType>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  heic: 'image',
  avif: 'image',
  mp4: 'video',
  mov: 'video',
  '3gp': 'video',
  opus: 'audio',
  m4a: 'audio',
  mp3: 'audio',
  aac: 'audio',
  amr: 'audio',
  ogg: 'audio',
  wav: 'audio',
  webp: 'sticker',
  was: 'sticker',
  gif: 'gif',
  vcf: 'contact',
};

/**
 * What kind of media a file is, by its name.
 * @param file a file's name, such as `00000012-STICKER-2024-03-09-10-00-00.webp`
 */
export function mediaTypeOf(file: string): MediaType {
  if (/-GIF-/.test(file)) return 'gif';
  const extension = /\.([\p{L}\d]+)$/u.exec(file)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? 'document';
}
