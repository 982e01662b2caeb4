import type { ReactNode } from "react";
import { formatDay, formatTime } from "../../data/dates.ts";
import { inNumbers } from "../../data/wording.ts";
import { durationInWords } from "../../data/durations.ts";
import { Notice } from "../form/saved.tsx";

interface IndexStateProps {
  readonly of: {
    readonly waiting: number;
    readonly oldestSeconds: number;
    readonly trusted: boolean;
    readonly failedCount: number;
    readonly verifiedAt?: string | null;
    readonly differences?: number | null;
  };
}

/** Seconds within which what is written is usually found: less is no news. */
const usualSeconds = 5;

const records = (count: number): string =>
  `${inNumbers(count)} ${count === 1 ? "record" : "records"}`;

/** Whether the index says what the database says, in one sentence, and when that was last compared. */
export function IndexState({ of }: IndexStateProps): ReactNode {
  const { waiting, oldestSeconds, trusted, failedCount, verifiedAt } = of;
  const isLate = waiting > 0 && oldestSeconds >= usualSeconds;
  return (
    <>
      {!trusted ? (
        <Notice look="care">
          <p>
            The index is being filled or compared. Until it is known to be whole, the database
            answers searches: nothing is missing from them.
          </p>
        </Notice>
      ) : isLate ? (
        <Notice look="care">
          <p>
            {records(waiting)} {waiting === 1 ? "waits" : "wait"} to be taken into the index, the
            first for {durationInWords(oldestSeconds)}. It goes on by itself; if this grows, whoever
            runs the site should look at the search server.
          </p>
        </Notice>
      ) : (
        <p>
          {failedCount === 0
            ? "All is well: what is written is found within a moment."
            : "What is written is found within a moment, but for what is listed here."}
        </p>
      )}
      <p>
        {verifiedAt
          ? `Last compared with the database on ${formatDay(verifiedAt)} at ${formatTime(verifiedAt)}: ${found(of.differences ?? 0)}`
          : "It has not been compared with the database yet; that is done every hour."}
      </p>
    </>
  );
}

const found = (differences: number): string =>
  differences === 0
    ? "no difference."
    : `${records(differences)} differed, and ${differences === 1 ? "was" : "were"} taken in again.`;
