import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { PageContext } from "./data/page.ts";

const page = {
  // Browsers hide the attribute from scripts; the property is there.
  nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined,
  logId: document.querySelector<HTMLMetaElement>('meta[name="log-id"]')?.content,
};

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageContext value={page}>
        <HydratedRouter />
      </PageContext>
    </StrictMode>,
  );
});
