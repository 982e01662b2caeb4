import { resolve } from "node:path";
import type { OidcProvider } from "../people/sign-in/oidc.ts";
import type { MeilisearchAddress, MeilisearchKeys } from "../search/meilisearch/connection.ts";
import { meilisearchSettings } from "./meilisearch-settings.ts";
import { oidcProviders } from "./oidc-settings.ts";
import type { RetentionSettings } from "./retention.ts";

/** The environment as it was at start: `process.env` stands nowhere else. */
export const readEnv = (): Readonly<Record<string, string | undefined>> => ({ ...process.env });

/** What the program does; fit to be logged. */
export interface Config {
  readonly port: number;
  /** Address to listen on; every interface when undefined. */
  readonly host: string | undefined;
  /** Who answers for the site, as its readers know them; undefined when nobody has said so. */
  readonly siteOperator: string | undefined;
  /** Where its readers can write to. */
  readonly contactEmail: string | undefined;
  /** Absolute address that links point to, without a slash at the end. */
  readonly publicUrl: string;
  /** Folder of the embedded database; unused when `secrets.databaseUrl` is set. */
  readonly dataFolder: string;
  readonly database: "embedded" | "postgresql";
  readonly poolMax: number;
  /** Load and re-date the demonstration content at start. Only ever with the embedded database. */
  readonly demonstration: boolean;
  /**
   * Make the demonstration's accounts at start, whose passwords everybody knows: with the demonstration, and never where
   * the operator has said that this is production.
   */
  readonly demonstrationAccounts: boolean;
  /** Whether this process runs the sweeps itself; false where a worker of its own does. */
  readonly worker: boolean;
  /** How long what is no longer needed is kept. */
  readonly retention: RetentionSettings;
  readonly logLevel: string;
  /** A statement that takes longer is logged with its origin. */
  readonly slowStatementMs: number;
  /** Port of `/metrics`, never the public one; no metrics are kept when undefined. */
  readonly metricsPort: number | undefined;
  /** Address that `/metrics` listens on. */
  readonly metricsHost: string;
  /** Whether publishers and administrators act as such only once they have set up a second factor. */
  readonly secondFactorRequired: boolean;
  /** Who messages are from, as mail programs show it: `Potbank <no-reply@potbank.example>`. */
  readonly mailFrom: string;
  /** Where messages go: to a mail server (`secrets.smtpUrl`), or into files below the data folder. */
  readonly mail: "smtp" | "files";
  /** The Meilisearch that answers searches; PostgreSQL does without it. */
  readonly meilisearch: MeilisearchAddress | undefined;
  /** Proxies in front of us whose X-Forwarded headers are believed. */
  readonly trustProxy: number;
}

/** What must never be logged. */
export interface Secrets {
  readonly databaseUrl: string | undefined;
  /** The mail server, with the password for it. */
  readonly smtpUrl: string | undefined;
  /** Other sites to sign in by, with our secrets there. */
  readonly oidcProviders: readonly OidcProvider[];
  /** What cookies and links of sign-in are signed with; with the embedded database one may be kept in its folder. */
  readonly signInSecret: string | undefined;
  /** Set wherever `config.meilisearch` is, except while the keys are being made. */
  readonly meilisearchKeys: MeilisearchKeys | undefined;
  /** Read by `potbank search setup` alone. */
  readonly meilisearchMasterKey: string | undefined;
}

/** Every fault in the environment at once, each with what would be right. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Characters of a secret that nobody guesses. */
const secretLength = 32;

/**
 * Pure: the same environment gives the same configuration, or all its faults in one error. What only the server cannot
 * do without is a fault when `serving`; keys for Meilisearch may be missing while they are being made (`keysLater`).
 */
export function toConfig(
  env: Readonly<Record<string, string | undefined>>,
  { serving = false, keysLater = false }: { serving?: boolean; keysLater?: boolean } = {},
): {
  config: Config;
  secrets: Secrets;
} {
  const faults: string[] = [];
  const value = (name: string) => (env[name] ?? "").trim() || undefined;

  const integer = (name: string, otherwise: number, least: number, most: number): number => {
    const text = value(name);
    if (text === undefined) return otherwise;
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    faults.push(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
    return otherwise;
  };
  const flag = (name: string, otherwise: boolean): boolean => {
    const text = value(name);
    if (text === undefined) return otherwise;
    if (text === "1" || text === "0") return text === "1";
    faults.push(`${name} is "${text}"; it must be 1 or 0.`);
    return otherwise;
  };

  const port = integer("PORT", 4000, 0, 65535);
  const publicUrl = (value("PUBLIC_URL") ?? `http://localhost:${port}`).replace(/\/+$/, "");
  if (!isHttpUrl(publicUrl))
    faults.push(
      `PUBLIC_URL is "${publicUrl}"; it must be an address such as https://potbank.example.`,
    );

  const siteOperator = value("SITE_OPERATOR");
  if (siteOperator !== undefined && !isName(siteOperator))
    faults.push("SITE_OPERATOR must be a name on one line, of at most 200 characters.");
  const contactEmail = value("CONTACT_EMAIL");
  if (contactEmail !== undefined && !isEmail(contactEmail))
    faults.push(
      `CONTACT_EMAIL is "${contactEmail}"; it must be one address such as office@potbank.example.`,
    );

  const databaseUrl = value("DATABASE_URL");
  if (databaseUrl !== undefined && !isPostgresUrl(databaseUrl))
    faults.push("DATABASE_URL must look like postgresql://user:password@host:5432/database.");

  const smtpUrl = value("SMTP_URL");
  if (smtpUrl !== undefined && !isSmtpUrl(smtpUrl))
    faults.push(
      "SMTP_URL must look like smtp://user:password@mail.example:587, or smtps:// for port 465; signs such as @ and / in the password are written as %40 and %2F.",
    );
  const mailFrom = value("MAIL_FROM");
  if (mailFrom !== undefined && !isSender(mailFrom))
    faults.push(
      `MAIL_FROM is "${mailFrom}"; it must be one sender such as Potbank <no-reply@potbank.example>.`,
    );
  if (mailFrom === undefined && smtpUrl !== undefined)
    faults.push(
      "MAIL_FROM is missing; with SMTP_URL it must name the sender, such as Potbank <no-reply@potbank.example>.",
    );

  const signInSecret = value("SIGN_IN_SECRET");
  if (signInSecret !== undefined && signInSecret.length < secretLength)
    faults.push(
      `SIGN_IN_SECRET has ${signInSecret.length} characters; it must have at least ${secretLength}. \`openssl rand -base64 32\` makes one.`,
    );
  if (serving && signInSecret === undefined && databaseUrl !== undefined)
    faults.push(
      `SIGN_IN_SECRET is missing; with DATABASE_URL it must be at least ${secretLength} characters that nobody can guess, the same for every process. \`openssl rand -base64 32\` makes one.`,
    );

  const logLevel = value("LOG_LEVEL") ?? "info";
  if (!logLevels.includes(logLevel))
    faults.push(`LOG_LEVEL is "${logLevel}"; it must be one of ${logLevels.join(", ")}.`);

  const metricsPort =
    value("METRICS_PORT") === undefined ? undefined : integer("METRICS_PORT", 0, 0, 65535);
  if (metricsPort !== undefined && metricsPort !== 0 && metricsPort === port)
    faults.push(
      `METRICS_PORT is ${metricsPort}, the public PORT; metrics need a port of their own.`,
    );

  const demonstration = flag("POTBANK_DEMO", true) && databaseUrl === undefined;
  // `npm start` sets NODE_ENV itself where the operator has not, for the sake of the libraries.
  const production = value("NODE_ENV") === "production" && value("POTBANK_NODE_ENV") !== "npm";

  const meilisearch = meilisearchSettings(value, integer, faults, { keysLater });
  const config: Config = {
    port,
    host: value("HOST"),
    siteOperator,
    contactEmail,
    publicUrl,
    dataFolder: resolve(value("POTBANK_DATA") ?? ".data"),
    database: databaseUrl === undefined ? "embedded" : "postgresql",
    poolMax: integer("DATABASE_POOL_MAX", 10, 2, 500),
    demonstration,
    demonstrationAccounts: demonstration && !production,
    worker: flag("POTBANK_WORKER", true),
    retention: {
      unverifiedDays: integer("RETAIN_UNVERIFIED_DAYS", 14, 1, 3_650),
      sessionDays: integer("RETAIN_SESSIONS_DAYS", 7, 0, 3_650),
      mailDays: integer("RETAIN_MAIL_DAYS", 30, 1, 3_650),
      searchDays: integer("RETAIN_SEARCHES_DAYS", 90, 0, 3_650),
      auditMonths: integer("RETAIN_AUDIT_MONTHS", 24, 1, 1_200),
    },
    secondFactorRequired: flag("SECOND_FACTOR_REQUIRED", production || databaseUrl !== undefined),
    logLevel,
    slowStatementMs: integer("SLOW_STATEMENT_MS", 200, 1, 3_600_000),
    metricsPort,
    metricsHost: value("METRICS_HOST") ?? "127.0.0.1",
    mailFrom: mailFrom ?? "Potbank <no-reply@potbank.invalid>",
    mail: smtpUrl === undefined ? "files" : "smtp",
    meilisearch: meilisearch?.address,
    trustProxy: integer("TRUST_PROXY", 0, 0, 10),
  };
  const secrets: Secrets = {
    databaseUrl,
    smtpUrl,
    signInSecret,
    oidcProviders: oidcProviders(value, faults),
    meilisearchKeys: meilisearch?.keys,
    meilisearchMasterKey: value("MEILI_MASTER_KEY"),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return { config, secrets };
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Words for people, on one line. */
const isName = (text: string): boolean => text.length <= 200 && !/\p{Cc}/u.test(text);

/** One plain address; what stands in a link must need no quoting. */
const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[\w.!#$%&'*+/=^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

/** An address, with or without a name before it. */
function isSender(text: string): boolean {
  const [, name = "", address = ""] = /^(?:([^<>]*)<)?([^<>]+)(?:>)?$/.exec(text) ?? [];
  return isName(name) && isEmail(address) && text.includes("<") === text.includes(">");
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "";
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}
