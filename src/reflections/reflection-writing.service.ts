import { type FilterQuery, LockMode } from "@mikro-orm/core";
import { CpdSession } from "../cpd/cpd-session.entity.ts";
import { visibleSessions } from "../cpd/cpd-session.policy.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { visibleSummaries } from "../evidence/evidence.policy.ts";
import { SummaryRevision } from "../evidence/summary-revision.entity.ts";
import { audit } from "../kernel/audit.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, forbidden, notFound } from "../kernel/errors.ts";
import { requirePrefix } from "../kernel/ids.ts";
import { record } from "../kernel/outbox.ts";
import { anonymous, requirePerson, type Viewer } from "../kernel/viewer.ts";
import { project, unproject } from "../search/projection.ts";
import { ReflectionNewerVersion } from "./reflection-outcomes.ts";
import {
  changedText,
  type ReflectionText,
  type ReflectionTextChange,
  sameText,
  textOf,
} from "./reflection-text.ts";
import type { ReflectionCreateInput, ReflectionUpdateInput } from "./reflection-writing.inputs.ts";
import { latestText, Reflection } from "./reflection.entity.ts";
import {
  canDeleteReflection,
  canUpdateReflection,
  visibleReflections,
} from "./reflection.policy.ts";
import { reflectionDocuments } from "./reflection.search.ts";

const emptyText: ReflectionText = { title: "", context: "", tried: "", happened: "", next: null };

/** The reflection, locked until the end of the transaction; NOT_FOUND where the viewer may not see it. */
export async function lockedReflection(tx: Em, viewer: Viewer, id: string): Promise<Reflection> {
  const where = { $and: [{ id }, visibleReflections(viewer)] } as FilterQuery<Reflection>;
  const reflection = await tx.findOne(Reflection, where, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    // What an earlier act of the same request has in memory may be older.
    refresh: true,
  });
  if (!reflection) throw notFound("reflection", id);
  return reflection;
}

/** Writes what the act has made of it, that it was done, and what search knows. */
export async function done(
  tx: Em,
  viewer: Viewer,
  reflection: Reflection,
  fact: string,
): Promise<Reflection> {
  record(tx, fact, reflection.id);
  await audit(tx, viewer, fact, reflection.id);
  return saved(tx, reflection);
}

/** Writes what it says, and what search knows. Each save of a text being typed is neither a fact nor an act to audit. */
async function saved(tx: Em, reflection: Reflection): Promise<Reflection> {
  await tx.flush();
  await project(tx, await reflectionDocuments(tx, [reflection]));
  return reflection;
}

/** The outcome when somebody has changed the text since the client read it. */
export function newerVersion(
  reflection: Reflection,
  yours: ReflectionText = latestText(reflection),
): ReflectionNewerVersion {
  return Object.assign(new ReflectionNewerVersion(), {
    newerRevision: reflection.revision,
    theirs: latestText(reflection),
    yours,
  });
}

/** A private reflection of the viewer's about a summary or a session that they can see. */
export function createReflection(
  em: Em,
  viewer: Viewer,
  { about, ...change }: ReflectionCreateInput,
): Promise<Reflection> {
  const author = requirePerson(viewer, "write a reflection");
  return em.transactional(async (tx) => {
    const subject = await subjectOf(tx, about);
    const text = changedText(emptyText, change, await madeTitle(tx, subject));
    const reflection = tx.create(Reflection, {
      ...textOf(text),
      ...subject,
      authorId: author.personId,
      schoolId: author.schoolId,
    } as never);
    return done(tx, viewer, reflection, "reflection.created");
  });
}

/** Saves what the author has typed. Saving the same once more, after a lost answer, changes nothing. */
export function updateReflection(
  em: Em,
  viewer: Viewer,
  { id, revision, ...change }: ReflectionUpdateInput,
): Promise<Reflection | ReflectionNewerVersion> {
  requirePerson(viewer, "change a reflection");
  return em.transactional(async (tx) => {
    const reflection = await lockedReflection(tx, viewer, id);
    if (!canUpdateReflection(viewer, reflection)) throw forbidden("change this reflection");
    const now = latestText(reflection);
    const text = changedText(now, change as ReflectionTextChange, await madeTitle(tx, reflection));
    if (sameText(text, now)) return reflection;
    if (reflection.revision !== revision) return newerVersion(reflection, text);
    reflection.write(text, new Date());
    return saved(tx, reflection);
  });
}

/** Deletes it for good. Of one that was public, the id stays, so that its address can say that it is gone. */
export function deleteReflection(em: Em, viewer: Viewer, id: string): Promise<void> {
  requirePerson(viewer, "delete a reflection");
  return em.transactional(async (tx) => {
    const reflection = await lockedReflection(tx, viewer, id);
    if (!canDeleteReflection(viewer, reflection)) throw forbidden("delete this reflection");
    record(tx, "reflection.deleted", id);
    await audit(tx, viewer, "reflection.deleted", id);
    await eraseReflection(tx, reflection);
  });
}

/** Takes a reflection out of the record and of search, inside a transaction. */
export async function eraseReflection(tx: Em, reflection: Reflection): Promise<void> {
  if (reflection.oncePublic) reflection.empty(new Date());
  else tx.remove(reflection);
  await tx.flush();
  await unproject(tx, [reflection.id]);
}

type Subject = Pick<Reflection, "summaryId" | "sessionId">;

/** What is public: the title of what is not must not become public with a reflection. */
async function subjectOf(tx: Em, about: string): Promise<Subject> {
  const prefix = requirePrefix(about, "about");
  if (prefix === "summary") {
    const where = { $and: [{ id: about }, visibleSummaries(anonymous)] };
    if (await tx.count(EvidenceSummary, where)) return { summaryId: about, sessionId: null };
    throw notFound("evidence summary", about);
  }
  if (prefix === "session") {
    const where = { $and: [{ id: about }, visibleSessions(anonymous)] };
    if (await tx.count(CpdSession, where)) return { summaryId: null, sessionId: about };
    throw notFound("CPD session", about);
  }
  throw badInput("about", "is neither an evidence summary nor a CPD session.");
}

/** What a reflection is called while its author gives it no name. */
async function madeTitle(tx: Em, { summaryId, sessionId }: Subject): Promise<string> {
  if (sessionId !== null) {
    const session = await tx.findOneOrFail(CpdSession, { id: sessionId });
    return `After “${session.title}”`.slice(0, 200);
  }
  const summary = await tx.findOneOrFail(EvidenceSummary, { id: summaryId! });
  const revision = await tx.findOneOrFail(SummaryRevision, { id: summary.publishedRevisionId! });
  return `Trying ${revision.title}`.slice(0, 200);
}
