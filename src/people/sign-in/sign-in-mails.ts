/** A mail to one address. `kind` says in the outgoing queue what it is for. */
export interface SignInMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly kind: string;
  /** Whom it speaks of, beside the account of the address it goes to: ids and addresses. */
  readonly about?: readonly string[];
}

/** What the mails need to know of whom they are about. */
interface Addressee {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** What accounts look like to the mails. */
interface Accounts {
  /** The id of the account with this address, in lower case. */
  idByEmail(email: string): Promise<string | undefined>;
  /** A fresh token to choose a password with. */
  resetToken(accountId: string): Promise<string>;
  /** Notes a token that is about to be sent: without that it confirms nothing. */
  keepAddressToken(accountId: string, token: string): Promise<void>;
}

const farewell = "\n\nPotbank\n";
const ignore = "If it was not you, you need do nothing: without the link nothing happens.";

/**
 * What is written to people about signing in. Nobody is called by name: a stranger may have typed it, to have us deliver
 * their words.
 */
export class SignInMails {
  readonly #publicUrl: string;
  readonly #send: (mail: SignInMail) => Promise<void>;
  readonly #accounts: Accounts;
  constructor(publicUrl: string, send: (mail: SignInMail) => Promise<void>, accounts: Accounts) {
    this.#publicUrl = publicUrl;
    this.#send = send;
    this.#accounts = accounts;
  }

  #link(path: string, token: string): string {
    return `${this.#publicUrl}${path}?token=${encodeURIComponent(token)}`;
  }

  /** To the address of a new account, or to the new address of an old one. */
  async verify(user: Addressee, token: string): Promise<void> {
    const holder = await this.#accounts.idByEmail(user.email);
    if (holder !== undefined && holder !== user.id) return this.#wantedBySomebody(user.email);
    await this.#accounts.keepAddressToken(user.id, token);
    await this.#send({
      to: user.email,
      kind: "verify-address",
      about: [user.id],
      subject: "Confirm your e-mail address for Potbank",
      text: `Somebody, we hope you, gave this address to Potbank. To confirm that it is yours, open this link within a day:\n\n${this.#link("/verify", token)}\n\n${ignore}${farewell}`,
    });
  }

  /** To the owner of an account whose address is given to sign up again. */
  async alreadyHere(user: Addressee): Promise<void> {
    const token = await this.#accounts.resetToken(user.id);
    const reset = this.#link("/reset-password", token);
    if (user.emailVerified)
      return this.#send({
        to: user.email,
        kind: "sign-up-again",
        subject: "You have a Potbank account already",
        text: `Somebody, perhaps you, wanted to sign up at Potbank with this address. You have an account already. Sign in here:\n\n${this.#publicUrl}/sign-in\n\nIf you have forgotten your password, choose a new one within an hour:\n\n${reset}\n\n${ignore}${farewell}`,
      });
    // Whoever signed up first has shown nothing; whoever reads this mail chooses the password that counts.
    await this.#send({
      to: user.email,
      kind: "sign-up-again",
      subject: "Confirm your e-mail address for Potbank",
      text: `Somebody, we hope you, signed up at Potbank with this address, more than once. To confirm that it is yours, choose a password with this link within an hour:\n\n${reset}\n\n${ignore}${farewell}`,
    });
  }

  async resetPassword(to: string, token: string): Promise<void> {
    await this.#send({
      to,
      kind: "reset-password",
      subject: "Choose a new password for Potbank",
      text: `Somebody, we hope you, asked for a new password at Potbank. Choose it with this link within an hour:\n\n${this.#link("/reset-password", token)}\n\nYou will be signed out everywhere else. ${ignore}${farewell}`,
    });
  }

  /** To the owner of an account whose password is another now, by a link or by who was signed in. */
  async passwordChanged(to: string): Promise<void> {
    await this.#send({
      to,
      kind: "password-changed",
      subject: "Your password for Potbank was changed",
      text: `The password of your account was changed. Whoever was signed in elsewhere is signed out, and links that were sent before no longer work.\n\n${this.#notYou()}${farewell}`,
    });
  }

  /** To the address that an account has, before anything is sent to the one it is to have. */
  async confirmChange(
    user: Pick<Addressee, "id" | "email">,
    newEmail: string,
    token: string,
  ): Promise<void> {
    await this.#accounts.keepAddressToken(user.id, token);
    await this.#send({
      to: user.email,
      kind: "confirm-address-change",
      about: [newEmail],
      subject: "Change the e-mail address of your Potbank account?",
      text: `Somebody who is signed in to your account, we hope you, wants its address to be ${newEmail}. If that is right, open this link within a day; we then write to the new address:\n\n${this.#link("/verify", token)}\n\nIf it was not you, choose a new password now: ${this.#publicUrl}/reset-password${farewell}`,
    });
  }

  /** To the owner of an account after many wrong passwords. */
  async locked(to: string, minutes: number): Promise<void> {
    await this.#send({
      to,
      kind: "account-locked",
      subject: "Too many wrong passwords for your Potbank account",
      text: `Somebody typed many wrong passwords for your account. It takes no password for ${minutes} minutes; who is signed in stays so.\n\nIf that was you and you have forgotten it, choose a new one: ${this.#publicUrl}/reset-password\n\nIf it was not you, you need do nothing.${farewell}`,
    });
  }

  /** To the owner of an account who asked for a link instead of typing a password; `next` is where to go on to. */
  async signInLink(to: string, token: string, next?: string): Promise<void> {
    const onward = next === undefined ? "" : `&next=${encodeURIComponent(next)}`;
    await this.#send({
      to,
      kind: "sign-in-link",
      subject: "Sign in to Potbank",
      text: `Somebody, we hope you, asked for a link to sign in to Potbank with. Open it within ten minutes and press the button; it works once:\n\n${this.#link("/sign-in/link", token)}${onward}\n\nDo not pass this link on: whoever opens it is signed in as you. ${ignore}${farewell}`,
    });
  }

  async secondFactorOn(to: string): Promise<void> {
    await this.#send({
      to,
      kind: "second-factor-on",
      subject: "Potbank now asks you for a code as well",
      text: `The second step of signing in has been switched on for your account: after your password or a link we ask for a code of your authenticator app. Keep your recovery codes where you find them without your phone.\n\n${this.#notYou()}${farewell}`,
    });
  }

  async secondFactorOff(to: string): Promise<void> {
    await this.#send({
      to,
      kind: "second-factor-off",
      subject: "Potbank no longer asks you for a code",
      text: `The second step of signing in has been switched off for your account: your password, or a link, is enough now.\n\n${this.#notYou()}${farewell}`,
    });
  }

  async recoveryCodeUsed(to: string): Promise<void> {
    await this.#send({
      to,
      kind: "recovery-code-used",
      subject: "One of your recovery codes for Potbank was used",
      text: `Somebody, we hope you, signed in to your account with one of its recovery codes. Each works once. If few are left, or you have a new phone, make new ones here:\n\n${this.#publicUrl}/account/security\n\n${this.#notYou()}${farewell}`,
    });
  }

  #notYou(): string {
    return `If it was not you, choose a new password now, which signs everybody out: ${this.#publicUrl}/reset-password`;
  }

  /** To the owner of an address that another account asks to have: there it looks as if all went well. */
  async #wantedBySomebody(to: string): Promise<void> {
    await this.#send({
      to,
      kind: "address-wanted",
      subject: "Your address was given for another Potbank account",
      text: `Somebody wanted their Potbank account to have this address. Yours has it, so nothing was changed.\n\nIf that was you, sign in with this address instead: ${this.#publicUrl}/sign-in${farewell}`,
    });
  }
}

/** To somebody whose second factor an administrator has taken away: they asked for it, or should know. */
export const secondFactorResetMail = (to: string, publicUrl: string): SignInMail => ({
  to,
  kind: "second-factor-reset",
  subject: "Your second step for Potbank was taken away",
  text: `An administrator has taken the second step of signing in away from your account, as is done for people who have lost their phone. You are signed out everywhere. Sign in and set it up anew:\n\n${publicUrl}/account/security\n\nIf you did not ask for it, choose a new password now: ${publicUrl}/reset-password${farewell}`,
});
