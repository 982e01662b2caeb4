import type { ReactNode } from "react";
import { Confirm } from "../form/confirm.tsx";
import { PostForm } from "../form/post-form.tsx";
import { type ButtonLook, SubmitButton } from "../form/submit-button.tsx";

interface ActProps {
  /** What the action of the page is told to do. */
  readonly intent: string;
  /** The record it is about, by its id. */
  readonly of?: string;
  /** The same in words, for those who hear one button of many alike: "A. Wedgwood". */
  readonly about?: string;
  /** What the button says. */
  readonly children: ReactNode;
  readonly look?: ButtonLook;
}

/**
 * A form that is one button, for what is as easily undone. What it was refused for is shown by the page (`PageFault`): the
 * row that it stands in may be gone by then.
 */
export function Act({ intent, of, about, children, look = "other" }: ActProps): ReactNode {
  return (
    <PostForm intent={intent} outcome={undefined} inline {...(of !== undefined && { of })}>
      <SubmitButton look={look} {...(about !== undefined && { about })}>
        {children}
      </SubmitButton>
    </PostForm>
  );
}

interface ConfirmedActProps extends ActProps {
  /** What the closed button says, ending in "…". */
  readonly ask: string;
  /** What comes of it, and more to fill in where there is any. */
  readonly words: ReactNode;
}

/** The same for what has consequences: first it says which. */
export function ConfirmedAct(props: ConfirmedActProps): ReactNode {
  const { ask, words, intent, of, about, children, look = "danger" } = props;
  return (
    <Confirm ask={ask} {...(about !== undefined && { about })}>
      <PostForm intent={intent} outcome={undefined} {...(of !== undefined && { of })}>
        {words}
        <SubmitButton look={look} {...(about !== undefined && { about })}>
          {children}
        </SubmitButton>
      </PostForm>
    </Confirm>
  );
}
