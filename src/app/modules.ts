import {
  CpdSessionResolver,
  OrganisationSessionsResolver,
  SummarySessionsResolver,
} from "../cpd/cpd-session.resolver.ts";
import { CpdSessionFacetsResolver } from "../cpd/cpd-session-facets.resolver.ts";
import { sessions, sessionsById } from "../cpd/cpd-session.reader.ts";
import { selfStudy, selfStudyById } from "../cpd/self-study.reader.ts";
import {
  OrganisationSelfStudyResolver,
  SelfStudyItemResolver,
  SummarySelfStudyResolver,
} from "../cpd/self-study.resolver.ts";
import {
  EvidenceSummaryResolver,
  FindingResolver,
  GuidanceReportResolver,
  StudyResolver,
} from "../evidence/evidence.resolver.ts";
import { SummaryActsResolver } from "../evidence/summary-acts.resolver.ts";
import { findings } from "../evidence/summary-parts.reader.ts";
import { summariesOfAPerson } from "../evidence/summary.personal-data.ts";
import { summaries, summariesById } from "../evidence/summary.reader.ts";
import { registerIdentitySource } from "../kernel/audit.ts";
import { registerPersonalData } from "../kernel/personal-data.ts";
import type { FactHandlers } from "../kernel/outbox.ts";
import { SummarySectionResolver } from "../kernel/section.ts";
import { auditEvents } from "../people/audit.reader.ts";
import { AuditEventResolver } from "../people/audit.resolver.ts";
import { schools } from "../people/people.reader.ts";
import { OwnDataResolver } from "../people/own-data.resolver.ts";
import { identityOfPerson } from "../people/person.audit.ts";
import {
  accountOfAPerson,
  auditOfAPerson,
  invitationsOfAPerson,
  profileOfAPerson,
  standingOfAPerson,
} from "../people/person.personal-data.ts";
import { invitations } from "../people/invitation.reader.ts";
import { InvitationResolver } from "../people/invitation.resolver.ts";
import { MembershipResolver, SchoolMembersResolver } from "../people/membership.resolver.ts";
import { memberships } from "../people/membership.reader.ts";
import { Permission, registerPermission } from "../people/permission.ts";
import { persons } from "../people/person.reader.ts";
import { PersonResolver } from "../people/person.resolver.ts";
import { RoleResolver } from "../people/role.resolver.ts";
import {
  SchoolDomainResolver,
  SchoolManagementResolver,
} from "../people/school-domain.resolver.ts";
import { SecondFactorResolver } from "../people/second-factor.resolver.ts";
import { SchoolResolver } from "../people/school.resolver.ts";
import { ViewerResolver } from "../people/viewer.resolver.ts";
import {
  PersonProjectsResolver,
  ResearchProjectResolver,
  SchoolProjectsResolver,
  SummaryProjectsResolver,
} from "../projects/research-project.resolver.ts";
import { projectsOfAPerson } from "../projects/research-project.personal-data.ts";
import { projects, projectsById } from "../projects/research-project.reader.ts";
import { ReflectionMutationsResolver } from "../reflections/reflection-mutations.resolver.ts";
import {
  OwnReflectionResolver,
  ViewerReflectionsResolver,
} from "../reflections/reflection-own.resolver.ts";
import { reflectionsOfAPerson } from "../reflections/reflection.personal-data.ts";
import { reflections, reflectionsById } from "../reflections/reflection.reader.ts";
import {
  PersonReflectionsResolver,
  ReflectionResolver,
  SchoolReflectionsResolver,
  SessionReflectionsResolver,
  SummaryReflectionsResolver,
} from "../reflections/reflection.resolver.ts";
import { canModerate } from "../reflections/reflection.policy.ts";
import { refreshReflectionsAbout } from "../reflections/reflection.service.ts";
import { SearchIndexResolver } from "../search/meilisearch/shipping/search-index.resolver.ts";
import { SearchInsightResolver } from "../search/insight/insight.resolver.ts";
import { registerFacetLabels, registerSearchKind } from "../search/registry.ts";
import { SearchFacetField } from "../search/search.inputs.ts";
import {
  SearchEdgeResolver,
  SearchConnectionResolver,
  SearchResolver,
} from "../search/search.resolver.ts";
import { SearchTokenResolver } from "../search/search-token.resolver.ts";
import { ContentKind } from "../search/searchable.ts";
import { TermScheme } from "../terms/term.entity.ts";
import { labelsOf } from "../terms/term.reader.ts";
import { SearchAliasResolver } from "../terms/search-alias.resolver.ts";
import { TermResolver } from "../terms/term.resolver.ts";
import { NodeResolver } from "./node.resolver.ts";

/** Everything the GraphQL schema is made of, in the order of the chapters. */
export const resolvers = [
  NodeResolver,
  SummarySectionResolver,
  SearchResolver,
  SearchEdgeResolver,
  SearchConnectionResolver,
  SearchInsightResolver,
  SearchIndexResolver,
  SearchAliasResolver,
  SearchTokenResolver,
  TermResolver,
  ViewerResolver,
  PersonResolver,
  persons.resolver,
  MembershipResolver,
  memberships.resolver,
  RoleResolver,
  InvitationResolver,
  invitations.resolver,
  SchoolDomainResolver,
  SecondFactorResolver,
  SchoolResolver,
  SchoolMembersResolver,
  SchoolManagementResolver,
  schools.resolver,
  AuditEventResolver,
  OwnDataResolver,
  auditEvents.resolver,
  EvidenceSummaryResolver,
  SummaryActsResolver,
  FindingResolver,
  StudyResolver,
  GuidanceReportResolver,
  summaries.resolver,
  findings.resolver,
  CpdSessionResolver,
  CpdSessionFacetsResolver,
  SummarySessionsResolver,
  OrganisationSessionsResolver,
  sessions.resolver,
  SelfStudyItemResolver,
  SummarySelfStudyResolver,
  OrganisationSelfStudyResolver,
  selfStudy.resolver,
  ResearchProjectResolver,
  SummaryProjectsResolver,
  SchoolProjectsResolver,
  PersonProjectsResolver,
  projects.resolver,
  ReflectionResolver,
  SummaryReflectionsResolver,
  SessionReflectionsResolver,
  SchoolReflectionsResolver,
  PersonReflectionsResolver,
  OwnReflectionResolver,
  ViewerReflectionsResolver,
  ReflectionMutationsResolver,
  reflections.resolver,
] as const;

for (const holder of [
  profileOfAPerson,
  accountOfAPerson,
  standingOfAPerson,
  invitationsOfAPerson,
  auditOfAPerson,
  summariesOfAPerson,
  projectsOfAPerson,
  reflectionsOfAPerson,
])
  registerPersonalData(holder);

registerSearchKind({ kind: ContentKind.EVIDENCE_SUMMARY, byIds: summariesById });
registerSearchKind({ kind: ContentKind.CPD_SESSION, byIds: sessionsById });
registerSearchKind({ kind: ContentKind.SELF_STUDY, byIds: selfStudyById });
registerSearchKind({ kind: ContentKind.RESEARCH_PROJECT, byIds: projectsById });
registerSearchKind({ kind: ContentKind.REFLECTION, byIds: reflectionsById });

registerFacetLabels(SearchFacetField.TOPIC, (em) => labelsOf(em, TermScheme.TOPIC));
registerFacetLabels(SearchFacetField.SUBJECT, (em) => labelsOf(em, TermScheme.SUBJECT));
registerFacetLabels(SearchFacetField.PHASE, (em) => labelsOf(em, TermScheme.PHASE));
registerFacetLabels(SearchFacetField.KEY_STAGE, (em) => labelsOf(em, TermScheme.KEY_STAGE));
registerFacetLabels(SearchFacetField.PUPIL_GROUP, (em) => labelsOf(em, TermScheme.PUPIL_GROUP));

registerIdentitySource(identityOfPerson);
registerPermission(Permission.REFLECTION_MODERATE, canModerate);

/** What is done about facts once they are recorded; a fact without a handler waits for one. */
export const factHandlers: FactHandlers = {
  "summary.published": [refreshReflectionsAbout],
  "summary.withdrawn": [refreshReflectionsAbout],
  "session.changed": [refreshReflectionsAbout],
};
