import { CpdSession, SessionEvidence, SessionTerm } from "../cpd/cpd-session.entity.ts";
import { SelfStudyEvidence, SelfStudyItem, SelfStudyTerm } from "../cpd/self-study.entity.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { GuidanceReport } from "../evidence/guidance-report.entity.ts";
import { RevisionGuidance, RevisionRelated, RevisionTerm } from "../evidence/links.entity.ts";
import { Finding } from "../evidence/finding.entity.ts";
import { Study } from "../evidence/study.entity.ts";
import { SummaryRevision } from "../evidence/summary-revision.entity.ts";
import { MailMessage } from "../kernel/mail-message.entity.ts";
import { AuditEvent, AuditIdentity } from "../kernel/audit.entity.ts";
import { OutboxEvent } from "../kernel/outbox.entity.ts";
import { Account } from "../people/account.entity.ts";
import { Invitation } from "../people/invitation.entity.ts";
import { Membership } from "../people/membership.entity.ts";
import { Organisation } from "../people/organisation.entity.ts";
import { Person, PersonTerm } from "../people/person.entity.ts";
import { RoleGrant } from "../people/role-grant.entity.ts";
import { SchoolDomain } from "../people/school-domain.entity.ts";
import { School } from "../people/school.entity.ts";
import {
  ProjectEvidence,
  ProjectTerm,
  ResearchProject,
} from "../projects/research-project.entity.ts";
import { Reflection } from "../reflections/reflection.entity.ts";
import { SearchDocument } from "../search/search-document.entity.ts";
import { SynonymGroup } from "../terms/synonym.entity.ts";
import { Term } from "../terms/term.entity.ts";

/** Every table, in the order of the chapters. */
export const entities = [
  AuditEvent,
  AuditIdentity,
  OutboxEvent,
  MailMessage,
  SearchDocument,
  Term,
  SynonymGroup,
  School,
  Organisation,
  Person,
  Account,
  PersonTerm,
  Membership,
  SchoolDomain,
  RoleGrant,
  Invitation,
  EvidenceSummary,
  SummaryRevision,
  RevisionTerm,
  RevisionRelated,
  RevisionGuidance,
  GuidanceReport,
  Study,
  Finding,
  CpdSession,
  SessionTerm,
  SessionEvidence,
  SelfStudyItem,
  SelfStudyTerm,
  SelfStudyEvidence,
  ResearchProject,
  ProjectTerm,
  ProjectEvidence,
  Reflection,
];
