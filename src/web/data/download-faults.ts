/** Why a download was refused, by the word that the address carries. */
export const downloadFaults = {
  password: "That is not your password. Give it again to download your data.",
  wait: "That was the wrong password too often. Try again in a quarter of an hour.",
  "sign-in":
    "Your account has no password, so this asks for a sign-in of the last ten minutes: sign out, sign in again, and come back.",
} as const;
