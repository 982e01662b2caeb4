import type { ReactNode } from "react";
import { data, Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { InvitationOffer } from "../components/people/invitation-offer.tsx";
import { readForm, refusedBy } from "../data/form.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { findOr404, mutate, query } from "../data/query.server.ts";
import type { Route } from "./+types/invitation.ts";
import { AcceptInvitationDocument, InvitationDocument } from "./invitation.server.ts";

/** The invitation of the link; a link that leads to none is 404, in words of its own. */
export async function loader(args: Route.LoaderArgs) {
  const { token } = args.params;
  const { viewer, invitation } = await findOr404(query(args, InvitationDocument, { token }));
  const found = {
    offer: invitation,
    path: `/invitations/${encodeURIComponent(token)}`,
    viewerEmail: viewer.email ?? null,
    current: viewer.membership?.school,
  };
  return data(found, { status: invitation ? 200 : 404 });
}

/** Accepts it. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { refused } = await mutate(args, AcceptInvitationDocument, { token: args.params.token });
  if (refused) return refusedBy(refused, form);
  throw redirect("/my-school?saved=accepted");
}

/** After a refusal too: what made it impossible is worth seeing. */
export const shouldRevalidate = (): boolean => true;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "An invitation – Potbank",
    description: "Accept an invitation to Potbank with the e-mail address that it was sent to.",
    noindex: true,
  });

/** An invitation, and the one thing to do next. */
export default function Invitation({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { offer, ...rest } = loaderData;
  if (!offer)
    return (
      <>
        <ArticleHead kind="Invitation" title="This link leads to no invitation" />
        <p>
          A mail program may have cut it. Copy the whole link from the message, or ask whoever
          invited you for a new one. You can also{" "}
          <Link to="/schools/choose">ask your school yourself</Link>.
        </p>
      </>
    );
  return (
    <>
      <ArticleHead
        kind="Invitation"
        title={offer.school ? `Join ${offer.school.name}` : "You are invited to Potbank"}
      />
      <InvitationOffer of={offer} outcome={actionData} {...rest} />
    </>
  );
}
