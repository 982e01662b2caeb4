/** Largest file of people that is read, in bytes. */
export const csvBytesMax = 100_000;

/**
 * The text of a file that a spreadsheet saved: UTF-8, UTF-16 with its mark, or else the Windows code page that older ones
 * still write.
 */
export function csvOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
