import { readRows } from "./table-text.ts";

/**
 * Whom what exists for. One row a type and a state, one column a kind of viewer; the author's own record, made at the
 * author's school, which the colleague and the school's lead are members of.
 *
 * - `yes`: by id, address, list, relation, count, search, facet and snippet.
 * - `page`: by id and address, whole; in no list, relation, count or search.
 * - `tomb`: by id and address, as a tombstone with nothing in it; in no list, relation, count or search.
 * - `no`: nowhere, in the same words as what never was.
 */
export const records = readRows(`
  type             state                       anyone  stranger  colleague  author  lead  reviewer  publisher  administrator

  EvidenceSummary  DRAFT                       no      no        no         yes     no    yes       yes        no
  EvidenceSummary  DRAFT_by_somebody_else      no      no        no         no      no    yes       yes        no
  EvidenceSummary  IN_REVIEW                   no      no        no         yes     no    yes       yes        no
  EvidenceSummary  CHANGES_REQUESTED           no      no        no         yes     no    yes       yes        no
  EvidenceSummary  APPROVED                    no      no        no         yes     no    yes       yes        no
  EvidenceSummary  PUBLISHED                   yes     yes       yes        yes     yes   yes       yes        yes
  EvidenceSummary  ARCHIVED                    page    page      page       page    page  page      page       page
  EvidenceSummary  WITHDRAWN                   tomb    tomb      tomb       tomb    tomb  tomb      tomb       tomb

  Finding          of_DRAFT                    no      no        no         yes     no    yes       yes        no
  Finding          of_DRAFT_by_somebody_else   no      no        no         no      no    yes       yes        no
  Finding          of_IN_REVIEW                no      no        no         yes     no    yes       yes        no
  Finding          of_CHANGES_REQUESTED        no      no        no         yes     no    yes       yes        no
  Finding          of_APPROVED                 no      no        no         yes     no    yes       yes        no
  Finding          of_PUBLISHED                yes     yes       yes        yes     yes   yes       yes        yes
  Finding          of_ARCHIVED                 yes     yes       yes        yes     yes   yes       yes        yes
  Finding          of_WITHDRAWN                no      no        no         no      no    no        no         no
  Finding          of_a_replaced_revision      no      no        no         no      no    no        no         no

  ResearchProject  PROPOSED                    yes     yes       yes        yes     yes   yes       yes        yes
  ResearchProject  RUNNING                     yes     yes       yes        yes     yes   yes       yes        yes
  ResearchProject  REPORTED                    yes     yes       yes        yes     yes   yes       yes        yes
  ResearchProject  WITHDRAWN                   tomb    tomb      tomb       tomb    tomb  tomb      tomb       tomb
  ResearchProject  PROPOSED_unpublished        no      no        no         yes     no    yes       yes        no
  ResearchProject  RUNNING_unpublished         no      no        no         yes     no    yes       yes        no
  ResearchProject  REPORTED_unpublished        no      no        no         yes     no    yes       yes        no
  ResearchProject  WITHDRAWN_unpublished       no      no        no         tomb    no    tomb      tomb       no

  Reflection       PRIVATE                     no      no        no         yes     no    no        no         no
  Reflection       PRIVATE_submitted           no      no        no         yes     no    no        yes        no
  Reflection       PRIVATE_returned            no      no        no         yes     no    no        no         no
  Reflection       PRIVATE_withdrawn           no      no        no         yes     no    no        no         no
  Reflection       SCHOOL                      no      no        yes        yes     yes   no        no         no
  Reflection       SCHOOL_submitted            no      no        yes        yes     yes   no        yes        no
  Reflection       PUBLIC                      yes     yes       yes        yes     yes   yes       yes        yes
  Reflection       PUBLIC_submitted_again      yes     yes       yes        yes     yes   yes       yes        yes
  Reflection       PUBLIC_of_a_former_teacher  yes     yes       yes        yes     yes   yes       yes        yes
  Reflection       deleted                     no      no        no         no      no    no        no         no

  CpdSession       announced                   yes     yes       yes        yes     yes   yes       yes        yes
  CpdSession       unannounced                 no      no        no         no      no    no        yes        no
  SelfStudyItem    published                   yes     yes       yes        yes     yes   yes       yes        yes
  SelfStudyItem    unpublished                 no      no        no         no      no    no        yes        no

  Person           author_of_public_work       yes     yes       yes        yes     yes   yes       yes        yes
  Person           member_of_the_school        no      no        yes        yes     yes   no        no         yes
  Person           lead_of_the_school          no      no        yes        yes     yes   no        no         yes
  Person           member_of_another_school    no      yes       no         no      no    no        no         yes
  Person           asks_to_join_the_school     no      no        no         no      yes   no        no         yes
  Person           writes_only_a_draft         no      no        no         no      no    yes       yes        yes
  Person           the_reviewer                no      no        no         no      no    yes       no         yes
  Person           the_publisher               no      no        no         no      no    no        yes        yes
  Person           the_administrator           no      no        no         no      no    no        no         yes

  School           the_authors                 yes     yes       yes        yes     yes   yes       yes        yes
  School           another                     yes     yes       yes        yes     yes   yes       yes        yes
  Organisation     any                         yes     yes       yes        yes     yes   yes       yes        yes
  Term             any                         yes     yes       yes        yes     yes   yes       yes        yes
  Study            any                         yes     yes       yes        yes     yes   yes       yes        yes
  GuidanceReport   any                         yes     yes       yes        yes     yes   yes       yes        yes
`);

/**
 * Fields that not everyone who sees their record is answered, and root fields that not everyone may ask. Of a person and
 * a school it is the author's own; `yes` is an answer with something in it, `no` a refusal or nothing.
 */
export const privateFields = readRows(`
  field                                        anyone  stranger  colleague  author  lead  reviewer  publisher  administrator
  Person.email                                 no      no        no         yes     no    no        no         yes
  Person.memberships                           no      no        yes        yes     yes   no        no         yes
  Person.roleGrants                            no      no        no         yes     no    no        no         yes
  Person.roles                                 no      no        yes        yes     yes   no        no         yes
  Query.people                                 no      no        no         no      no    no        no         yes
  Query.invitations                            no      no        no         no      yes   no        no         yes
  School.domains                               no      no        no         no      yes   no        no         yes
  School.membershipRequests                    no      no        no         no      yes   no        no         yes
  Reflection.state                             no      no        no         yes     no    no        yes        no
  Query.auditActs                              no      no        no         no      no    no        no         yes
  Query.auditEvents                            no      no        no         no      no    no        no         yes
  Query.moderationQueue                        no      no        no         no      no    no        yes        no
  Query.searchAliases                          no      no        no         no      no    no        yes        yes
  Query.searchIndex                            no      no        no         no      no    no        yes        yes
  Reflection.editedAt                          no      no        no         yes     no    no        yes        no
  Reflection.hasUnsharedChanges                no      no        no         yes     no    no        yes        no
  Reflection.latest                            no      no        no         yes     no    no        yes        no
  Reflection.marks                             no      no        no         yes     no    no        yes        no
  Reflection.moderation                        no      no        no         yes     no    no        yes        no
  Reflection.revision                          no      no        no         yes     no    no        yes        no
  Reflection.submittedAt                       no      no        no         yes     no    no        yes        no
`);

/** What a viewer may do with a record that they see, as `viewerCan` has it: acts, `-` for none, `.` where there is no record to ask. */
export const acts = readRows(`
  type             state                       anyone  stranger  colleague  author  lead  reviewer  publisher               administrator

  EvidenceSummary  DRAFT                       .       .         .          update  .     -         update                  .
  EvidenceSummary  DRAFT_by_somebody_else      .       .         .          .       .     -         update     .
  EvidenceSummary  IN_REVIEW                   .       .         .          -       .     review    -                       .
  EvidenceSummary  CHANGES_REQUESTED           .       .         .          update  .     -         update                  .
  EvidenceSummary  APPROVED                    .       .         .          -       .     -         publish                 .
  EvidenceSummary  PUBLISHED                   -       -         -          update  -     -         update,withdraw         withdraw
  EvidenceSummary  ARCHIVED                    -       -         -          -       -     -         withdraw                withdraw
  EvidenceSummary  WITHDRAWN                   -       -         -          -       -     -         -                       -

  ResearchProject  PROPOSED                    -       -         -          update  -     -         update,withdraw         withdraw
  ResearchProject  RUNNING                     -       -         -          update  -     review    update,withdraw         withdraw
  ResearchProject  REPORTED                    -       -         -          update  -     -         update,withdraw         withdraw
  ResearchProject  WITHDRAWN                   -       -         -          -       -     -         -                       -
  ResearchProject  PROPOSED_unpublished        .       .         .          update  .     -         publish,update,withdraw .
  ResearchProject  RUNNING_unpublished         .       .         .          update  .     review    publish,update,withdraw .
  ResearchProject  REPORTED_unpublished        .       .         .          update  .     -         publish,update,withdraw .
  ResearchProject  WITHDRAWN_unpublished       .       .         .          -       .     -         -                       .

  Reflection       PRIVATE                     .       .         .          delete,share,submit,update           .  .  .              .
  Reflection       PRIVATE_submitted           .       .         .          delete,share,update,withdraw         .  .  accept,return  .
  Reflection       PRIVATE_returned            .       .         .          delete,share,submit,update           .  .  .              .
  Reflection       PRIVATE_withdrawn           .       .         .          delete,share,submit,update           .  .  .              .
  Reflection       SCHOOL                      .       .         -          delete,share,submit,update,withdraw  -  .  .              .
  Reflection       SCHOOL_submitted            .       .         -          delete,share,update,withdraw         -  .  accept,return  .
  Reflection       PUBLIC                      -       -         -          delete,submit,update,withdraw        -  -  -              -
  Reflection       PUBLIC_submitted_again      -       -         -          delete,update,withdraw               -  -  accept,return  -
  Reflection       PUBLIC_of_a_former_teacher  -       -         -          -                                    -  -  -              -
  Reflection       deleted                     .       .         .          .                                    .  .  .              .

  Person           author_of_public_work       -       -         -          update  endMembership,grantRoles -         -          endMembership,grantRoles,revokeRoles,update
  Person           member_of_the_school        .       .         update     -       endMembership,grantRoles .         .          endMembership,grantRoles,update
  Person           lead_of_the_school          .       .         -          -       revokeRoles,update .         .          endMembership,grantRoles,revokeRoles,update
  Person           member_of_another_school    .       update    .          .       .     .         .          endMembership,grantRoles,update
  Person           asks_to_join_the_school     .       .         .          .       -     .         .          grantRoles,update
  Person           writes_only_a_draft         .       .         .          .       .     -         -          grantRoles,update
  Person           the_reviewer                .       .         .          .       .     update    .          grantRoles,update
  Person           the_publisher               .       .         .          .       .     .         update     grantRoles,update
  Person           the_administrator           .       .         .          .       .     .         .          grantRoles,update

  School           the_authors                 -       requestMembership -          -       inviteRoles,manage requestMembership requestMembership inviteRoles,manage,requestMembership
  School           another                     -       -         requestMembership requestMembership requestMembership requestMembership requestMembership inviteRoles,manage,requestMembership

  CpdSession       announced                   -       -         -          -       -     -         update                  -
  CpdSession       unannounced                 .       .         .          .       .     .         publish,update          .
`);

/** Root fields that need to be told something, and how they are asked instead. Look-ups by slug are asked for every record. */
export const askedOtherwise: Readonly<Record<string, string>> = {
  node: "for every record by its id",
  nodes: "for every record by its id",
  invitation: "by the secret of the link that was sent",
  reflectionCheck: "about the text that one sends along",
  reflectionIsGone: "whether something public stood at an id, and nothing of what it was",
  school: "by its URN: schools are public facts, asked by id as well",
  searchInsight:
    "about some days: words that nobody in particular searched for, for publishers and administrators",
  term: "by scheme and slug: the vocabulary is public, asked by id as well",
};

/** Root lists that show a part of what their viewer may see: only that nothing else is in them is checked. */
export const partLists: Readonly<Record<string, string>> = {
  moderationQueue: "what waits for a moderator",
};

/** Root fields whose answer is about whoever asks. */
export const aboutTheViewer: Readonly<Record<string, string>> = {
  viewer: "the viewer's own person and what follows from it",
};

/** Relations that cannot lead from what one may see to what one may not, though their type has such records. */
export const neverHidden: Readonly<Record<string, string>> = {
  "Reflection.author": "whoever reads a reflection sees who wrote it",
  "ResearchProject.lead": "whoever reads a project sees who leads it",
};
