const bytesOf = (encoding: string): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder(encoding);
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
};
const windows1251 = bytesOf("windows-1251");
const windows1252 = bytesOf("windows-1252");

const beyondAscii = /[\u0080-\uFFFF]/;
const cyrillicAmongLatin = /[a-z].*[\u0400-\u04FF]|[\u0400-\u04FF].*[a-z]/i;
const utf8Lead = /[\u00C2-\u00F4]./;

/**
 * Undoes the two ways in which English registers come mis-decoded: Windows-1252 that was read as Windows-1251 ("Prйvert")
 * and UTF-8 that was read as Windows-1252 ("PrÃ©vert"). Any other text is returned as it is.
 */
export function repairText(text: string): string {
  if (!beyondAscii.test(text)) return text;
  if (cyrillicAmongLatin.test(text))
    return decodeAgain(text, windows1251, new TextDecoder("windows-1252"));
  if (utf8Lead.test(text))
    return decodeAgain(text, windows1252, new TextDecoder("utf-8", { fatal: true }));
  return text;
}

function decodeAgain(
  text: string,
  encoding: ReadonlyMap<string, number>,
  decoder: TextDecoder,
): string {
  const bytes = Array.from(text, (letter) => encoding.get(letter));
  if (bytes.includes(undefined)) return text;
  try {
    return decoder.decode(Uint8Array.from(bytes as number[]));
  } catch {
    return text;
  }
}
