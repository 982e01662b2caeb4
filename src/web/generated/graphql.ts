/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Deletes the account of the person signed in. */
export type AccountDeleteInput = {
  /** Whether public reflections and projects stay, without a name. What is not public always goes. */
  contributions: ContributionsChoice;
  /** The account's e-mail address, typed again; needed where it has no password, with a sign-in of the last ten minutes. */
  email?: string | null | undefined;
  /** The password; needed where the account has one. */
  password?: string | null | undefined;
};

/** Which lines of the audit trail: different fields must all hold. */
export type AuditEventFilter = {
  /** What was done, one of `auditActs`. */
  act?: string | null | undefined;
  /** Opaque id of who did it, actor_…; finds the lines of persons who are gone, too. */
  actor?: string | number | null | undefined;
  /** Not before this moment. */
  from?: string | null | undefined;
  /** Id of a person, person_…: what they did, and what was done to them. */
  person?: string | number | null | undefined;
  /** Id of the record it was done to. */
  subject?: string | number | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

/** Where somebody is in a school career. */
export type CareerStage =
  /** Mentor of an early career teacher. */
  | 'ECT_MENTOR'
  /** Early career teacher, first year of induction. */
  | 'ECT_YEAR_1'
  /** Early career teacher, second year of induction. */
  | 'ECT_YEAR_2'
  /** Executive leader of several schools. */
  | 'EXECUTIVE_LEADER'
  /** Headteacher. */
  | 'HEADTEACHER'
  /** Middle leader: head of year or phase, of department or curriculum. */
  | 'MIDDLE_LEADER'
  /** Returning to teaching, or teaching a subject they did not train in. */
  | 'RETURNER_OR_NON_SPECIALIST'
  /** Special educational needs co-ordinator. */
  | 'SENCO'
  /** Assistant or deputy headteacher. */
  | 'SENIOR_LEADER'
  /** Class or subject teacher. */
  | 'TEACHER'
  /** Trainee in initial teacher training, without qualified status yet. */
  | 'TRAINEE';

/** The kinds of record that the one search box finds. */
export type ContentKind =
  /** A dated session of professional development. */
  | 'CPD_SESSION'
  /** What research says about an approach. */
  | 'EVIDENCE_SUMMARY'
  /** A teacher's account of trying something. */
  | 'REFLECTION'
  /** A school's own inquiry. */
  | 'RESEARCH_PROJECT'
  /** A page of a training programme, to read at any time. */
  | 'SELF_STUDY';

/** What becomes of what a person has published when their account goes. */
export type ContributionsChoice =
  /** It stays, by a former teacher: without name, school or account. */
  | 'KEEP'
  /** It goes too. */
  | 'REMOVE';

/** What can be said when months are set against cost, in the order of EvidenceSummarySort.COST_EFFECTIVENESS. */
export type CostEffectivenessGroup =
  /** More progress at a known cost, on at least 3 padlocks. */
  | 'GAIN'
  /** More progress at a known cost, on fewer than 3 padlocks or an unknown number. */
  | 'GAIN_ON_WEAK_EVIDENCE'
  /** Months or cost are not known. */
  | 'NOT_COMPARABLE'
  /** 0 months or fewer: no gain to set against the cost. */
  | 'NO_GAIN';

/** Where a session takes place. */
export type CpdMode =
  /** At the venue and by video at once. */
  | 'HYBRID'
  /** At the venue. */
  | 'IN_PERSON'
  /** By video. */
  | 'ONLINE';

/** Which sessions: different fields must all hold, values of one field are alternatives, at most 100. */
export type CpdSessionFilter = {
  /** Ends after this moment: with `startsBefore`, what takes place between the two. */
  endsAfter?: string | null | undefined;
  /** Ends at this moment or before: what is over by then. */
  endsBefore?: string | null | undefined;
  /** True: only sessions with places left (or without a limit); false: only full ones. */
  hasPlaces?: boolean | null | undefined;
  /** Slugs of KEY_STAGE terms; a session with any one of them matches. */
  keyStages?: Array<string> | null | undefined;
  /** Where it takes place. */
  mode?: CpdMode | null | undefined;
  /** Where it takes place: any one of these. */
  modes?: Array<CpdMode> | null | undefined;
  /** Slugs of PD_MECHANISM terms; a session with any one of them matches. */
  pdMechanisms?: Array<string> | null | undefined;
  /** Slugs of PHASE terms; a session with any one of them matches. */
  phases?: Array<string> | null | undefined;
  /** Slugs of PUPIL_GROUP terms; a session with any one of them matches. */
  pupilGroups?: Array<string> | null | undefined;
  /** Slug of a session: others that build on one of its summaries or share one of its topics. An unknown slug matches nothing. */
  relatedTo?: string | null | undefined;
  /** Starts at this moment or later. */
  startsAfter?: string | null | undefined;
  /** Starts before this moment. */
  startsBefore?: string | null | undefined;
  /** Slugs of SUBJECT terms; a session with any one of them matches. */
  subjects?: Array<string> | null | undefined;
  /** Slugs of TOPIC terms; a session with any one of them matches. */
  topics?: Array<string> | null | undefined;
};

/** In which order sessions are listed. EARLIEST and LATEST are one line walked in two directions: the startCursor of a page under one, given as `after` under the other, leads back. */
export type CpdSessionSort =
  /** By their start, earliest first. */
  | 'EARLIEST'
  /** By their start, latest first. */
  | 'LATEST'
  /** What is coming up, soonest first; then what is over, latest first. */
  | 'UPCOMING';

/** How well a study's design guards against other explanations, as the What Works Clearinghouse rates it. */
export type DesignRating =
  /** Does not meet its standards. */
  | 'DOES_NOT_MEET'
  /** Meets its standards without reservations: a sound randomised trial. */
  | 'MEETS_WITHOUT_RESERVATIONS'
  /** Meets its standards with reservations: the groups were alike at the start. */
  | 'MEETS_WITH_RESERVATIONS';

/** Where the figure in effectSize comes from. */
export type EffectSizeBasis =
  /** It is effectSizeAsPublished. */
  | 'AS_PUBLISHED'
  /** It is effectSizeAsPublished with its sign reversed: less is better here, which improvementIndex shows. */
  | 'REVERSED'
  /** It is what the study's authors report, which agrees with improvementIndex where effectSizeAsPublished is missing or does not. */
  | 'STUDY_REPORTED'
  /** effectSize is null: the published figures contradict each other, or do not say which group did better. */
  | 'UNCLEAR';

/** Which summaries: different fields must all hold, values of one field are alternatives, at most 100. */
export type EvidenceSummaryFilter = {
  /** Highest cost band, 1 to 5; summaries without one never match. */
  costBandMax?: number | null | undefined;
  /** Fewest padlocks, 0 to 5; summaries without any figure never match. */
  evidenceStrengthMin?: number | null | undefined;
  /** Fewest months, may be negative; summaries not rated in months never match. */
  impactMonthsMin?: number | null | undefined;
  /** Rated in months, not enough evidence, or not rated in months; any when empty. */
  impactMonthsStatuses?: Array<ImpactMonthsStatus> | null | undefined;
  /** Slugs of KEY_STAGE terms; a summary with any one of them matches. */
  keyStages?: Array<string> | null | undefined;
  /** Slugs of PHASE terms; a summary with any one of them matches. */
  phases?: Array<string> | null | undefined;
  /** Slugs of PUPIL_GROUP terms; a summary with any one of them matches. */
  pupilGroups?: Array<string> | null | undefined;
  /** Slugs of the summaries themselves, at most 100; any when empty. */
  slugs?: Array<string> | null | undefined;
  /** Slugs of SUBJECT terms; a summary with any one of them matches. */
  subjects?: Array<string> | null | undefined;
  /** Slugs of TOPIC terms; a summary with any one of them matches. */
  topics?: Array<string> | null | undefined;
  /** Changed at this moment or later. */
  updatedAfter?: string | null | undefined;
};

/** Orders of the list of summaries; summaries without the figure come last. */
export type EvidenceSummarySort =
  /** Lowest cost band first; among equals most months, then most padlocks. */
  | 'COST'
  /** By costEffectivenessGroup, then by the most that a month of progress can cost for a pupil, lowest first: the upper limit of the cost band over the months, a comparison of limits and no price. Show the padlocks with it. */
  | 'COST_EFFECTIVENESS'
  /** Most padlocks first; among equals most months, then lowest cost. */
  | 'EVIDENCE_STRENGTH'
  /** Most months first; among equals most padlocks, then lowest cost. */
  | 'IMPACT'
  /** First published last, first. */
  | 'NEWEST'
  /** By title, A to Z. */
  | 'TITLE'
  /** Changed last, first. */
  | 'UPDATED';

/** Where a summary is on its way to readers. */
export type EvidenceSummaryState =
  /** Ready to be published. */
  | 'APPROVED'
  /** No longer kept up; public by its address, not in lists or search. */
  | 'ARCHIVED'
  /** Back with its author. */
  | 'CHANGES_REQUESTED'
  /** Being written. */
  | 'DRAFT'
  /** With a reviewer. */
  | 'IN_REVIEW'
  /** Public. */
  | 'PUBLISHED'
  /** Taken back, with a reason: a tombstone stands at its address. */
  | 'WITHDRAWN';

/** Why there is, or is not, a figure in months. */
export type ImpactMonthsStatus =
  /** There is too little evidence to say: never shown as 0. */
  | 'INSUFFICIENT_EVIDENCE'
  /** The source uses another measure. */
  | 'NOT_RATED_IN_MONTHS'
  /** impactMonths holds the figure. */
  | 'RATED';

/** Whom to invite, and to what. */
export type InvitationCreateInput = {
  /** E-mail address, at most 254 characters. */
  email: string;
  /** Their name, at most 100 characters; for the greeting in the mail. */
  name?: string | null | undefined;
  /** The role they are to have; TEACHER for no more than an account. */
  role?: Role;
  /** The school they are to join, school_…; when left out, a lead's own, and none for an administrator. */
  schoolId?: string | number | null | undefined;
};

/** Which invitations; one must fit every part that is given. */
export type InvitationFilter = {
  /** Of one file, batch_… */
  batchId?: string | number | null | undefined;
  /** To the school with this URN. */
  schoolUrn?: number | null | undefined;
  /** What became of it. */
  state?: InvitationState | null | undefined;
};

/** What became of an invitation. */
export type InvitationState =
  /** Accepted. */
  | 'ACCEPTED'
  /** Not accepted in time. */
  | 'EXPIRED'
  /** Sent, and waiting for an answer. */
  | 'PENDING'
  /** Taken back. */
  | 'REVOKED';

/** What made somebody a member of a school. */
export type MembershipBasis =
  /** A lead of the school or an administrator approved the request. */
  | 'APPROVAL'
  /** Their verified e-mail address is of a domain of the school. */
  | 'EMAIL_DOMAIN'
  /** They accepted an invitation. */
  | 'INVITATION'
  /** It was in the record before there were requests. */
  | 'RECORD';

/** How far a membership of a school has come. */
export type MembershipState =
  /** A member of the school. */
  | 'ACTIVE'
  /** Asked for and taken back by the person. */
  | 'CANCELLED'
  /** Asked for and declined. */
  | 'DECLINED'
  /** Over: the person left, moved to another school, or was removed. */
  | 'LEFT'
  /** Asked for; a lead of the school has not decided yet. */
  | 'REQUESTED';

/** What a viewer may do apart from any one record; what they may do with a record is its viewerCan. */
export type Permission =
  /** Read the audit trail. */
  | 'AUDIT_READ'
  /** Invite people by e-mail. */
  | 'PERSON_INVITE'
  /** Read the list of all people; give and take roles. */
  | 'PERSON_MANAGE'
  /** Accept or return reflections submitted for the public. */
  | 'REFLECTION_MODERATE'
  /** Write reflections. */
  | 'REFLECTION_WRITE'
  /** Look after the members of their school. */
  | 'SCHOOL_LEAD'
  /** Read what is searched for, and add other names for it. */
  | 'SEARCH_INSIGHT'
  /** Publish and withdraw evidence summaries. */
  | 'SUMMARY_PUBLISH'
  /** Review evidence summaries before they are published. */
  | 'SUMMARY_REVIEW';

/** Which people; a person must fit every part that is given. */
export type PersonFilter = {
  /** A part of the name or of the e-mail address, at most 200 characters; case makes no difference. */
  query?: string | null | undefined;
  /** Who holds this role now. */
  role?: Role | null | undefined;
  /** Members of the school with this URN. */
  schoolUrn?: number | null | undefined;
};

/** What to change about a profile; what is left out stays as it is. */
export type PersonUpdateInput = {
  /** Null takes it out. */
  careerStage?: CareerStage | null | undefined;
  /** Whose profile; the viewer's own when left out. */
  id?: string | number | null | undefined;
  /** Slugs of all TOPIC terms of interest, at most 30; an empty list takes all out. */
  interests?: Array<string> | null | undefined;
  /** Name to be shown by, 1 to 100 characters on one line. Never empty. */
  name?: string | null | undefined;
  /** Slugs of all PHASE terms they work in, at most 30; an empty list takes all out. */
  phases?: Array<string> | null | undefined;
  /** Slugs of all SUBJECT terms they teach, at most 30; an empty list takes all out. */
  subjects?: Array<string> | null | undefined;
};

/** A moderator's decision about the text they read. */
export type ReflectionAcceptInput = {
  /** Id of the reflection. */
  id: string | number;
  /** The revision that the client knows, from `Reflection.revision`. Another one standing is ReflectionNewerVersion. */
  revision: number;
};

/** A new reflection, which its author alone reads. */
export type ReflectionCreateInput = {
  /** Id of the published evidence summary or the CPD session it is about; NOT_FOUND for another. */
  about: string | number;
  /** The class and the situation. Plain text, at most 5000 characters; left out, it stays as it is. */
  context?: string | null | undefined;
  /** What happened. Plain text, at most 5000 characters; left out, it stays as it is. */
  happened?: string | null | undefined;
  /** What the teacher will do next; readers do not need it. Plain text, at most 5000 characters; left out, it stays as it is. */
  next?: string | null | undefined;
  /** Title, plain text of at most 200 characters. Empty, it is made from what the reflection is about; left out, it stays as it is. */
  title?: string | null | undefined;
  /** What was tried. Plain text, at most 5000 characters; left out, it stays as it is. */
  tried?: string | null | undefined;
};

/** Which reflections: different fields must all hold, values of one field are alternatives, at most 100. */
export type ReflectionFilter = {
  /** Slug of the session they are about. */
  cpdSessionSlug?: string | null | undefined;
  /** Slug of the summary they are about. */
  evidenceSlug?: string | null | undefined;
  /** Slugs of KEY_STAGE terms; a reflection about a summary or session with any one of them matches. */
  keyStages?: Array<string> | null | undefined;
  /** Slugs of PHASE terms; a reflection about a summary or session with any one of them matches. */
  phases?: Array<string> | null | undefined;
  /** Slugs of PUPIL_GROUP terms; a reflection about a summary or session with any one of them matches. */
  pupilGroups?: Array<string> | null | undefined;
  /** Unique reference number of the school they come from. */
  schoolUrn?: number | null | undefined;
  /** Slugs of SUBJECT terms; a reflection about a summary or session with any one of them matches. */
  subjects?: Array<string> | null | undefined;
  /** Slugs of TOPIC terms; a reflection about a summary or session with any one of them matches. */
  topics?: Array<string> | null | undefined;
};

/** What kind of personal data a mark is likely to be. */
export type ReflectionMarkKind =
  /** A date that is called a birth, or lies where those of pupils lie. */
  | 'DATE_OF_BIRTH'
  /** An e-mail address. */
  | 'EMAIL'
  /** A pupil, a parent or a member of staff by name. */
  | 'NAME'
  /** A telephone number. */
  | 'PHONE'
  /** A unique pupil or learner number, or one that is called so. */
  | 'PUPIL_NUMBER';

/** The parts of a reflection's text. */
export type ReflectionPart =
  /** The class and the situation. */
  | 'CONTEXT'
  /** What happened. */
  | 'HAPPENED'
  /** What the teacher will do next. */
  | 'NEXT'
  /** Its title. */
  | 'TITLE'
  /** What was tried. */
  | 'TRIED';

/** Why a reflection goes back to its author. */
export type ReflectionReturnInput = {
  /** Id of the reflection. */
  id: string | number;
  /** What its author should know, plain text of at most 2,000 characters. Required. */
  note: string;
  /** The revision that the client knows, from `Reflection.revision`. Another one standing is ReflectionNewerVersion. */
  revision: number;
};

/** Whom the author lets read the newest text. */
export type ReflectionShareInput = {
  /** Keys of marks that the author says are no personal data of a pupil, at most 500. They are remembered while the text stays. */
  confirmedMarks?: Array<string>;
  /** Id of the reflection. */
  id: string | number;
  /** The revision that the client knows, from `Reflection.revision`. Another one standing is ReflectionNewerVersion. */
  revision: number;
};

/** Where an author finds a reflection among their own: each stands in exactly one. */
export type ReflectionState =
  /** Nobody else reads it. */
  | 'PRIVATE'
  /** Everyone reads it, and it waits for nobody. */
  | 'PUBLIC'
  /** A moderator has returned it, or a change of it, with a note. */
  | 'RETURNED'
  /** The school reads it, and it waits for nobody. */
  | 'SHARED'
  /** It, or a change of it, waits for a moderator. */
  | 'SUBMITTED';

/** A change of the author's text. */
export type ReflectionUpdateInput = {
  /** The class and the situation. Plain text, at most 5000 characters; left out, it stays as it is. */
  context?: string | null | undefined;
  /** What happened. Plain text, at most 5000 characters; left out, it stays as it is. */
  happened?: string | null | undefined;
  /** Id of the reflection. */
  id: string | number;
  /** What the teacher will do next; readers do not need it. Plain text, at most 5000 characters; left out, it stays as it is. */
  next?: string | null | undefined;
  /** The revision that the client knows, from `Reflection.revision`. Another one standing is ReflectionNewerVersion. */
  revision: number;
  /** Title, plain text of at most 200 characters. Empty, it is made from what the reflection is about; left out, it stays as it is. */
  title?: string | null | undefined;
  /** What was tried. Plain text, at most 5000 characters; left out, it stays as it is. */
  tried?: string | null | undefined;
};

/** Who may read a reflection. */
export type ReflectionVisibility =
  /** Its author alone; moderators too while it waits for them to make it public. */
  | 'PRIVATE'
  /** Everyone, once a moderator has accepted it. */
  | 'PUBLIC'
  /** Staff of its author's school. */
  | 'SCHOOL';

/** Which projects: different fields must all hold, values of one field are alternatives, at most 100. */
export type ResearchProjectFilter = {
  /** Slugs of KEY_STAGE terms; a project with any one of them matches. */
  keyStages?: Array<string> | null | undefined;
  /** Slugs of PHASE terms; a project with any one of them matches. */
  phases?: Array<string> | null | undefined;
  /** Slugs of PUPIL_GROUP terms; a project with any one of them matches. */
  pupilGroups?: Array<string> | null | undefined;
  /** Unique reference number of its school. */
  schoolUrn?: number | null | undefined;
  /** How far it has come. */
  status?: ResearchProjectStatus | null | undefined;
  /** Slugs of SUBJECT terms; a project with any one of them matches. */
  subjects?: Array<string> | null | undefined;
  /** Slugs of TOPIC terms; a project with any one of them matches. */
  topics?: Array<string> | null | undefined;
};

/** How far a school's inquiry has come. */
export type ResearchProjectStatus =
  /** Planned. */
  | 'PROPOSED'
  /** Finished and written up. */
  | 'REPORTED'
  /** Under way. */
  | 'RUNNING'
  /** Taken back, with a reason: a tombstone stands at its address. */
  | 'WITHDRAWN';

/** What a person is besides a reader. A person may hold several roles. */
export type Role =
  /** Looks after people and their roles. */
  | 'ADMINISTRATOR'
  /** Supports early career teachers. */
  | 'MENTOR'
  /** Publishes evidence summaries and moderates public reflections. */
  | 'PUBLISHER'
  /** Reviews evidence summaries before they are published. */
  | 'REVIEWER'
  /** Looks after their school: its members, requests and invitations. In force only while they are a member of that school. */
  | 'SCHOOL_LEAD'
  /** Everybody with a verified account; it is neither given nor taken. */
  | 'TEACHER';

/** Whether a school is open, in the terms of the register. */
export type SchoolStatus =
  /** Closed; kept because records here are about it. */
  | 'CLOSED'
  /** Open. */
  | 'OPEN'
  /** Open, but proposed to close. */
  | 'PROPOSED_TO_CLOSE'
  /** Not yet open. */
  | 'PROPOSED_TO_OPEN';

/** The third of the school year in which a programme comes to an item. */
export type SchoolTerm =
  /** September to December. */
  | 'AUTUMN'
  /** January to March or April. */
  | 'SPRING'
  /** April to July. */
  | 'SUMMER';

/** A new alias. */
export type SearchAliasCreateInput = {
  /** What it means: 1 to 6 words, at most 100 characters, other than the words. */
  means: string;
  /** What people type: 1 to 6 words, at most 100 characters. */
  words: string;
};

/** What hits can be counted by. */
export type SearchFacetField =
  /** Cost band; values are 1 to 5 as text. */
  | 'COST_BAND'
  /** Padlocks; values are 0 to 5 as text. */
  | 'EVIDENCE_STRENGTH'
  /** Key stage; values are term slugs. */
  | 'KEY_STAGE'
  /** Kind of record; values are names of ContentKind. */
  | 'KIND'
  /** Phase; values are term slugs. */
  | 'PHASE'
  /** Pupil group; values are term slugs. */
  | 'PUPIL_GROUP'
  /** School subject; values are term slugs. */
  | 'SUBJECT'
  /** Topic; values are term slugs. */
  | 'TOPIC';

/** Narrows a search. Values of one field are alternatives, at most 100; different fields must all hold; an empty list is no choice. */
export type SearchFilter = {
  /** Cost band at most this, 1 to 5. A record without a cost never matches. */
  costBandMax?: number | null | undefined;
  /** Exact cost bands, 1 to 5: what choosing COST_BAND facet values sets. A record without the figure never matches. */
  costBands?: Array<number> | null | undefined;
  /** Padlocks at least this, 0 to 5. A record without padlocks never matches. */
  evidenceStrengthMin?: number | null | undefined;
  /** Exact padlocks, 0 to 5: what choosing EVIDENCE_STRENGTH facet values sets. A record without the figure never matches. */
  evidenceStrengths?: Array<number> | null | undefined;
  /** Months' progress at least this, may be negative. A record without months never matches. */
  impactMonthsMin?: number | null | undefined;
  /** Term slugs of key stages. Values of one field are alternatives, at most 100; different fields must all hold. */
  keyStages?: Array<string> | null | undefined;
  /** Only these kinds of record. */
  kinds?: Array<ContentKind> | null | undefined;
  /** Term slugs of phases. Values of one field are alternatives, at most 100; different fields must all hold. */
  phases?: Array<string> | null | undefined;
  /** First published from this moment on, inclusive. */
  publishedAfter?: string | null | undefined;
  /** First published up to this moment, exclusive. */
  publishedBefore?: string | null | undefined;
  /** Term slugs of pupil groups. Values of one field are alternatives, at most 100; different fields must all hold. */
  pupilGroups?: Array<string> | null | undefined;
  /** Term slugs of subjects. Values of one field are alternatives, at most 100; different fields must all hold. */
  subjects?: Array<string> | null | undefined;
  /** Term slugs of topics. Values of one field are alternatives, at most 100; different fields must all hold. */
  topics?: Array<string> | null | undefined;
  /** Changed from this moment on, inclusive. */
  updatedAfter?: string | null | undefined;
};

/** IMPACT and EVIDENCE_STRENGTH descend, COST ascends, nulls last; NEWEST is by publishedAt; an empty query under RELEVANCE is NEWEST. */
export type SearchSort =
  /** Lowest cost band first, records without one last. */
  | 'COST'
  /** Most padlocks first, records without padlocks last. */
  | 'EVIDENCE_STRENGTH'
  /** Most months' progress first, records without months last. */
  | 'IMPACT'
  /** Latest publishedAt first, never published last. */
  | 'NEWEST'
  /** Best match first; newest first when the query is empty. */
  | 'RELEVANCE';

/** How the words of a query are taken. */
export type SearchSpelling =
  /** A word that no record has is looked for in its likeliest spelling, which correctedQuery tells. */
  | 'CORRECTED'
  /** Words are looked for as typed; suggestedQuery tells a likelier spelling. */
  | 'EXACT';

/** Whom a programme wrote a self-study item for. */
export type SelfStudyAudience =
  /** Teachers in their first two years (ECTs). */
  | 'EARLY_CAREER_TEACHER'
  /** Induction tutors, who watch over a school's induction. */
  | 'INDUCTION_TUTOR'
  /** Mentors of early career teachers. */
  | 'MENTOR';

/** Which self-study items: different fields must all hold, values of one field are alternatives, at most 100. */
export type SelfStudyItemFilter = {
  /** Slugs of KEY_STAGE terms; an item with any one of them matches. */
  keyStages?: Array<string> | null | undefined;
  /** Slug of the module it is part of. */
  module?: string | null | undefined;
  /** Slugs of PHASE terms; an item with any one of them matches. */
  phases?: Array<string> | null | undefined;
  /** Slug of the organisation it is from. */
  providerSlug?: string | null | undefined;
  /** Slugs of PUPIL_GROUP terms; an item with any one of them matches. */
  pupilGroups?: Array<string> | null | undefined;
  /** Slugs of SUBJECT terms; an item with any one of them matches. */
  subjects?: Array<string> | null | undefined;
  /** Slugs of TOPIC terms; an item with any one of them matches. */
  topics?: Array<string> | null | undefined;
  /** Whom it was written for. */
  writtenFor?: SelfStudyAudience | null | undefined;
};

/** The controlled vocabularies that records are described by. */
export type TermScheme =
  /** EYFS and key stages 1 to 5 of the English system. */
  | 'KEY_STAGE'
  /** The 14 mechanisms of effective professional development (EEF, 2021). */
  | 'PD_MECHANISM'
  /** Nursery, primary, secondary, sixth form or college, all-through. */
  | 'PHASE'
  /** Pupils it is for: disadvantaged, SEND, EAL … */
  | 'PUPIL_GROUP'
  /** School subject. */
  | 'SUBJECT'
  /** What it is about: feedback, phonics, behaviour … */
  | 'TOPIC';

export type CalendarSessionFragment = { id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, audience: string | null, publishedAt: string | null, updatedAt: string, provider: { name: string }, sections: Array<{ html: string }> };

export type FiguresFragment = { impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null };

export type SummaryCardFragment = { id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null };

export type SessionCardFragment = { id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } };

export type SelfStudyCardFragment = { id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, provider: { id: string, name: string } };

export type ProjectCardFragment = { id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null };

export type ReflectionCardFragment = { id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null };

export type SchoolMarksFragment = { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null };

export type ReaderQueryVariables = Exact<{ [key: string]: never; }>;


export type ReaderQuery = { viewer: { permissions: Array<Permission>, person: { id: string, name: string } | null } };

export type OwnReflectionFragment = { id: string, title: string, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, publishedAt: string | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, school: { id: string, name: string } | null, evidence: { id: string, slug: string, title: string } | null, cpdSession: { id: string, slug: string, title: string } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } };

export type FoundMarkFragment = { key: string, part: ReflectionPart, kind: ReflectionMarkKind, start: number, end: number, words: string, isConfirmed: boolean };

export type PersonalDataExportMutationVariables = Exact<{
  password?: string | null | undefined;
}>;


export type PersonalDataExportMutation = { personalDataExport: { json: string } };

export type AccountDeleteMutationVariables = Exact<{
  input: AccountDeleteInput;
}>;


export type AccountDeleteMutation = { accountDelete: { contributions: ContributionsChoice } };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { viewer: { email: string | null, roles: Array<Role>, withheldRoles: Array<Role>, membership: { id: string, school: { id: string, name: string } } | null, membershipRequest: { id: string, school: { id: string, name: string } } | null, person: { id: string, name: string, careerStage: CareerStage | null, subjects: Array<{ id: string, slug: string }>, phases: Array<{ id: string, slug: string }>, interests: Array<{ id: string, slug: string }> } | null }, subjects: Array<{ id: string, slug: string, label: string }>, phases: Array<{ id: string, slug: string, label: string }>, topics: Array<{ id: string, slug: string, label: string }> };

export type SaveProfileMutationVariables = Exact<{
  input: PersonUpdateInput;
}>;


export type SaveProfileMutation = { personUpdate: { id: string } };

export type AuditQueryVariables = Exact<{
  filter: AuditEventFilter;
  after?: string | null | undefined;
}>;


export type AuditQuery = { auditActs: Array<string>, auditEvents: { totalCount: number, nodes: Array<{ id: string, at: string, act: string, subject: string, actor: { id: string, name: string | null, email: string | null, personId: string | null } | null, subjectPerson: { id: string, name: string } | null, detail: Array<{ name: string, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompareQueryVariables = Exact<{
  slugs: Array<string> | string;
}>;


export type CompareQuery = { evidenceSummaries: { nodes: Array<{ slug: string, notices: Array<string>, updatedAt: string, id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null, source: { name: string, url: string | null, retrievedOn: string | null }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, sections: Array<{ heading: string, html: string }>, cpdSessions: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, capacity: number | null, placesLeft: number | null }> }, researchProjects: { totalCount: number }, reflections: { totalCount: number } }> }, offered: { nodes: Array<{ id: string, slug: string, title: string }> } };

export type CompareStartQueryVariables = Exact<{ [key: string]: never; }>;


export type CompareStartQuery = { evidenceSummaries: { nodes: Array<{ id: string, slug: string, title: string }> }, offered: { nodes: Array<{ id: string, slug: string, title: string }> } };

export type FeedQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedQuery = { evidenceSummaries: { nodes: Array<{ publishedAt: string | null, updatedAt: string, id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> } };

export type HomeQueryVariables = Exact<{
  now: string;
  lately: string;
}>;


export type HomeQuery = { terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, browse: { facets: Array<{ field: SearchFacetField, values: Array<{ value: string, count: number }> }> }, strands: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, latest: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, publishedAt: string | null, updatedAt: string }> }, lately: { totalCount: number }, cpdSessions: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, researchProjects: { nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }> }, reflections: { nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }> } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { viewer: { email: string | null, person: { id: string } | null, membership: { id: string, school: { id: string, name: string } } | null }, invitation: { email: string, name: string | null, role: Role, state: InvitationState, expiresAt: string, invitedByName: string | null, isForViewer: boolean, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } | null } | null };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
}>;


export type AcceptInvitationMutation = { invitationAccept: { id: string } };

export type InvitationsQueryVariables = Exact<{
  filter: InvitationFilter;
  after?: string | null | undefined;
}>;


export type InvitationsQuery = { viewer: { permissions: Array<Permission>, membership: { id: string, school: { id: string, name: string, viewerCan: { inviteRoles: Array<Role> } } } | null }, invitations: { totalCount: number, nodes: Array<{ id: string, email: string, name: string | null, role: Role, state: InvitationState, createdAt: string, expiresAt: string, closedAt: string | null, batchId: string | null, school: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SchoolByUrnQueryVariables = Exact<{
  urn: number;
}>;


export type SchoolByUrnQuery = { school: { id: string } | null };

export type InviteMutationVariables = Exact<{
  input: InvitationCreateInput;
}>;


export type InviteMutation = { invitationCreate:
    | { __typename: 'InvitationSent' }
    | { __typename: 'PersonHasAccount', person: { id: string, name: string } }
   };

export type InviteListMutationVariables = Exact<{
  csv: string;
  dryRun: boolean;
}>;


export type InviteListMutation = { invitationsImport: { batchId: string | null, invited: Array<{ line: number, email: string, name: string | null, role: Role, school: { id: string, name: string } | null }>, faults: Array<{ line: number, column: string | null, message: string }> } };

export type RevokeInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInvitationMutation = { invitationRevoke: { id: string } };

export type UndoBatchMutationVariables = Exact<{
  batchId: string | number;
}>;


export type UndoBatchMutation = { invitationBatchUndo: { revoked: number, accepted: number } };

export type ModerationQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ModerationQuery = { viewer: { person: { id: string } | null }, moderationQueue: { totalCount: number, nodes: Array<{ id: string, title: string, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, publishedAt: string | null, author: { id: string, name: string } | null, marks: Array<{ key: string, part: ReflectionPart, kind: ReflectionMarkKind, start: number, end: number, words: string, isConfirmed: boolean }> | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, school: { id: string, name: string } | null, evidence: { id: string, slug: string, title: string } | null, cpdSession: { id: string, slug: string, title: string } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AcceptReflectionMutationVariables = Exact<{
  input: ReflectionAcceptInput;
}>;


export type AcceptReflectionMutation = { outcome:
    | { __typename: 'Reflection' }
    | { __typename: 'ReflectionNewerVersion' }
   };

export type ReturnReflectionMutationVariables = Exact<{
  input: ReflectionReturnInput;
}>;


export type ReturnReflectionMutation = { outcome:
    | { __typename: 'ReflectionNewerVersion' }
    | { __typename: 'ReflectionReturned' }
   };

export type MyReflectionsQueryVariables = Exact<{
  state?: ReflectionState | null | undefined;
  after?: string | null | undefined;
}>;


export type MyReflectionsQuery = { viewer: { person: { id: string } | null, reflections: { nodes: Array<{ id: string, title: string, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, publishedAt: string | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, school: { id: string, name: string } | null, evidence: { id: string, slug: string, title: string } | null, cpdSession: { id: string, slug: string, title: string } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, all: { totalCount: number }, PRIVATE: { totalCount: number }, SHARED: { totalCount: number }, SUBMITTED: { totalCount: number }, RETURNED: { totalCount: number }, PUBLIC: { totalCount: number } } };

export type MySchoolQueryVariables = Exact<{
  members?: string | null | undefined;
  requests?: string | null | undefined;
}>;


export type MySchoolQuery = { viewer: { permissions: Array<Permission>, person: { id: string, roles: Array<Role> | null } | null, membership: { id: string, basis: MembershipBasis | null, requestedAt: string, decidedAt: string | null, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, domains: Array<{ id: string, domain: string, addedAt: string }> | null, members: { totalCount: number, nodes: Array<{ id: string, name: string, roles: Array<Role> | null, memberships: Array<{ id: string, state: MembershipState, requestedAt: string, decidedAt: string | null }>, viewerCan: { endMembership: boolean, grantRoles: Array<Role>, revokeRoles: Array<Role> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, membershipRequests: { totalCount: number, nodes: Array<{ id: string, requestedAt: string, viewerCan: { decide: boolean }, person: { id: string, name: string, school: { id: string, name: string } | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, phase: { id: string, label: string } | null } } | null, membershipRequest: { id: string, requestedAt: string, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } } | null, memberships: Array<{ id: string, state: MembershipState, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } }> } };

export type SchoolMemberFragment = { id: string, name: string, roles: Array<Role> | null, memberships: Array<{ id: string, state: MembershipState, requestedAt: string, decidedAt: string | null }>, viewerCan: { endMembership: boolean, grantRoles: Array<Role>, revokeRoles: Array<Role> } };

export type ApproveRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type ApproveRequestMutation = { membershipApprove: { id: string } };

export type DeclineRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type DeclineRequestMutation = { membershipDecline: { id: string } };

export type CancelRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRequestMutation = { membershipCancel: { id: string } };

export type LeaveSchoolMutationVariables = Exact<{
  id: string | number;
}>;


export type LeaveSchoolMutation = { membershipLeave: { id: string } };

export type EndMembershipMutationVariables = Exact<{
  id: string | number;
}>;


export type EndMembershipMutation = { membershipEnd: { id: string } };

export type GrantRoleMutationVariables = Exact<{
  personId: string | number;
  role: Role;
}>;


export type GrantRoleMutation = { roleGrant: { id: string } };

export type RevokeRoleMutationVariables = Exact<{
  personId: string | number;
  role: Role;
}>;


export type RevokeRoleMutation = { roleRevoke: { id: string } };

export type AddDomainMutationVariables = Exact<{
  schoolId: string | number;
  domain: string;
}>;


export type AddDomainMutation = { schoolDomainAdd: { id: string } };

export type RemoveDomainMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDomainMutation = { schoolDomainRemove: { id: string } };

export type PeopleQueryVariables = Exact<{
  filter: PersonFilter;
  after?: string | null | undefined;
  urn: number;
  ofSchool: boolean;
}>;


export type PeopleQuery = { viewer: { person: { id: string } | null }, people: { totalCount: number, nodes: Array<{ id: string, name: string, email: string | null, roles: Array<Role> | null, school: { id: string, urn: number, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, school?: { id: string, name: string } | null };

export type ResetSecondFactorMutationVariables = Exact<{
  personId: string | number;
}>;


export type ResetSecondFactorMutation = { personSecondFactorReset: { id: string } };

export type AdministeredPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type AdministeredPersonQuery = { viewer: { permissions: Array<Permission>, person: { id: string } | null }, node:
    | { __typename: 'CpdSession' }
    | { __typename: 'EvidenceSummary' }
    | { __typename: 'Finding' }
    | { __typename: 'GuidanceReport' }
    | { __typename: 'Organisation' }
    | { __typename: 'Person', id: string, name: string, email: string | null, careerStage: CareerStage | null, roles: Array<Role> | null, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } | null, memberships: Array<{ id: string, state: MembershipState, basis: MembershipBasis | null, requestedAt: string, decidedAt: string | null, endedAt: string | null, school: { id: string, urn: number, name: string }, viewerCan: { decide: boolean, end: boolean } }>, roleGrants: Array<{ id: string, role: Role, grantedAt: string, revokedAt: string | null, school: { id: string, name: string } | null, grantedBy: { id: string, name: string } | null }> | null, viewerCan: { endMembership: boolean, grantRoles: Array<Role>, revokeRoles: Array<Role> } }
    | { __typename: 'Reflection' }
    | { __typename: 'ResearchProject' }
    | { __typename: 'School' }
    | { __typename: 'SelfStudyItem' }
    | { __typename: 'Study' }
    | { __typename: 'Term' }
   | null };

export type ProjectQueryVariables = Exact<{
  slug: string;
}>;


export type ProjectQuery = { researchProject: { slug: string, updatedAt: string, id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, withdrawal: { reason: string, withdrawnAt: string } | null, lead: { id: string, name: string } | null, school: { id: string, name: string, town: string | null, urn: number, phase: { id: string, label: string } | null } | null, sections: Array<{ heading: string, html: string }>, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, evidence: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> } } | null };

export type ProjectsQueryVariables = Exact<{
  filter: ResearchProjectFilter;
  after?: string | null | undefined;
  urn: number;
  isOfOneSchool: boolean;
}>;


export type ProjectsQuery = { researchProjects: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, school?: { id: string, name: string } | null };

export type NewReflectionQueryVariables = Exact<{
  evidence: string;
  isAboutEvidence: boolean;
  session: string;
  isAboutSession: boolean;
  words: string;
  isSearching: boolean;
}>;


export type NewReflectionQuery = { viewer: { person: { id: string } | null }, evidenceSummary?: { id: string, slug: string, title: string, state: EvidenceSummaryState } | null, cpdSession?: { id: string, slug: string, title: string } | null, search?: { totalCount: number, nodes: Array<
      | { __typename: 'CpdSession', slug: string, startsAt: string, id: string, title: string }
      | { __typename: 'EvidenceSummary', slug: string, id: string, title: string }
      | { __typename: 'Reflection', id: string, title: string }
      | { __typename: 'ResearchProject', id: string, title: string }
      | { __typename: 'SelfStudyItem', id: string, title: string }
    > } };

export type EditReflectionQueryVariables = Exact<{
  id: string | number;
}>;


export type EditReflectionQuery = { viewer: { person: { id: string } | null }, node:
    | { __typename: 'CpdSession' }
    | { __typename: 'EvidenceSummary' }
    | { __typename: 'Finding' }
    | { __typename: 'GuidanceReport' }
    | { __typename: 'Organisation' }
    | { __typename: 'Person' }
    | { __typename: 'Reflection', id: string, title: string, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, publishedAt: string | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, school: { id: string, name: string } | null, evidence: { id: string, slug: string, title: string } | null, cpdSession: { id: string, slug: string, title: string } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } }
    | { __typename: 'ResearchProject' }
    | { __typename: 'School' }
    | { __typename: 'SelfStudyItem' }
    | { __typename: 'Study' }
    | { __typename: 'Term' }
   | null };

export type CreateReflectionMutationVariables = Exact<{
  input: ReflectionCreateInput;
}>;


export type CreateReflectionMutation = { reflectionCreate: { id: string, revision: number | null } };

export type UpdateReflectionMutationVariables = Exact<{
  input: ReflectionUpdateInput;
}>;


export type UpdateReflectionMutation = { reflectionUpdate:
    | { __typename: 'Reflection', id: string, revision: number | null }
    | { __typename: 'ReflectionNewerVersion', newerRevision: number, theirs: { title: string, context: string, tried: string, happened: string, next: string | null } }
   };

export type ShareReflectionPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ShareReflectionPageQuery = { viewer: { person: { id: string, school: { id: string, name: string } | null } | null }, node:
    | { __typename: 'CpdSession' }
    | { __typename: 'EvidenceSummary' }
    | { __typename: 'Finding' }
    | { __typename: 'GuidanceReport' }
    | { __typename: 'Organisation' }
    | { __typename: 'Person' }
    | { __typename: 'Reflection', id: string, title: string, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, publishedAt: string | null, marks: Array<{ key: string, part: ReflectionPart, kind: ReflectionMarkKind, start: number, end: number, words: string, isConfirmed: boolean }> | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, school: { id: string, name: string } | null, evidence: { id: string, slug: string, title: string } | null, cpdSession: { id: string, slug: string, title: string } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } }
    | { __typename: 'ResearchProject' }
    | { __typename: 'School' }
    | { __typename: 'SelfStudyItem' }
    | { __typename: 'Study' }
    | { __typename: 'Term' }
   | null };

export type ShareReflectionMutationVariables = Exact<{
  input: ReflectionShareInput;
}>;


export type ShareReflectionMutation = { outcome:
    | { __typename: 'Reflection', id: string }
    | { __typename: 'ReflectionIncomplete', missing: Array<ReflectionPart> }
    | { __typename: 'ReflectionMarksToClear', marks: Array<{ key: string }> }
    | { __typename: 'ReflectionNewerVersion' }
   };

export type SubmitReflectionMutationVariables = Exact<{
  input: ReflectionShareInput;
}>;


export type SubmitReflectionMutation = { outcome:
    | { __typename: 'Reflection', id: string }
    | { __typename: 'ReflectionIncomplete', missing: Array<ReflectionPart> }
    | { __typename: 'ReflectionMarksToClear', marks: Array<{ key: string }> }
    | { __typename: 'ReflectionNewerVersion' }
   };

export type ReflectionQueryVariables = Exact<{
  id: string | number;
}>;


export type ReflectionQuery = { reflectionIsGone: boolean, node:
    | { __typename: 'CpdSession' }
    | { __typename: 'EvidenceSummary' }
    | { __typename: 'Finding' }
    | { __typename: 'GuidanceReport' }
    | { __typename: 'Organisation' }
    | { __typename: 'Person' }
    | { __typename: 'Reflection', context: string, happened: string, next: string | null, id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, visibility: ReflectionVisibility, state: ReflectionState | null, moderationNote: string | null, revision: number | null, hasUnsharedChanges: boolean | null, editedAt: string | null, submittedAt: string | null, evidence: { state: EvidenceSummaryState, id: string, slug: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }> } | null, cpdSession: { id: string, slug: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, provider: { id: string, name: string } } | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null, latest: { title: string, context: string, tried: string, happened: string, next: string | null } | null, viewerCan: { update: boolean, share: boolean, submit: boolean, withdraw: boolean, delete: boolean } }
    | { __typename: 'ResearchProject' }
    | { __typename: 'School' }
    | { __typename: 'SelfStudyItem' }
    | { __typename: 'Study' }
    | { __typename: 'Term' }
   | null };

export type WithdrawReflectionMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawReflectionMutation = { reflectionWithdraw: { id: string } };

export type DeleteReflectionMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteReflectionMutation = { reflectionDelete: { id: string } };

export type ReflectionsQueryVariables = Exact<{
  filter: ReflectionFilter;
  after?: string | null | undefined;
  urn: number;
  isOfOneSchool: boolean;
  strand: string;
  isAboutOneStrand: boolean;
  session: string;
  isAboutOneSession: boolean;
}>;


export type ReflectionsQuery = { reflections: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, strands: { nodes: Array<{ id: string, slug: string, title: string }> }, school?: { id: string, name: string } | null, evidenceSummary?: { id: string, title: string } | null, cpdSession?: { id: string, title: string } | null };

export type SchoolSuggestionsQueryVariables = Exact<{
  query: string;
}>;


export type SchoolSuggestionsQuery = { schools: { totalCount: number, nodes: Array<{ id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null }> } };

export type SchoolQueryVariables = Exact<{
  urn: number;
}>;


export type SchoolQuery = { school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, localAuthority: string | null, establishmentType: string | null, pupils: number | null, pupilsYear: number | null, pupilsSource: string | null, pupilPremiumPercent: number | null, status: SchoolStatus, closedOn: string | null, asOf: string | null, attribution: string | null, phase: { id: string, scheme: TermScheme, slug: string, label: string } | null, researchProjects: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }> }, reflections: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }> } } | null };

export type ChooserQueryVariables = Exact<{
  urn: number;
  chosen: boolean;
}>;


export type ChooserQuery = { viewer: { person: { id: string } | null, membership: { id: string, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } } | null, membershipRequest: { id: string, school: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } } | null }, school?: { id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null } | null };

export type JoinMutationVariables = Exact<{
  schoolId: string | number;
}>;


export type JoinMutation = { membershipRequest:
    | { __typename: 'MembershipRequestWaiting', membership: { id: string, school: { id: string, name: string } } }
    | { __typename: 'MembershipRequested', membership: { id: string, state: MembershipState } }
   };

export type SchoolsQueryVariables = Exact<{
  query?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SchoolsQuery = { schools: { totalCount: number, nodes: Array<{ id: string, urn: number, name: string, town: string | null, postcode: string | null, status: SchoolStatus, phase: { id: string, label: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SearchIndexQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchIndexQuery = { searchIndex: { waiting: number, oldestSeconds: number, trusted: boolean, verifiedAt: string | null, differences: number | null, failedCount: number, failed: Array<{ id: string, title: string | null, reason: string, attempts: number, nextAttemptAt: string, record:
        | { id: string, kind: ContentKind, url: string }
        | { id: string, kind: ContentKind, url: string }
        | { id: string, kind: ContentKind, url: string }
        | { id: string, kind: ContentKind, url: string }
        | { id: string, kind: ContentKind, url: string }
       | null }> } | null };

export type RefusedDocumentFragment = { id: string, title: string | null, reason: string, attempts: number, nextAttemptAt: string, record:
    | { id: string, kind: ContentKind, url: string }
    | { id: string, kind: ContentKind, url: string }
    | { id: string, kind: ContentKind, url: string }
    | { id: string, kind: ContentKind, url: string }
    | { id: string, kind: ContentKind, url: string }
   | null };

export type SearchInsightQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type SearchInsightQuery = { searchInsight: { searches: number, withoutHits: number, withoutOpened: number, findNothing: Array<{ words: string, times: number, hits: number, opened: number, medianPosition: number | null, alike: Array<string> }>, openNothing: Array<{ words: string, times: number, hits: number, opened: number, medianPosition: number | null, alike: Array<string> }>, popular: Array<{ words: string, times: number, hits: number, opened: number, medianPosition: number | null, alike: Array<string> }> }, searchAliases: Array<{ words: string, means: string }> };

export type AskedWordsFragment = { words: string, times: number, hits: number, opened: number, medianPosition: number | null, alike: Array<string> };

export type CreateSearchAliasMutationVariables = Exact<{
  input: SearchAliasCreateInput;
}>;


export type CreateSearchAliasMutation = { searchAliasCreate: { words: string, means: string } };

export type DeleteSearchAliasMutationVariables = Exact<{
  words: string;
}>;


export type DeleteSearchAliasMutation = { searchAliasDelete: { words: string } };

export type SearchOpenedMutationVariables = Exact<{
  askedId: string | number;
  position: number;
}>;


export type SearchOpenedMutation = { searchOpened: boolean };

export type SuggestionsQueryVariables = Exact<{
  query: string;
}>;


export type SuggestionsQuery = { search: { totalCount: number, nodes: Array<
      | { __typename: 'CpdSession', startsAt: string, endsAt: string, id: string, kind: ContentKind, title: string, url: string }
      | { __typename: 'EvidenceSummary', id: string, kind: ContentKind, title: string, url: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }
      | { __typename: 'Reflection', id: string, kind: ContentKind, title: string, url: string }
      | { __typename: 'ResearchProject', id: string, kind: ContentKind, title: string, url: string }
      | { __typename: 'SelfStudyItem', id: string, kind: ContentKind, title: string, url: string }
    > } };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: SearchFilter | null | undefined;
  facets: Array<SearchFacetField> | SearchFacetField;
  sort: SearchSort;
  spelling: SearchSpelling;
  first: number;
  after?: string | null | undefined;
  remember: boolean;
}>;


export type SearchQuery = { search: { askedId: string | null, totalCount: number, totalIsExact: boolean, degraded: boolean, correctedQuery: string | null, suggestedQuery: string | null, looser: Array<{ query: string, without: Array<SearchFacetField>, totalCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ field: SearchFacetField, values: Array<{ value: string, label: string, count: number, selected: boolean }> }>, edges: Array<{ cursor: string, snippets: Array<{ field: string, html: string }>, node:
        | { __typename: 'CpdSession', id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }
        | { __typename: 'EvidenceSummary', id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }
        | { __typename: 'Reflection', id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }
        | { __typename: 'ResearchProject', id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }
        | { __typename: 'SelfStudyItem', id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, provider: { id: string, name: string } }
       }> }, terms: Array<{ id: string, slug: string, label: string }> };

export type SelfStudyItemQueryVariables = Exact<{
  slug: string;
}>;


export type SelfStudyItemQuery = { selfStudyItem: { slug: string, moduleSlug: string, year: number | null, schoolTerm: SchoolTerm | null, week: number | null, id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, sections: Array<{ heading: string, html: string }>, provider: { website: string | null, id: string, name: string }, source: { name: string, url: string | null, licence: string | null, attribution: string | null, note: string | null }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, evidence: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> } } | null };

export type SelfStudyQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: SelfStudyItemFilter | null | undefined;
}>;


export type SelfStudyQuery = { selfStudyItems: { totalCount: number, nodes: Array<{ moduleSlug: string, id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, provider: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, phases: Array<{ id: string, slug: string, label: string }>, subjects: Array<{ id: string, slug: string, label: string }> };

export type SessionCalendarQueryVariables = Exact<{
  slug: string;
}>;


export type SessionCalendarQuery = { cpdSession: { id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, audience: string | null, publishedAt: string | null, updatedAt: string, provider: { name: string }, sections: Array<{ html: string }> } | null };

export type SessionQueryVariables = Exact<{
  slug: string;
  now: string;
}>;


export type SessionQuery = { cpdSession: { slug: string, audience: string | null, id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, sections: Array<{ heading: string, html: string }>, provider: { website: string | null, id: string, name: string }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string, group: string | null }>, evidence: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, reflections: { nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }> } } | null, mechanisms: Array<{ id: string, slug: string, label: string, group: string | null }>, related: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> } };

export type SessionsCalendarQueryVariables = Exact<{
  filter: CpdSessionFilter;
}>;


export type SessionsCalendarQuery = { cpdSessions: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, audience: string | null, publishedAt: string | null, updatedAt: string, provider: { name: string }, sections: Array<{ html: string }> }> } };

export type SessionChoiceCountsFragment = { withPlaces: number, subjects: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, phases: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, topics: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, pdMechanisms: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, modes: Array<{ mode: CpdMode, count: number }> };

export type SessionTermCountFragment = { count: number, term: { id: string, slug: string, label: string, group: string | null } };

export type SessionsQueryVariables = Exact<{
  filter: CpdSessionFilter;
  sort: CpdSessionSort;
  after?: string | null | undefined;
  others: CpdSessionFilter;
}>;


export type SessionsQuery = { sessions: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, startCursor: string | null, endCursor: string | null } }, others: { totalCount: number }, facets: { withPlaces: number, subjects: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, phases: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, topics: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, pdMechanisms: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, modes: Array<{ mode: CpdMode, count: number }> } };

export type SessionMonthQueryVariables = Exact<{
  filter: CpdSessionFilter;
  earlier: CpdSessionFilter;
  later: CpdSessionFilter;
}>;


export type SessionMonthQuery = { sessions: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, earlier: { nodes: Array<{ id: string, startsAt: string }> }, later: { nodes: Array<{ id: string, startsAt: string }> }, facets: { withPlaces: number, subjects: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, phases: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, topics: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, pdMechanisms: Array<{ count: number, term: { id: string, slug: string, label: string, group: string | null } }>, modes: Array<{ mode: CpdMode, count: number }> } };

export type SitemapSummariesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapSummariesQuery = { list: { nodes: Array<{ url: string, updatedAt: string, terms: Array<{ scheme: TermScheme, slug: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SitemapSessionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapSessionsQuery = { list: { nodes: Array<{ url: string, updatedAt: string, terms: Array<{ scheme: TermScheme, slug: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SitemapSelfStudyQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapSelfStudyQuery = { list: { nodes: Array<{ url: string, updatedAt: string, terms: Array<{ scheme: TermScheme, slug: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SitemapProjectsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapProjectsQuery = { list: { nodes: Array<{ url: string, updatedAt: string, terms: Array<{ scheme: TermScheme, slug: string }>, school: { urn: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SitemapReflectionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapReflectionsQuery = { list: { nodes: Array<{ url: string, updatedAt: string, school: { urn: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StrandQueryVariables = Exact<{
  slug: string;
  findingsAfter?: string | null | undefined;
  sessions: number;
  selfStudy: number;
  projects: number;
  reflections: number;
}>;


export type StrandQuery = { evidenceSummary: { slug: string, state: EvidenceSummaryState, notices: Array<string>, publishedAt: string | null, updatedAt: string, id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null, withdrawal: { reason: string, withdrawnAt: string } | null, sections: Array<{ heading: string, html: string }>, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, source: { name: string, url: string | null, licence: string | null, retrievedOn: string | null, note: string | null }, references: Array<{ key: string, short: string, text: string, url: string | null }>, guidanceReports: Array<{ id: string, title: string, publisher: string, year: number | null, url: string | null }>, findings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, outcome: string, outcomeDomain: string | null, period: string | null, comparison: string | null, sampleDescription: string | null, sampleSize: number | null, interventionSampleSize: number | null, comparisonSampleSize: number | null, interventionClusters: number | null, comparisonClusters: number | null, isSubgroup: boolean | null, effectSize: number | null, effectSizeBasis: EffectSizeBasis | null, effectSizeAsPublished: number | null, improvementIndex: number | null, designRating: DesignRating | null, study: { id: string, title: string | null, year: number | null, design: string | null, url: string | null } | null }> }, related: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, cpdSessions: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, selfStudyItems: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, provider: { id: string, name: string } }> }, researchProjects: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }> }, reflections: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }> } } | null };

export type CitedStrandQueryVariables = Exact<{
  slug: string;
}>;


export type CitedStrandQuery = { evidenceSummary: { slug: string, title: string, url: string, state: EvidenceSummaryState, updatedAt: string, source: { name: string, url: string | null, retrievedOn: string | null } } | null };

export type TermPageQueryVariables = Exact<{
  scheme: TermScheme;
  slug: string;
  alongside: TermScheme;
  isOfSessionsAlone: boolean;
  evidence: EvidenceSummaryFilter;
  coming: CpdSessionFilter;
  sessions: CpdSessionFilter;
  selfStudy: SelfStudyItemFilter;
  projects: ResearchProjectFilter;
  reflections: ReflectionFilter;
}>;


export type TermPageQuery = { term: { id: string, scheme: TermScheme, slug: string, label: string, aliases: Array<string>, group: string | null } | null, alongside: Array<{ id: string, scheme: TermScheme, slug: string, label: string, group: string | null }>, coming: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, audience: string | null, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, sessions: { totalCount: number }, evidence?: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, selfStudy?: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, headline: string, programme: string, module: string, writtenFor: SelfStudyAudience | null, durationMinutes: number | null, provider: { id: string, name: string } }> }, projects?: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, urn: number, name: string } | null }> }, reflections?: { totalCount: number, nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, urn: number, name: string } | null }> } };

export type ToolkitQueryVariables = Exact<{
  filter: EvidenceSummaryFilter;
  sort: EvidenceSummarySort;
  first: number;
  after?: string | null | undefined;
}>;


export type ToolkitQuery = { evidenceSummaries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ slug: string, costEffectivenessGroup: CostEffectivenessGroup, id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null, terms: Array<{ id: string, slug: string, label: string }> }> }, rated: { totalCount: number, nodes: Array<{ id: string, terms: Array<{ id: string, slug: string }> }> }, notRated: { totalCount: number }, phases: Array<{ id: string, slug: string, label: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CalendarSessionFragmentDoc = new TypedDocumentString(`
    fragment CalendarSession on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  audience
  publishedAt
  updatedAt
  provider {
    name
  }
  sections {
    html
  }
}
    `, {"fragmentName":"CalendarSession"}) as unknown as TypedDocumentString<CalendarSessionFragment, unknown>;
export const FiguresFragmentDoc = new TypedDocumentString(`
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
    `, {"fragmentName":"Figures"}) as unknown as TypedDocumentString<FiguresFragment, unknown>;
export const SummaryCardFragmentDoc = new TypedDocumentString(`
    fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}`, {"fragmentName":"SummaryCard"}) as unknown as TypedDocumentString<SummaryCardFragment, unknown>;
export const SessionCardFragmentDoc = new TypedDocumentString(`
    fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
    `, {"fragmentName":"SessionCard"}) as unknown as TypedDocumentString<SessionCardFragment, unknown>;
export const SelfStudyCardFragmentDoc = new TypedDocumentString(`
    fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}
    `, {"fragmentName":"SelfStudyCard"}) as unknown as TypedDocumentString<SelfStudyCardFragment, unknown>;
export const ProjectCardFragmentDoc = new TypedDocumentString(`
    fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
    `, {"fragmentName":"ProjectCard"}) as unknown as TypedDocumentString<ProjectCardFragment, unknown>;
export const ReflectionCardFragmentDoc = new TypedDocumentString(`
    fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}
    `, {"fragmentName":"ReflectionCard"}) as unknown as TypedDocumentString<ReflectionCardFragment, unknown>;
export const SchoolMarksFragmentDoc = new TypedDocumentString(`
    fragment SchoolMarks on School {
  id
  urn
  name
  town
  postcode
  status
  phase {
    id
    label
  }
}
    `, {"fragmentName":"SchoolMarks"}) as unknown as TypedDocumentString<SchoolMarksFragment, unknown>;
export const OwnReflectionFragmentDoc = new TypedDocumentString(`
    fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}
    `, {"fragmentName":"OwnReflection"}) as unknown as TypedDocumentString<OwnReflectionFragment, unknown>;
export const FoundMarkFragmentDoc = new TypedDocumentString(`
    fragment FoundMark on ReflectionMark {
  key
  part
  kind
  start
  end
  words
  isConfirmed
}
    `, {"fragmentName":"FoundMark"}) as unknown as TypedDocumentString<FoundMarkFragment, unknown>;
export const SchoolMemberFragmentDoc = new TypedDocumentString(`
    fragment SchoolMember on Person {
  id
  name
  roles
  memberships {
    id
    state
    requestedAt
    decidedAt
  }
  viewerCan {
    endMembership
    grantRoles
    revokeRoles
  }
}
    `, {"fragmentName":"SchoolMember"}) as unknown as TypedDocumentString<SchoolMemberFragment, unknown>;
export const RefusedDocumentFragmentDoc = new TypedDocumentString(`
    fragment RefusedDocument on RefusedSearchDocument {
  id
  title
  reason
  attempts
  nextAttemptAt
  record {
    id
    kind
    url
  }
}
    `, {"fragmentName":"RefusedDocument"}) as unknown as TypedDocumentString<RefusedDocumentFragment, unknown>;
export const AskedWordsFragmentDoc = new TypedDocumentString(`
    fragment AskedWords on AskedWords {
  words
  times
  hits
  opened
  medianPosition
  alike
}
    `, {"fragmentName":"AskedWords"}) as unknown as TypedDocumentString<AskedWordsFragment, unknown>;
export const SessionTermCountFragmentDoc = new TypedDocumentString(`
    fragment SessionTermCount on CpdSessionTermCount {
  count
  term {
    id
    slug
    label
    group
  }
}
    `, {"fragmentName":"SessionTermCount"}) as unknown as TypedDocumentString<SessionTermCountFragment, unknown>;
export const SessionChoiceCountsFragmentDoc = new TypedDocumentString(`
    fragment SessionChoiceCounts on CpdSessionFacets {
  subjects {
    ...SessionTermCount
  }
  phases {
    ...SessionTermCount
  }
  topics {
    ...SessionTermCount
  }
  pdMechanisms {
    ...SessionTermCount
  }
  modes {
    mode
    count
  }
  withPlaces
}
    fragment SessionTermCount on CpdSessionTermCount {
  count
  term {
    id
    slug
    label
    group
  }
}`, {"fragmentName":"SessionChoiceCounts"}) as unknown as TypedDocumentString<SessionChoiceCountsFragment, unknown>;
export const ReaderDocument = new TypedDocumentString(`
    query Reader {
  viewer {
    permissions
    person {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReaderQuery, ReaderQueryVariables>;
export const PersonalDataExportDocument = new TypedDocumentString(`
    mutation PersonalDataExport($password: String) {
  personalDataExport(password: $password) {
    json
  }
}
    `) as unknown as TypedDocumentString<PersonalDataExportMutation, PersonalDataExportMutationVariables>;
export const AccountDeleteDocument = new TypedDocumentString(`
    mutation AccountDelete($input: AccountDeleteInput!) {
  accountDelete(input: $input) {
    contributions
  }
}
    `) as unknown as TypedDocumentString<AccountDeleteMutation, AccountDeleteMutationVariables>;
export const ProfileDocument = new TypedDocumentString(`
    query Profile {
  viewer {
    email
    roles
    withheldRoles
    membership {
      id
      school {
        id
        name
      }
    }
    membershipRequest {
      id
      school {
        id
        name
      }
    }
    person {
      id
      name
      careerStage
      subjects {
        id
        slug
      }
      phases {
        id
        slug
      }
      interests {
        id
        slug
      }
    }
  }
  subjects: terms(scheme: SUBJECT) {
    id
    slug
    label
  }
  phases: terms(scheme: PHASE) {
    id
    slug
    label
  }
  topics: terms(scheme: TOPIC) {
    id
    slug
    label
  }
}
    `) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const SaveProfileDocument = new TypedDocumentString(`
    mutation SaveProfile($input: PersonUpdateInput!) {
  personUpdate(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SaveProfileMutation, SaveProfileMutationVariables>;
export const AuditDocument = new TypedDocumentString(`
    query Audit($filter: AuditEventFilter!, $after: String) {
  auditActs
  auditEvents(filter: $filter, first: 50, after: $after) {
    totalCount
    nodes {
      id
      at
      act
      subject
      actor {
        id
        name
        email
        personId
      }
      subjectPerson {
        id
        name
      }
      detail {
        name
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditQuery, AuditQueryVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($slugs: [String!]!) {
  evidenceSummaries(filter: {slugs: $slugs}, first: 4) {
    nodes {
      ...SummaryCard
      slug
      notices
      updatedAt
      source {
        name
        url
        retrievedOn
      }
      terms {
        id
        scheme
        slug
        label
      }
      sections {
        heading
        html
      }
      cpdSessions(first: 10) {
        nodes {
          id
          title
          url
          startsAt
          endsAt
          audience
          capacity
          placesLeft
        }
      }
      researchProjects(first: 1) {
        totalCount
      }
      reflections(first: 1) {
        totalCount
      }
    }
  }
  offered: evidenceSummaries(
    filter: {impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE]}
    sort: TITLE
    first: 100
  ) {
    nodes {
      id
      slug
      title
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const CompareStartDocument = new TypedDocumentString(`
    query CompareStart {
  evidenceSummaries(
    filter: {impactMonthsStatuses: [RATED]}
    sort: EVIDENCE_STRENGTH
    first: 6
  ) {
    nodes {
      id
      slug
      title
    }
  }
  offered: evidenceSummaries(
    filter: {impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE]}
    sort: TITLE
    first: 100
  ) {
    nodes {
      id
      slug
      title
    }
  }
}
    `) as unknown as TypedDocumentString<CompareStartQuery, CompareStartQueryVariables>;
export const FeedDocument = new TypedDocumentString(`
    query Feed {
  evidenceSummaries(first: 50, sort: UPDATED) {
    nodes {
      ...SummaryCard
      publishedAt
      updatedAt
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}`) as unknown as TypedDocumentString<FeedQuery, FeedQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($now: DateTime!, $lately: DateTime!) {
  terms {
    id
    scheme
    slug
    label
  }
  browse: search(first: 1, facets: [TOPIC, PHASE, PUPIL_GROUP]) {
    facets {
      field
      values {
        value
        count
      }
    }
  }
  strands: evidenceSummaries(
    filter: {evidenceStrengthMin: 3}
    sort: IMPACT
    first: 4
  ) {
    nodes {
      ...SummaryCard
    }
  }
  latest: evidenceSummaries(sort: UPDATED, first: 7) {
    totalCount
    nodes {
      id
      title
      url
      publishedAt
      updatedAt
    }
  }
  lately: evidenceSummaries(filter: {updatedAfter: $lately}, first: 1) {
    totalCount
  }
  cpdSessions(filter: {startsAfter: $now}, first: 4) {
    nodes {
      ...SessionCard
    }
  }
  researchProjects(first: 5) {
    nodes {
      ...ProjectCard
    }
  }
  reflections(first: 5) {
    nodes {
      ...ReflectionCard
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  viewer {
    email
    person {
      id
    }
    membership {
      id
      school {
        id
        name
      }
    }
  }
  invitation(token: $token) {
    email
    name
    role
    state
    expiresAt
    invitedByName
    isForViewer
    school {
      ...SchoolMarks
    }
  }
}
    fragment SchoolMarks on School {
  id
  urn
  name
  town
  postcode
  status
  phase {
    id
    label
  }
}`) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!) {
  invitationAccept(token: $token) {
    id
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($filter: InvitationFilter!, $after: String) {
  viewer {
    permissions
    membership {
      id
      school {
        id
        name
        viewerCan {
          inviteRoles
        }
      }
    }
  }
  invitations(filter: $filter, first: 50, after: $after) {
    totalCount
    nodes {
      id
      email
      name
      role
      state
      createdAt
      expiresAt
      closedAt
      batchId
      school {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const SchoolByUrnDocument = new TypedDocumentString(`
    query SchoolByUrn($urn: Int!) {
  school(urn: $urn) {
    id
  }
}
    `) as unknown as TypedDocumentString<SchoolByUrnQuery, SchoolByUrnQueryVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($input: InvitationCreateInput!) {
  invitationCreate(input: $input) {
    __typename
    ... on PersonHasAccount {
      person {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
export const InviteListDocument = new TypedDocumentString(`
    mutation InviteList($csv: String!, $dryRun: Boolean!) {
  invitationsImport(csv: $csv, dryRun: $dryRun) {
    batchId
    invited {
      line
      email
      name
      role
      school {
        id
        name
      }
    }
    faults {
      line
      column
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InviteListMutation, InviteListMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  invitationRevoke(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const UndoBatchDocument = new TypedDocumentString(`
    mutation UndoBatch($batchId: ID!) {
  invitationBatchUndo(batchId: $batchId) {
    revoked
    accepted
  }
}
    `) as unknown as TypedDocumentString<UndoBatchMutation, UndoBatchMutationVariables>;
export const ModerationDocument = new TypedDocumentString(`
    query Moderation($after: String) {
  viewer {
    person {
      id
    }
  }
  moderationQueue(first: 1, after: $after) {
    totalCount
    nodes {
      ...OwnReflection
      author {
        id
        name
      }
      marks {
        ...FoundMark
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}
fragment FoundMark on ReflectionMark {
  key
  part
  kind
  start
  end
  words
  isConfirmed
}`) as unknown as TypedDocumentString<ModerationQuery, ModerationQueryVariables>;
export const AcceptReflectionDocument = new TypedDocumentString(`
    mutation AcceptReflection($input: ReflectionAcceptInput!) {
  outcome: reflectionAccept(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<AcceptReflectionMutation, AcceptReflectionMutationVariables>;
export const ReturnReflectionDocument = new TypedDocumentString(`
    mutation ReturnReflection($input: ReflectionReturnInput!) {
  outcome: reflectionReturn(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<ReturnReflectionMutation, ReturnReflectionMutationVariables>;
export const MyReflectionsDocument = new TypedDocumentString(`
    query MyReflections($state: ReflectionState, $after: String) {
  viewer {
    person {
      id
    }
    reflections(first: 20, after: $after, state: $state) {
      nodes {
        ...OwnReflection
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    all: reflections(first: 1) {
      totalCount
    }
    PRIVATE: reflections(first: 1, state: PRIVATE) {
      totalCount
    }
    SHARED: reflections(first: 1, state: SHARED) {
      totalCount
    }
    SUBMITTED: reflections(first: 1, state: SUBMITTED) {
      totalCount
    }
    RETURNED: reflections(first: 1, state: RETURNED) {
      totalCount
    }
    PUBLIC: reflections(first: 1, state: PUBLIC) {
      totalCount
    }
  }
}
    fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}`) as unknown as TypedDocumentString<MyReflectionsQuery, MyReflectionsQueryVariables>;
export const MySchoolDocument = new TypedDocumentString(`
    query MySchool($members: String, $requests: String) {
  viewer {
    permissions
    person {
      id
      roles
    }
    membership {
      id
      basis
      requestedAt
      decidedAt
      school {
        ...SchoolMarks
        domains {
          id
          domain
          addedAt
        }
        members(first: 50, after: $members) {
          totalCount
          nodes {
            ...SchoolMember
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        membershipRequests(first: 50, after: $requests) {
          totalCount
          nodes {
            id
            requestedAt
            viewerCan {
              decide
            }
            person {
              id
              name
              school {
                id
                name
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
    membershipRequest {
      id
      requestedAt
      school {
        ...SchoolMarks
      }
    }
    memberships {
      id
      state
      school {
        ...SchoolMarks
      }
    }
  }
}
    fragment SchoolMarks on School {
  id
  urn
  name
  town
  postcode
  status
  phase {
    id
    label
  }
}
fragment SchoolMember on Person {
  id
  name
  roles
  memberships {
    id
    state
    requestedAt
    decidedAt
  }
  viewerCan {
    endMembership
    grantRoles
    revokeRoles
  }
}`) as unknown as TypedDocumentString<MySchoolQuery, MySchoolQueryVariables>;
export const ApproveRequestDocument = new TypedDocumentString(`
    mutation ApproveRequest($id: ID!) {
  membershipApprove(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ApproveRequestMutation, ApproveRequestMutationVariables>;
export const DeclineRequestDocument = new TypedDocumentString(`
    mutation DeclineRequest($id: ID!) {
  membershipDecline(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeclineRequestMutation, DeclineRequestMutationVariables>;
export const CancelRequestDocument = new TypedDocumentString(`
    mutation CancelRequest($id: ID!) {
  membershipCancel(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelRequestMutation, CancelRequestMutationVariables>;
export const LeaveSchoolDocument = new TypedDocumentString(`
    mutation LeaveSchool($id: ID!) {
  membershipLeave(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<LeaveSchoolMutation, LeaveSchoolMutationVariables>;
export const EndMembershipDocument = new TypedDocumentString(`
    mutation EndMembership($id: ID!) {
  membershipEnd(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndMembershipMutation, EndMembershipMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($personId: ID!, $role: Role!) {
  roleGrant(personId: $personId, role: $role) {
    id
  }
}
    `) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const RevokeRoleDocument = new TypedDocumentString(`
    mutation RevokeRole($personId: ID!, $role: Role!) {
  roleRevoke(personId: $personId, role: $role) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeRoleMutation, RevokeRoleMutationVariables>;
export const AddDomainDocument = new TypedDocumentString(`
    mutation AddDomain($schoolId: ID!, $domain: String!) {
  schoolDomainAdd(schoolId: $schoolId, domain: $domain) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddDomainMutation, AddDomainMutationVariables>;
export const RemoveDomainDocument = new TypedDocumentString(`
    mutation RemoveDomain($id: ID!) {
  schoolDomainRemove(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveDomainMutation, RemoveDomainMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($filter: PersonFilter!, $after: String, $urn: Int!, $ofSchool: Boolean!) {
  viewer {
    person {
      id
    }
  }
  people(filter: $filter, first: 50, after: $after) {
    totalCount
    nodes {
      id
      name
      email
      roles
      school {
        id
        urn
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  school(urn: $urn) @include(if: $ofSchool) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ResetSecondFactorDocument = new TypedDocumentString(`
    mutation ResetSecondFactor($personId: ID!) {
  personSecondFactorReset(personId: $personId) {
    id
  }
}
    `) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const AdministeredPersonDocument = new TypedDocumentString(`
    query AdministeredPerson($id: ID!) {
  viewer {
    permissions
    person {
      id
    }
  }
  node(id: $id) {
    __typename
    ... on Person {
      id
      name
      email
      careerStage
      roles
      school {
        ...SchoolMarks
      }
      memberships {
        id
        state
        basis
        requestedAt
        decidedAt
        endedAt
        school {
          id
          urn
          name
        }
        viewerCan {
          decide
          end
        }
      }
      roleGrants {
        id
        role
        grantedAt
        revokedAt
        school {
          id
          name
        }
        grantedBy {
          id
          name
        }
      }
      viewerCan {
        endMembership
        grantRoles
        revokeRoles
      }
    }
  }
}
    fragment SchoolMarks on School {
  id
  urn
  name
  town
  postcode
  status
  phase {
    id
    label
  }
}`) as unknown as TypedDocumentString<AdministeredPersonQuery, AdministeredPersonQueryVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($slug: String!) {
  researchProject(slug: $slug) {
    ...ProjectCard
    slug
    updatedAt
    withdrawal {
      reason
      withdrawnAt
    }
    lead {
      id
      name
    }
    school {
      id
      name
      town
      phase {
        id
        label
      }
    }
    sections {
      heading
      html
    }
    terms {
      id
      scheme
      slug
      label
    }
    evidence(first: 10) {
      nodes {
        ...SummaryCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects($filter: ResearchProjectFilter!, $after: String, $urn: Int!, $isOfOneSchool: Boolean!) {
  researchProjects(filter: $filter, first: 24, after: $after) {
    totalCount
    nodes {
      ...ProjectCard
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  terms {
    id
    scheme
    slug
    label
  }
  school(urn: $urn) @include(if: $isOfOneSchool) {
    id
    name
  }
}
    fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const NewReflectionDocument = new TypedDocumentString(`
    query NewReflection($evidence: String!, $isAboutEvidence: Boolean!, $session: String!, $isAboutSession: Boolean!, $words: String!, $isSearching: Boolean!) {
  viewer {
    person {
      id
    }
  }
  evidenceSummary(slug: $evidence) @include(if: $isAboutEvidence) {
    id
    slug
    title
    state
  }
  cpdSession(slug: $session) @include(if: $isAboutSession) {
    id
    slug
    title
  }
  search(
    query: $words
    filter: {kinds: [EVIDENCE_SUMMARY, CPD_SESSION]}
    first: 15
  ) @include(if: $isSearching) {
    totalCount
    nodes {
      __typename
      id
      title
      ... on EvidenceSummary {
        slug
      }
      ... on CpdSession {
        slug
        startsAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NewReflectionQuery, NewReflectionQueryVariables>;
export const EditReflectionDocument = new TypedDocumentString(`
    query EditReflection($id: ID!) {
  viewer {
    person {
      id
    }
  }
  node(id: $id) {
    __typename
    ... on Reflection {
      ...OwnReflection
    }
  }
}
    fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}`) as unknown as TypedDocumentString<EditReflectionQuery, EditReflectionQueryVariables>;
export const CreateReflectionDocument = new TypedDocumentString(`
    mutation CreateReflection($input: ReflectionCreateInput!) {
  reflectionCreate(input: $input) {
    id
    revision
  }
}
    `) as unknown as TypedDocumentString<CreateReflectionMutation, CreateReflectionMutationVariables>;
export const UpdateReflectionDocument = new TypedDocumentString(`
    mutation UpdateReflection($input: ReflectionUpdateInput!) {
  reflectionUpdate(input: $input) {
    __typename
    ... on Reflection {
      id
      revision
    }
    ... on ReflectionNewerVersion {
      newerRevision
      theirs {
        title
        context
        tried
        happened
        next
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateReflectionMutation, UpdateReflectionMutationVariables>;
export const ShareReflectionPageDocument = new TypedDocumentString(`
    query ShareReflectionPage($id: ID!) {
  viewer {
    person {
      id
      school {
        id
        name
      }
    }
  }
  node(id: $id) {
    __typename
    ... on Reflection {
      ...OwnReflection
      marks {
        ...FoundMark
      }
    }
  }
}
    fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}
fragment FoundMark on ReflectionMark {
  key
  part
  kind
  start
  end
  words
  isConfirmed
}`) as unknown as TypedDocumentString<ShareReflectionPageQuery, ShareReflectionPageQueryVariables>;
export const ShareReflectionDocument = new TypedDocumentString(`
    mutation ShareReflection($input: ReflectionShareInput!) {
  outcome: reflectionShare(input: $input) {
    __typename
    ... on Reflection {
      id
    }
    ... on ReflectionMarksToClear {
      marks {
        key
      }
    }
    ... on ReflectionIncomplete {
      missing
    }
  }
}
    `) as unknown as TypedDocumentString<ShareReflectionMutation, ShareReflectionMutationVariables>;
export const SubmitReflectionDocument = new TypedDocumentString(`
    mutation SubmitReflection($input: ReflectionShareInput!) {
  outcome: reflectionSubmit(input: $input) {
    __typename
    ... on Reflection {
      id
    }
    ... on ReflectionMarksToClear {
      marks {
        key
      }
    }
    ... on ReflectionIncomplete {
      missing
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitReflectionMutation, SubmitReflectionMutationVariables>;
export const ReflectionDocument = new TypedDocumentString(`
    query Reflection($id: ID!) {
  reflectionIsGone(id: $id)
  node(id: $id) {
    __typename
    ... on Reflection {
      ...ReflectionCard
      ...OwnReflection
      context
      happened
      next
      evidence {
        ...SummaryCard
        state
        terms {
          id
          scheme
          slug
          label
        }
      }
      cpdSession {
        ...SessionCard
        terms {
          id
          scheme
          slug
          label
        }
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}
fragment OwnReflection on Reflection {
  id
  title
  visibility
  state
  moderationNote
  revision
  hasUnsharedChanges
  editedAt
  submittedAt
  publishedAt
  latest {
    title
    context
    tried
    happened
    next
  }
  school {
    id
    name
  }
  evidence {
    id
    slug
    title
  }
  cpdSession {
    id
    slug
    title
  }
  viewerCan {
    update
    share
    submit
    withdraw
    delete
  }
}`) as unknown as TypedDocumentString<ReflectionQuery, ReflectionQueryVariables>;
export const WithdrawReflectionDocument = new TypedDocumentString(`
    mutation WithdrawReflection($id: ID!) {
  reflectionWithdraw(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawReflectionMutation, WithdrawReflectionMutationVariables>;
export const DeleteReflectionDocument = new TypedDocumentString(`
    mutation DeleteReflection($id: ID!) {
  reflectionDelete(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteReflectionMutation, DeleteReflectionMutationVariables>;
export const ReflectionsDocument = new TypedDocumentString(`
    query Reflections($filter: ReflectionFilter!, $after: String, $urn: Int!, $isOfOneSchool: Boolean!, $strand: String!, $isAboutOneStrand: Boolean!, $session: String!, $isAboutOneSession: Boolean!) {
  reflections(filter: $filter, first: 24, after: $after) {
    totalCount
    nodes {
      ...ReflectionCard
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  terms {
    id
    scheme
    slug
    label
  }
  strands: evidenceSummaries(filter: {evidenceStrengthMin: 0}, first: 100) {
    nodes {
      id
      slug
      title
    }
  }
  school(urn: $urn) @include(if: $isOfOneSchool) {
    id
    name
  }
  evidenceSummary(slug: $strand) @include(if: $isAboutOneStrand) {
    id
    title
  }
  cpdSession(slug: $session) @include(if: $isAboutOneSession) {
    id
    title
  }
}
    fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<ReflectionsQuery, ReflectionsQueryVariables>;
export const SchoolSuggestionsDocument = new TypedDocumentString(`
    query SchoolSuggestions($query: String!) {
  schools(query: $query, first: 6) {
    totalCount
    nodes {
      id
      urn
      name
      town
      postcode
      status
      phase {
        id
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolSuggestionsQuery, SchoolSuggestionsQueryVariables>;
export const SchoolDocument = new TypedDocumentString(`
    query School($urn: Int!) {
  school(urn: $urn) {
    id
    urn
    name
    town
    postcode
    localAuthority
    establishmentType
    phase {
      id
      scheme
      slug
      label
    }
    pupils
    pupilsYear
    pupilsSource
    pupilPremiumPercent
    status
    closedOn
    asOf
    attribution
    researchProjects(first: 6) {
      totalCount
      nodes {
        ...ProjectCard
      }
    }
    reflections(first: 6) {
      totalCount
      nodes {
        ...ReflectionCard
      }
    }
  }
}
    fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<SchoolQuery, SchoolQueryVariables>;
export const ChooserDocument = new TypedDocumentString(`
    query Chooser($urn: Int!, $chosen: Boolean!) {
  viewer {
    person {
      id
    }
    membership {
      id
      school {
        ...SchoolMarks
      }
    }
    membershipRequest {
      id
      school {
        ...SchoolMarks
      }
    }
  }
  school(urn: $urn) @include(if: $chosen) {
    ...SchoolMarks
  }
}
    fragment SchoolMarks on School {
  id
  urn
  name
  town
  postcode
  status
  phase {
    id
    label
  }
}`) as unknown as TypedDocumentString<ChooserQuery, ChooserQueryVariables>;
export const JoinDocument = new TypedDocumentString(`
    mutation Join($schoolId: ID!) {
  membershipRequest(schoolId: $schoolId) {
    __typename
    ... on MembershipRequested {
      membership {
        id
        state
      }
    }
    ... on MembershipRequestWaiting {
      membership {
        id
        school {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JoinMutation, JoinMutationVariables>;
export const SchoolsDocument = new TypedDocumentString(`
    query Schools($query: String, $after: String) {
  schools(query: $query, first: 25, after: $after) {
    totalCount
    nodes {
      id
      urn
      name
      town
      postcode
      status
      phase {
        id
        label
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SchoolsQuery, SchoolsQueryVariables>;
export const SearchIndexDocument = new TypedDocumentString(`
    query SearchIndex {
  searchIndex {
    waiting
    oldestSeconds
    trusted
    verifiedAt
    differences
    failedCount
    failed {
      ...RefusedDocument
    }
  }
}
    fragment RefusedDocument on RefusedSearchDocument {
  id
  title
  reason
  attempts
  nextAttemptAt
  record {
    id
    kind
    url
  }
}`) as unknown as TypedDocumentString<SearchIndexQuery, SearchIndexQueryVariables>;
export const SearchInsightDocument = new TypedDocumentString(`
    query SearchInsight($from: DateTime!, $to: DateTime!) {
  searchInsight(from: $from, to: $to) {
    searches
    withoutHits
    withoutOpened
    findNothing {
      ...AskedWords
    }
    openNothing {
      ...AskedWords
    }
    popular {
      ...AskedWords
    }
  }
  searchAliases {
    words
    means
  }
}
    fragment AskedWords on AskedWords {
  words
  times
  hits
  opened
  medianPosition
  alike
}`) as unknown as TypedDocumentString<SearchInsightQuery, SearchInsightQueryVariables>;
export const CreateSearchAliasDocument = new TypedDocumentString(`
    mutation CreateSearchAlias($input: SearchAliasCreateInput!) {
  searchAliasCreate(input: $input) {
    words
    means
  }
}
    `) as unknown as TypedDocumentString<CreateSearchAliasMutation, CreateSearchAliasMutationVariables>;
export const DeleteSearchAliasDocument = new TypedDocumentString(`
    mutation DeleteSearchAlias($words: String!) {
  searchAliasDelete(words: $words) {
    words
  }
}
    `) as unknown as TypedDocumentString<DeleteSearchAliasMutation, DeleteSearchAliasMutationVariables>;
export const SearchOpenedDocument = new TypedDocumentString(`
    mutation SearchOpened($askedId: ID!, $position: Int!) {
  searchOpened(askedId: $askedId, position: $position)
}
    `) as unknown as TypedDocumentString<SearchOpenedMutation, SearchOpenedMutationVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($query: String!) {
  search(query: $query, first: 12) {
    totalCount
    nodes {
      __typename
      id
      kind
      title
      url
      ... on EvidenceSummary {
        ...Figures
      }
      ... on CpdSession {
        startsAt
        endsAt
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}`) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $filter: SearchFilter, $facets: [SearchFacetField!]!, $sort: SearchSort!, $spelling: SearchSpelling!, $first: Int!, $after: String, $remember: Boolean!) {
  search(
    query: $query
    filter: $filter
    facets: $facets
    sort: $sort
    spelling: $spelling
    first: $first
    after: $after
    remember: $remember
  ) {
    askedId
    totalCount
    totalIsExact
    degraded
    correctedQuery
    suggestedQuery
    looser {
      query
      without
      totalCount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      field
      values {
        value
        label
        count
        selected
      }
    }
    edges {
      cursor
      snippets {
        field
        html
      }
      node {
        __typename
        id
        ... on EvidenceSummary {
          ...SummaryCard
        }
        ... on CpdSession {
          ...SessionCard
        }
        ... on SelfStudyItem {
          ...SelfStudyCard
        }
        ... on ResearchProject {
          ...ProjectCard
        }
        ... on Reflection {
          ...ReflectionCard
        }
      }
    }
  }
  terms(scheme: TOPIC) {
    id
    slug
    label
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SelfStudyItemDocument = new TypedDocumentString(`
    query SelfStudyItem($slug: String!) {
  selfStudyItem(slug: $slug) {
    ...SelfStudyCard
    slug
    moduleSlug
    year
    schoolTerm
    week
    sections {
      heading
      html
    }
    provider {
      website
    }
    source {
      name
      url
      licence
      attribution
      note
    }
    terms {
      id
      scheme
      slug
      label
    }
    evidence(first: 10) {
      nodes {
        ...SummaryCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}`) as unknown as TypedDocumentString<SelfStudyItemQuery, SelfStudyItemQueryVariables>;
export const SelfStudyDocument = new TypedDocumentString(`
    query SelfStudy($after: String, $filter: SelfStudyItemFilter) {
  selfStudyItems(first: 50, after: $after, filter: $filter) {
    totalCount
    nodes {
      ...SelfStudyCard
      moduleSlug
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  phases: terms(scheme: PHASE) {
    id
    slug
    label
  }
  subjects: terms(scheme: SUBJECT) {
    id
    slug
    label
  }
}
    fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}`) as unknown as TypedDocumentString<SelfStudyQuery, SelfStudyQueryVariables>;
export const SessionCalendarDocument = new TypedDocumentString(`
    query SessionCalendar($slug: String!) {
  cpdSession(slug: $slug) {
    ...CalendarSession
  }
}
    fragment CalendarSession on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  audience
  publishedAt
  updatedAt
  provider {
    name
  }
  sections {
    html
  }
}`) as unknown as TypedDocumentString<SessionCalendarQuery, SessionCalendarQueryVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session($slug: String!, $now: DateTime!) {
  cpdSession(slug: $slug) {
    ...SessionCard
    slug
    audience
    sections {
      heading
      html
    }
    provider {
      name
      website
    }
    terms {
      id
      scheme
      slug
      label
      group
    }
    evidence(first: 10) {
      nodes {
        ...SummaryCard
      }
    }
    reflections(first: 10) {
      nodes {
        ...ReflectionCard
      }
    }
  }
  mechanisms: terms(scheme: PD_MECHANISM) {
    id
    slug
    label
    group
  }
  related: cpdSessions(
    first: 3
    sort: EARLIEST
    filter: {relatedTo: $slug, endsAfter: $now}
  ) {
    nodes {
      ...SessionCard
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const SessionsCalendarDocument = new TypedDocumentString(`
    query SessionsCalendar($filter: CpdSessionFilter!) {
  cpdSessions(first: 100, filter: $filter, sort: EARLIEST) {
    nodes {
      ...CalendarSession
    }
  }
}
    fragment CalendarSession on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  audience
  publishedAt
  updatedAt
  provider {
    name
  }
  sections {
    html
  }
}`) as unknown as TypedDocumentString<SessionsCalendarQuery, SessionsCalendarQueryVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($filter: CpdSessionFilter!, $sort: CpdSessionSort!, $after: String, $others: CpdSessionFilter!) {
  sessions: cpdSessions(first: 24, filter: $filter, sort: $sort, after: $after) {
    totalCount
    nodes {
      ...SessionCard
    }
    pageInfo {
      hasNextPage
      startCursor
      endCursor
    }
  }
  others: cpdSessions(first: 1, filter: $others) {
    totalCount
  }
  facets: cpdSessionFacets(filter: $filter) {
    ...SessionChoiceCounts
  }
}
    fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment SessionChoiceCounts on CpdSessionFacets {
  subjects {
    ...SessionTermCount
  }
  phases {
    ...SessionTermCount
  }
  topics {
    ...SessionTermCount
  }
  pdMechanisms {
    ...SessionTermCount
  }
  modes {
    mode
    count
  }
  withPlaces
}
fragment SessionTermCount on CpdSessionTermCount {
  count
  term {
    id
    slug
    label
    group
  }
}`) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const SessionMonthDocument = new TypedDocumentString(`
    query SessionMonth($filter: CpdSessionFilter!, $earlier: CpdSessionFilter!, $later: CpdSessionFilter!) {
  sessions: cpdSessions(first: 100, filter: $filter, sort: EARLIEST) {
    totalCount
    nodes {
      ...SessionCard
    }
  }
  earlier: cpdSessions(first: 1, filter: $earlier, sort: LATEST) {
    nodes {
      id
      startsAt
    }
  }
  later: cpdSessions(first: 1, filter: $later, sort: EARLIEST) {
    nodes {
      id
      startsAt
    }
  }
  facets: cpdSessionFacets(filter: $filter) {
    ...SessionChoiceCounts
  }
}
    fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment SessionChoiceCounts on CpdSessionFacets {
  subjects {
    ...SessionTermCount
  }
  phases {
    ...SessionTermCount
  }
  topics {
    ...SessionTermCount
  }
  pdMechanisms {
    ...SessionTermCount
  }
  modes {
    mode
    count
  }
  withPlaces
}
fragment SessionTermCount on CpdSessionTermCount {
  count
  term {
    id
    slug
    label
    group
  }
}`) as unknown as TypedDocumentString<SessionMonthQuery, SessionMonthQueryVariables>;
export const SitemapSummariesDocument = new TypedDocumentString(`
    query SitemapSummaries($after: String) {
  list: evidenceSummaries(first: 100, sort: NEWEST, after: $after) {
    nodes {
      url
      updatedAt
      terms {
        scheme
        slug
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapSummariesQuery, SitemapSummariesQueryVariables>;
export const SitemapSessionsDocument = new TypedDocumentString(`
    query SitemapSessions($after: String) {
  list: cpdSessions(first: 100, after: $after) {
    nodes {
      url
      updatedAt
      terms {
        scheme
        slug
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapSessionsQuery, SitemapSessionsQueryVariables>;
export const SitemapSelfStudyDocument = new TypedDocumentString(`
    query SitemapSelfStudy($after: String) {
  list: selfStudyItems(first: 100, after: $after) {
    nodes {
      url
      updatedAt
      terms {
        scheme
        slug
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapSelfStudyQuery, SitemapSelfStudyQueryVariables>;
export const SitemapProjectsDocument = new TypedDocumentString(`
    query SitemapProjects($after: String) {
  list: researchProjects(first: 100, after: $after) {
    nodes {
      url
      updatedAt
      terms {
        scheme
        slug
      }
      school {
        urn
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapProjectsQuery, SitemapProjectsQueryVariables>;
export const SitemapReflectionsDocument = new TypedDocumentString(`
    query SitemapReflections($after: String) {
  list: reflections(first: 100, after: $after) {
    nodes {
      url
      updatedAt
      school {
        urn
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapReflectionsQuery, SitemapReflectionsQueryVariables>;
export const StrandDocument = new TypedDocumentString(`
    query Strand($slug: String!, $findingsAfter: String, $sessions: Int!, $selfStudy: Int!, $projects: Int!, $reflections: Int!) {
  evidenceSummary(slug: $slug) {
    ...SummaryCard
    slug
    state
    withdrawal {
      reason
      withdrawnAt
    }
    notices
    publishedAt
    updatedAt
    sections {
      heading
      html
    }
    terms {
      id
      scheme
      slug
      label
    }
    source {
      name
      url
      licence
      retrievedOn
      note
    }
    references {
      key
      short
      text
      url
    }
    guidanceReports {
      id
      title
      publisher
      year
      url
    }
    findings(first: 20, after: $findingsAfter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        outcome
        outcomeDomain
        period
        comparison
        sampleDescription
        sampleSize
        interventionSampleSize
        comparisonSampleSize
        interventionClusters
        comparisonClusters
        isSubgroup
        effectSize
        effectSizeBasis
        effectSizeAsPublished
        improvementIndex
        designRating
        study {
          id
          title
          year
          design
          url
        }
      }
    }
    related(first: 6) {
      nodes {
        ...SummaryCard
      }
    }
    cpdSessions(first: $sessions) {
      totalCount
      nodes {
        ...SessionCard
      }
    }
    selfStudyItems(first: $selfStudy) {
      totalCount
      nodes {
        ...SelfStudyCard
      }
    }
    researchProjects(first: $projects) {
      totalCount
      nodes {
        ...ProjectCard
      }
    }
    reflections(first: $reflections) {
      totalCount
      nodes {
        ...ReflectionCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<StrandQuery, StrandQueryVariables>;
export const CitedStrandDocument = new TypedDocumentString(`
    query CitedStrand($slug: String!) {
  evidenceSummary(slug: $slug) {
    slug
    title
    url
    state
    updatedAt
    source {
      name
      url
      retrievedOn
    }
  }
}
    `) as unknown as TypedDocumentString<CitedStrandQuery, CitedStrandQueryVariables>;
export const TermPageDocument = new TypedDocumentString(`
    query TermPage($scheme: TermScheme!, $slug: String!, $alongside: TermScheme!, $isOfSessionsAlone: Boolean!, $evidence: EvidenceSummaryFilter!, $coming: CpdSessionFilter!, $sessions: CpdSessionFilter!, $selfStudy: SelfStudyItemFilter!, $projects: ResearchProjectFilter!, $reflections: ReflectionFilter!) {
  term(scheme: $scheme, slug: $slug) {
    id
    scheme
    slug
    label
    aliases
    group
  }
  alongside: terms(scheme: $alongside) {
    id
    scheme
    slug
    label
    group
  }
  coming: cpdSessions(filter: $coming, first: 3) {
    totalCount
    nodes {
      ...SessionCard
    }
  }
  sessions: cpdSessions(filter: $sessions, first: 1) {
    totalCount
  }
  evidence: evidenceSummaries(
    filter: $evidence
    sort: EVIDENCE_STRENGTH
    first: 6
  ) @skip(if: $isOfSessionsAlone) {
    totalCount
    nodes {
      ...SummaryCard
    }
  }
  selfStudy: selfStudyItems(filter: $selfStudy, first: 3) @skip(if: $isOfSessionsAlone) {
    totalCount
    nodes {
      ...SelfStudyCard
    }
  }
  projects: researchProjects(filter: $projects, first: 3) @skip(if: $isOfSessionsAlone) {
    totalCount
    nodes {
      ...ProjectCard
    }
  }
  reflections(filter: $reflections, first: 3) @skip(if: $isOfSessionsAlone) {
    totalCount
    nodes {
      ...ReflectionCard
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  audience
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment SelfStudyCard on SelfStudyItem {
  id
  title
  url
  headline
  programme
  module
  writtenFor
  durationMinutes
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    urn
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    urn
    name
  }
}`) as unknown as TypedDocumentString<TermPageQuery, TermPageQueryVariables>;
export const ToolkitDocument = new TypedDocumentString(`
    query Toolkit($filter: EvidenceSummaryFilter!, $sort: EvidenceSummarySort!, $first: Int!, $after: String) {
  evidenceSummaries(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...SummaryCard
      slug
      costEffectivenessGroup
      terms(scheme: PHASE) {
        id
        slug
        label
      }
    }
  }
  rated: evidenceSummaries(
    filter: {impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE]}
    first: 100
  ) {
    totalCount
    nodes {
      id
      terms(scheme: PHASE) {
        id
        slug
      }
    }
  }
  notRated: evidenceSummaries(
    filter: {impactMonthsStatuses: [NOT_RATED_IN_MONTHS]}
    first: 1
  ) {
    totalCount
  }
  phases: terms(scheme: PHASE) {
    id
    slug
    label
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}`) as unknown as TypedDocumentString<ToolkitQuery, ToolkitQueryVariables>;