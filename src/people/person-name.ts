/**
 * Whether a name looks like an address of the web or of mail. Names stand in messages to people who do not know them, and
 * mail programs make links of what looks so: in any script and case, and with a dot of any alphabet.
 */
export function looksLikeAddress(name: string): boolean {
  // Other forms of a letter become the letter, and what cannot be seen parts nothing.
  const plain = name
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll("\u3002", ".");
  return /[/\\<>@:]|[\p{L}\p{M}\p{N}-]\.[\p{L}\p{M}]{2,}/u.test(plain);
}
