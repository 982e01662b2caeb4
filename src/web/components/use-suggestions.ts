import { useEffect, useState } from "react";
import { suggestFrom, type Suggestions, type SuggestionSource } from "../data/suggestions.ts";

/** A pause in typing, in milliseconds: shorter than the one between two words. */
const pause = 150;

interface Answer {
  /** The words it was asked for. */
  readonly to: string;
  readonly found: Suggestions;
}

/**
 * What the words typed so far would find; undefined until there is an answer, and for too few letters. One question a
 * pause: the one before is given up, and what was found for other words is dropped. Without a connection there is no list,
 * and the form works as it does without scripts.
 */
export function useSuggestions(
  text: string,
  { suggestionsPath }: SuggestionSource,
): Suggestions | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const enough = text.trim().length >= suggestFrom;
  useEffect(() => {
    if (!enough) return undefined;
    const question = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const response = await fetch(suggestionsPath(text), { signal: question.signal });
        const found = response.ok ? ((await response.json()) as Suggestions) : undefined;
        if (!question.signal.aborted) setAnswer(found && { to: text, found });
      } catch {
        if (!question.signal.aborted) setAnswer(undefined);
      }
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [text, enough, suggestionsPath]);
  // While one goes on typing, or takes letters back, the list stays until the next has come.
  const fits = answer && (text.startsWith(answer.to) || answer.to.startsWith(text));
  return enough && fits ? answer.found : undefined;
}
