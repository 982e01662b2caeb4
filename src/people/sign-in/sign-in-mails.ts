/** A mail to one address. `kind` says in the outgoing queue what it is for. */
export interface SignInMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly kind: string;
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
    await this.#send({
      to: user.email,
      kind: "verify-address",
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

  /** To the address that an account has, before anything is sent to the one it is to have. */
  async confirmChange(to: string, newEmail: string, token: string): Promise<void> {
    await this.#send({
      to,
      kind: "confirm-address-change",
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
