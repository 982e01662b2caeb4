import { domainToASCII } from "node:url";
import { badInput } from "../kernel/errors.ts";

const emailMax = 254;
const local = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const domainForm =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A domain in ASCII; "" where it has what only an address of the web has. */
const asciiDomain = (text: string): string =>
  /[\s/:?#@\\%[\]]/.test(text) ? "" : domainToASCII(text);

/** An e-mail address as accounts keep it: trimmed, in lower case, its domain in ASCII. Undefined where it is none. */
export function emailAddress(given: string): string | undefined {
  const text = given.trim().toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > emailMax) return undefined;
  const domain = asciiDomain(text.slice(at + 1));
  return local.test(text.slice(0, at)) && domainForm.test(domain)
    ? `${text.slice(0, at)}@${domain}`
    : undefined;
}

/** As `emailAddress`, refusing what is none in words a client can act on. */
export function requireEmail(given: string, field: string): string {
  const email = emailAddress(given);
  if (email) return email;
  throw badInput(field, "is no e-mail address; write one such as a.sharrow@school.example.");
}

/** What stands after the @. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

/** Where anybody gets an address. The first label of those with several countries: yahoo.co.uk, outlook.de. */
const publicNames = new Set(
  "gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud aol proton protonmail gmx yandex zoho".split(
    " ",
  ),
);
const publicDomains = new Set(
  `me.com mac.com pm.me mail.com email.com mail.ru fastmail.com fastmail.fm hey.com tutanota.com tuta.io tutamail.com
  web.de t-online.de orange.fr laposte.net free.fr libero.it qq.com 163.com 126.com
  btinternet.com btopenworld.com talk21.com sky.com virginmedia.com virgin.net ntlworld.com blueyonder.co.uk
  talktalk.net tiscali.co.uk plus.com plus.net freeserve.co.uk o2.co.uk orange.net wanadoo.co.uk fsmail.net
  lineone.net onetel.com supanet.com`.split(/\s+/),
);
/** Below these others register; names below sch.uk are of a local authority, and the school's own stand below that. */
const registries = /^(?:ac|co|gov|ltd|me|net|nhs|org|plc|police|sch)\.uk$|^[^.]+\.sch\.uk$/;

/**
 * A domain that can be one school's own, in lower case and ASCII, also from "@school.example". Refuses what is no domain,
 * what anybody gets an address of, and what many schools share by its form.
 */
export function requireSchoolDomain(given: string, field: string): string {
  const domain = asciiDomain(given.trim().toLowerCase().replace(/^@/, ""));
  if (!domainForm.test(domain))
    throw badInput(field, "is no domain; write what stands after the @, such as school.example.");
  if (publicNames.has(domain.split(".")[0]!) || publicDomains.has(domain))
    throw badInput(
      field,
      `anybody can have an address at ${domain}; list the school's own domain.`,
    );
  if (registries.test(domain))
    throw badInput(field, `${domain} is shared by many schools; list the school's own domain.`);
  return domain;
}
