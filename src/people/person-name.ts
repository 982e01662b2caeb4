/**
 * Whether a name looks like an address of the web or of mail. Names stand in messages to people who do not know them, and
 * mail programs make links of what looks so.
 */
export const looksLikeAddress = (name: string): boolean =>
  /[/\\<>@:]|[a-z\d-]{2,}\.[a-z]{2,}/.test(name);
