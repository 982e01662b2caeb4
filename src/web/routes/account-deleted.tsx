import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import prose from "../components/prose.module.css";
import { privateMeta } from "../data/private-page.ts";

export const meta = () => privateMeta("Account deleted", "Your account is deleted.");

/** Where one arrives when the account is gone: nobody is signed in here. */
export default function AccountDeleted(): ReactNode {
  const [params] = useSearchParams();
  return (
    <>
      <ArticleHead
        kind="Account"
        title="Your account is deleted"
        lead="Everything held about you is removed, and you are signed out everywhere."
      />
      <div className={prose.prose}>
        {params.get("contributions") === "keep" && (
          <p>What you had published stays, by a former teacher.</p>
        )}
        {params.get("contributions") === "remove" && <p>What you had published is removed too.</p>}
        <p>
          Thank you for what you brought. You can go on reading:{" "}
          <Link to="/">to the first page</Link>.
        </p>
      </div>
    </>
  );
}
