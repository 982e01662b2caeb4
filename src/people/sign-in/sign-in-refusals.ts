import type { z } from "zod";
import { passwordLengthMax } from "./passwords.ts";

/** A refusal as better-auth words its own: `code` for programs, `message` for people, the field where there is one. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  { field, waitSeconds }: { field?: string; waitSeconds?: number } = {},
): Response =>
  Response.json(
    { code, message, ...(field !== undefined && { field }) },
    {
      status,
      ...(waitSeconds !== undefined && { headers: { "retry-after": String(waitSeconds) } }),
    },
  );

export const inMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
};

/** The same for a wrong password, an unknown address, and one that is not confirmed. */
export const notTogether = (): Response =>
  refusal(401, "INVALID_EMAIL_OR_PASSWORD", "Invalid email or password");

export const locked = (waitSeconds: number): Response =>
  refusal(
    429,
    "ACCOUNT_LOCKED",
    `Too many wrong passwords for this account. Try again in ${inMinutes(waitSeconds)}, or choose a new password.`,
    { waitSeconds },
  );

export const crowded = (waitSeconds: number): Response =>
  refusal(
    429,
    "TOO_MANY_REQUESTS",
    `Too many attempts from your network. Try again in ${inMinutes(waitSeconds)}.`,
    { waitSeconds },
  );

const words: Readonly<Record<string, readonly [code: string, message: string]>> = {
  email: ["INVALID_EMAIL", "Enter an e-mail address such as name@school.example."],
  newEmail: ["INVALID_EMAIL", "Enter an e-mail address such as name@school.example."],
  name: [
    "INVALID_NAME",
    "Enter your name, on one line of at most 200 characters, without an address.",
  ],
  token: ["INVALID_TOKEN", "This link is not complete. Open it from the mail once more."],
  password: [
    "INVALID_PASSWORD",
    `Enter your password; it has at most ${passwordLengthMax} characters.`,
  ],
  currentPassword: ["INVALID_PASSWORD", "Enter the password that you have now."],
  newPassword: ["PASSWORD_REFUSED", "Enter a new password."],
};

/** What the first field at fault needs. */
export function wrong(error: z.ZodError): Response {
  const field = String(error.issues[0]?.path[0] ?? "");
  const [code, message] = words[field] ?? ["INVALID_BODY", "Something is missing."];
  return refusal(400, code, message, { field });
}
