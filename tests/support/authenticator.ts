import { TOTP, URI } from "otpauth";

/** The app on a person's phone, set up from the address that a QR code holds. It shows no code a second time. */
export class Authenticator {
  readonly #totp: TOTP;
  readonly #shown = new Set<string>();
  constructor(address: string) {
    const totp = URI.parse(address);
    if (!(totp instanceof TOTP)) throw new Error("That sets up no codes by time.");
    this.#totp = totp;
  }

  get issuer(): string {
    return this.#totp.issuer;
  }

  /** A code that is right now: of this half minute, or of one beside it. */
  code(): string {
    const now = Date.now();
    for (const seconds of [0, 30, -30]) {
      const code = this.#totp.generate({ timestamp: now + seconds * 1_000 });
      if (this.#shown.has(code)) continue;
      this.#shown.add(code);
      return code;
    }
    throw new Error("All codes of these half minutes have been shown.");
  }

  /** A code that is not right. */
  wrong(): string {
    const right = [-60, -30, 0, 30, 60].map((seconds) =>
      this.#totp.generate({ timestamp: Date.now() + seconds * 1_000 }),
    );
    return ["000000", "111111", "222222", "333333", "444444", "555555"].find(
      (code) => !right.includes(code),
    )!;
  }
}
