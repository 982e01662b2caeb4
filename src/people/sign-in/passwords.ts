import { dictionary } from "@zxcvbn-ts/language-common";

export const passwordLengthMin = 10;
/** Long enough for any sentence; hashing more would be work that a stranger can ask for. */
export const passwordLengthMax = 128;

/** Words that stand for this site: the first that come to mind here. */
const siteNames = ["potbank", "potbanks", "mypotbank", "potbankpassword"];

let common: ReadonlySet<string> | undefined;

/** Nobody needs 60,000 words in memory before the first password is chosen. */
const commonPasswords = (): ReadonlySet<string> =>
  (common ??= new Set(
    [...dictionary["passwords-common"], ...dictionary["diceware-common"]].map(plain),
  ));

/** As somebody guesses who knows the usual disguises: capitals, and digits and marks around a word. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();
const letters = (text: string): string => plain(text).replace(/[^\p{L}]/gu, "");

/** Rows of what one's fingers find without thinking. */
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm"];
const runs = [...rows, ...rows.map((row) => row.split("").toReversed().join(""))];

/**
 * What is wrong with a password, in a sentence to its owner; undefined when nothing is. Length and guesses count, not
 * what kinds of characters it is made of.
 */
export function faultOfPassword(
  password: string,
  { email = "", name = "" }: { email?: string; name?: string } = {},
): string | undefined {
  if (password.length < passwordLengthMin)
    return `Use at least ${passwordLengthMin} characters. Three or four words together are easy to remember.`;
  if (password.length > passwordLengthMax) return `Use at most ${passwordLengthMax} characters.`;
  if (new Set(password).size < 4) return "Use more different characters.";
  const guess = plain(password);
  const word = letters(password);
  // Of a password that is mostly digits, the few letters say little.
  const said = word.length * 2 >= password.length ? [guess, word] : [guess];
  if (said.some((each) => commonPasswords().has(each) || runs.some((run) => run.includes(each))))
    return "That is one of the passwords that are tried first. Choose another.";
  const [local = "", domain = ""] = plain(email).split("@");
  const own = [email, local, domain, domain.split(".")[0]!, name, ...siteNames];
  if (
    own.some(
      (each) => plain(each) === guess || (letters(each) !== "" && said.includes(letters(each))),
    )
  )
    return "That is too close to your name, your address or this site. Choose another.";
  return undefined;
}
