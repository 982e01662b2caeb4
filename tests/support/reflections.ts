import type { PersonViewer, Viewer } from "../../src/kernel/viewer.ts";
import type { World } from "./world.ts";

const outcome = `__typename
  ... on Reflection { id revision visibility state moderation title context publishedAt hasUnsharedChanges latest { title context tried happened next } school { id } }
  ... on ReflectionNewerVersion { newerRevision theirs { context tried } yours { context tried } }`;
const open = `${outcome}
  ... on ReflectionMarksToClear { marks { key part kind words isConfirmed } }
  ... on ReflectionIncomplete { missing }`;

/** Every act on reflections, with all that its outcomes say. */
export const acts = {
  create: `mutation ($input: ReflectionCreateInput!) { done: reflectionCreate(input: $input) { ${outcome.slice(0, outcome.indexOf("... on ReflectionNewer"))} } }`,
  update: `mutation ($input: ReflectionUpdateInput!) { done: reflectionUpdate(input: $input) { ${outcome} } }`,
  share: `mutation ($input: ReflectionShareInput!) { done: reflectionShare(input: $input) { ${open} } }`,
  submit: `mutation ($input: ReflectionShareInput!) { done: reflectionSubmit(input: $input) { ${open} } }`,
  accept: `mutation ($input: ReflectionAcceptInput!) { done: reflectionAccept(input: $input) { ${outcome} } }`,
  return: `mutation ($input: ReflectionReturnInput!) { done: reflectionReturn(input: $input) { __typename ... on ReflectionReturned { id } ... on ReflectionNewerVersion { newerRevision } } }`,
  withdraw: `mutation ($id: ID!) { done: reflectionWithdraw(id: $id) { ${outcome.slice(0, outcome.indexOf("... on ReflectionNewer"))} } }`,
  delete: `mutation ($id: ID!) { done: reflectionDelete(id: $id) { id } }`,
} as const;

export const whole = {
  context: "A class of thirty.",
  tried: "We planned aloud.",
  happened: "They planned more.",
  next: "Do it again.",
};

/** An author with a school, a colleague, a stranger, an administrator and a moderator; and how they act. */
export async function cast(world: World) {
  const school = await world.school();
  const author = world.as(await world.person(school), "TEACHER") as PersonViewer;
  const persons = {
    author,
    colleague: world.as(await world.person(school), "TEACHER"),
    stranger: world.as(await world.person(await world.school()), "TEACHER"),
    administrator: world.as(await world.person(), "ADMINISTRATOR"),
    moderator: world.as(await world.person(), "PUBLISHER"),
  };
  const summary = await world.summary({ title: "Quokka planning" });
  const act = async (
    name: keyof typeof acts,
    viewer: Viewer | undefined,
    input: Record<string, unknown>,
  ) => {
    const variables = name === "withdraw" || name === "delete" ? input : { input };
    const { data, errors } = await world.ask(acts[name], variables, viewer);
    return { ...data?.done, errors };
  };
  const create = (more: object = {}) =>
    act("create", author, { about: summary.id, ...whole, ...more });
  return { school, summary, ...persons, persons, act, create };
}
