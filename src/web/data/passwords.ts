/** Fewest characters of a password: sign-in refuses shorter ones. */
export const passwordShortest = 10;

/** What makes a good password, in one hint. */
export const passwordAdvice = `At least ${passwordShortest} characters, of any kind. Three or four words that have nothing to do with each other are easy to remember. A password manager can make one for you.`;
