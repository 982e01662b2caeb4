import { Field, ObjectType, registerEnumType } from "type-graphql";
import { badInput } from "../kernel/errors.ts";
import { cleanText } from "../kernel/input.ts";

/** The parts of a reflection's text, in reading order. */
export enum ReflectionPart {
  TITLE = "TITLE",
  CONTEXT = "CONTEXT",
  TRIED = "TRIED",
  HAPPENED = "HAPPENED",
  NEXT = "NEXT",
}
registerEnumType(ReflectionPart, {
  name: "ReflectionPart",
  description: "The parts of a reflection's text.",
  valuesConfig: {
    TITLE: { description: "Its title." },
    CONTEXT: { description: "The class and the situation." },
    TRIED: { description: "What was tried." },
    HAPPENED: { description: "What happened." },
    NEXT: { description: "What the teacher will do next." },
  },
});

/** Most characters of a title and of each other part. */
export const titleMax = 200;
export const partMax = 5_000;

@ObjectType({ description: "The text of a reflection as its author left it, parts perhaps empty." })
export class ReflectionText {
  @Field(() => String, { description: "Title, as plain text." })
  title!: string;

  @Field(() => String, { description: "The class and the situation. Plain text, may be empty." })
  context!: string;

  @Field(() => String, { description: "What was tried. Plain text, may be empty." })
  tried!: string;

  @Field(() => String, { description: "What happened. Plain text, may be empty." })
  happened!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the teacher will do next. Plain text; null when there is nothing.",
  })
  next!: string | null;
}

/** The parts with their places in the text, in reading order. */
export const parts = [
  [ReflectionPart.TITLE, "title"],
  [ReflectionPart.CONTEXT, "context"],
  [ReflectionPart.TRIED, "tried"],
  [ReflectionPart.HAPPENED, "happened"],
  [ReflectionPart.NEXT, "next"],
] as const;

/** A part of the text as a client sends it: what is left out stays as it was. */
export type ReflectionTextChange = { [Key in keyof ReflectionText]?: string | null | undefined };

/**
 * The text with the changes in it, ends of lines as one sign and no blanks around. A title left empty becomes
 * `titleWhenEmpty`. Too long is BAD_USER_INPUT, naming the part.
 */
export function changedText(
  text: ReflectionText,
  change: ReflectionTextChange,
  titleWhenEmpty: string,
): ReflectionText {
  const part = (name: keyof ReflectionText): string => {
    const given = change[name];
    return given === undefined ? (text[name] ?? "") : plain(given ?? "", name);
  };
  return {
    title: part("title") || titleWhenEmpty,
    context: part("context"),
    tried: part("tried"),
    happened: part("happened"),
    next: part("next") || null,
  };
}

function plain(given: string, name: keyof ReflectionText): string {
  // oxlint-disable-next-line no-control-regex -- nobody types these, and neither pages nor search can show them
  if (/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(given))
    throw badInput(name, "contains control characters; send plain text.");
  const text = cleanText(given, name, name === "title" ? titleMax : partMax);
  const lines = text.toWellFormed().replace(/\r\n?/g, "\n").trim();
  return name === "title" ? lines.replace(/\s+/g, " ") : lines;
}

/** The parts that readers need and the text lacks. What comes next may stay open. */
export const missingParts = (text: ReflectionText): ReflectionPart[] =>
  parts.flatMap(([part, name]) => (name === "next" || text[name] ? [] : [part]));

/** Whether two texts say the same. */
export const sameText = (one: ReflectionText, other: ReflectionText): boolean =>
  parts.every(([, name]) => one[name] === other[name]);

/** The text alone, of anything that carries one. */
export const textOf = ({ title, context, tried, happened, next }: ReflectionText) => ({
  title,
  context,
  tried,
  happened,
  next,
});
