import { Migration0001Records } from "../../schema/migrations/0001-records.ts";
import { Migration0002Search } from "../../schema/migrations/0002-search.ts";
import { Migration0003SelfStudy } from "../../schema/migrations/0003-self-study.ts";
import { Migration0004FindingsOfStudies } from "../../schema/migrations/0004-findings-of-studies.ts";
import { Migration0005SchoolsOfEngland } from "../../schema/migrations/0005-schools-of-england.ts";
import { Migration0006SearchStorage } from "../../schema/migrations/0006-search-storage.ts";
import { Migration0007SignIn } from "../../schema/migrations/0007-sign-in.ts";
import { Migration0008Mail } from "../../schema/migrations/0008-mail.ts";
import { Migration0009Memberships } from "../../schema/migrations/0009-memberships.ts";
import { Migration0010ReflectionsByTheirAuthors } from "../../schema/migrations/0010-reflections-by-their-authors.ts";
import { Migration0011Audit } from "../../schema/migrations/0011-audit.ts";
import { Migration0012UnpublishedWork } from "../../schema/migrations/0012-unpublished-work.ts";
import { Migration0013MailAbout } from "../../schema/migrations/0013-mail-about.ts";
import { Migration0014SearchInsight } from "../../schema/migrations/0014-search-insight.ts";
import { Migration0015SearchShipping } from "../../schema/migrations/0015-search-shipping.ts";

/** In the order they run. A migration that has been released is never changed. */
export const migrations = [
  { name: "0001-records", class: Migration0001Records },
  { name: "0002-search", class: Migration0002Search },
  { name: "0003-self-study", class: Migration0003SelfStudy },
  { name: "0004-findings-of-studies", class: Migration0004FindingsOfStudies },
  { name: "0005-schools-of-england", class: Migration0005SchoolsOfEngland },
  { name: "0006-search-storage", class: Migration0006SearchStorage },
  { name: "0007-sign-in", class: Migration0007SignIn },
  { name: "0008-mail", class: Migration0008Mail },
  { name: "0009-memberships", class: Migration0009Memberships },
  { name: "0010-reflections-by-their-authors", class: Migration0010ReflectionsByTheirAuthors },
  { name: "0011-audit", class: Migration0011Audit },
  { name: "0012-unpublished-work", class: Migration0012UnpublishedWork },
  { name: "0013-mail-about", class: Migration0013MailAbout },
  { name: "0014-search-insight", class: Migration0014SearchInsight },
  { name: "0015-search-shipping", class: Migration0015SearchShipping },
];
