import { MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  type ShouldRevalidateFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import textFont from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import titleFont from "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url";
import type { Route } from "./+types/root.ts";
import { isNetworkFailure } from "./components/connection.ts";
import { ErrorPage, errorTitle } from "./components/error-page.tsx";
import { Layout as PageLayout } from "./components/layout.tsx";
import { canonicalPath } from "./data/canonical.ts";
import { UnreachedPage } from "./components/offline-page.tsx";
import { usePage } from "./data/page.ts";
import { readerOf } from "./data/reader.server.ts";
import { optionsContext } from "./data/request-context.ts";
import { mayBeSignedIn } from "./data/session.server.ts";
import { theme } from "./theme.ts";
import favicon from "./styles/kiln.svg?url";
import "./styles/mantine.css";
import "./styles/tokens.css";
import "./styles/base.css";

export const links: LinksFunction = () => [
  { rel: "icon", type: "image/svg+xml", href: favicon },
  {
    rel: "alternate",
    type: "application/atom+xml",
    title: "New and changed evidence on Potbank",
    href: "/feed.atom",
  },
  ...[textFont, titleFont].map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
];

/** Where canonical addresses start, and who reads: nobody is asked about a reader without a cookie of a session. */
export async function loader(args: Route.LoaderArgs) {
  return {
    publicUrl: args.context.get(optionsContext).publicUrl,
    reader: mayBeSignedIn(args.request) ? await readerOf(args) : null,
  };
}

/** Who reads changes by forms alone: signing in and out, a new name, a new role. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== "GET";

/** Which page this is, whatever parameters brought it here; nothing of it when it is no page at all. */
function Address(): ReactNode {
  const { pathname, search } = useLocation();
  const publicUrl = useRouteLoaderData<typeof loader>("root")?.publicUrl;
  const failed = Boolean(useRouteError());
  const path = failed ? null : canonicalPath(pathname, search);
  if (path === null) return <meta name="robots" content="noindex" />;
  if (publicUrl === undefined) return null;
  return (
    <>
      <link rel="canonical" href={publicUrl + path} />
      <meta property="og:url" content={publicUrl + path} />
    </>
  );
}

/** Says that the page listens: until then its forms and links work as they do without scripts. */
function useListening(): void {
  useEffect(() => {
    document.documentElement.dataset.listening = "";
  }, []);
}

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { nonce, logId } = usePage();
  useListening();
  return (
    // Mantine's scheme stays light: styles/mantine.css fills it with tokens that follow the reader's system.
    <html lang="en-GB" data-mantine-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1a202c" />
        {logId !== undefined && <meta name="log-id" content={logId} />}
        <Meta />
        <Address />
        <Links />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          forceColorScheme="light"
          getStyleNonce={() => nonce ?? ""}
          withGlobalClasses={false}
        >
          <PageLayout>{children}</PageLayout>
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root(): ReactNode {
  return <Outlet />;
}

/** Every error ends here, within the layout. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps): ReactNode {
  const page = usePage();
  if (isNetworkFailure(error))
    return (
      <>
        <title>You seem to be offline – Potbank</title>
        <UnreachedPage />
      </>
    );
  const answered = isRouteErrorResponse(error) ? error : undefined;
  const status = answered?.status ?? 500;
  const said = answered?.data as { logId?: string; message?: string } | null | undefined;
  const logId = said?.logId ?? page.logId;
  // The router's own errors have words for programmers.
  const reason = status === 403 || status === 429 ? said?.message : undefined;
  return (
    <>
      <title>{errorTitle(status)}</title>
      <ErrorPage status={status} logId={logId} reason={reason} />
    </>
  );
}
