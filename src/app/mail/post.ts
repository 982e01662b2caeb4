import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";

/** A message as it goes out. */
export interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Whom it speaks of, beside the recipient: ids and addresses in lower case. */
  readonly about: readonly string[];
}

/** Where messages go. `deliver` resolves when the message is out of our hands. */
export interface Post {
  /** Answers the name of the file it was put into, where it was. */
  deliver(letter: Letter): Promise<{ file?: string }>;
  /** Removes such a file again, where nobody may read the message any more. */
  discard(file: string): Promise<void>;
  close(): void;
}

/** Header of a file that says whom the message speaks of: words of ASCII, each as in an address of the web. */
export const aboutHeader = "X-Potbank-About";

/** Longest any step of a delivery may take; a whole one stays below the time a message is claimed for. */
const patienceMs = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by SMTP over one connection that is kept; `url` may hold a password. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // A connection that broke may have been used up: trying at once might send twice. The row waits its time.
    maxRequeues: 0,
    ...patienceMs,
    // A message is text of ours: nothing in it may make the program read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver(letter) {
      await transport.sendMail(message(letter, from));
      return {};
    },
    async discard() {},
    close: () => transport.close(),
  };
}

/** Puts messages into files that any mail program opens: `<time>-<kind>.eml`, for the owner's eyes only. */
export function filePost(folder: string, from: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async deliver(letter) {
      // In the file alone: it is for us to find it by, and nobody else's business.
      const { headers, ...rest } = message(letter, from);
      const marks = letter.about.map(encodeURIComponent).join(" ");
      const { message: bytes } = await transport.sendMail({
        ...rest,
        headers: { ...headers, ...(marks && { [aboutHeader]: marks }) },
      });
      return { file: await keep(folder, letter.kind, bytes as Buffer) };
    },
    discard: (file) => rm(join(folder, file), { force: true }),
    close() {},
  };
}

function message({ id, recipient, subject, text }: Letter, from: string) {
  const host = from.replace(/^.*@|>$/g, "");
  return {
    from,
    // As an object, so that a comma in it does not make two addresses.
    to: { name: "", address: recipient },
    subject,
    text,
    // The same at every attempt: who gets a message twice is shown it once.
    messageId: `<${id}@${host}>`,
    // Nobody's out-of-office answer is wanted.
    headers: { "Auto-Submitted": "auto-generated" },
  } satisfies SendMailOptions;
}

/** Writes a file that is whole when it appears, under a name nobody has. */
async function keep(folder: string, kind: string, bytes: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replaceAll(":", "-");
  for (let copy = 1; ; copy += 1) {
    const name = `${time}-${kind}${copy === 1 ? "" : `-${copy}`}.eml`;
    const part = join(folder, `.${name}.part`);
    const file = await open(part, "wx", 0o600).catch(taken);
    if (!file) continue;
    try {
      const free = await stat(join(folder, name)).then(() => false, absent);
      if (!free) continue;
      await file.writeFile(bytes);
      await rename(part, join(folder, name));
      return name;
    } finally {
      await file.close();
      await rm(part, { force: true });
    }
  }
}

function taken(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "EEXIST") throw error;
}

function absent(error: NodeJS.ErrnoException): true {
  if (error.code !== "ENOENT") throw error;
  return true;
}
