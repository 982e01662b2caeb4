import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { PageContext } from "./data/page.ts";
import { optionsContext, pageContext } from "./data/request-context.ts";
import { scriptsAfterPaint } from "./scripts-after-paint.server.ts";

/** Logs a defect and keeps its id for the page that says so. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const id = context.get(optionsContext).logError(error);
  context.get(pageContext).logId = id;
};

/**
 * Asked for again each time: what was withdrawn must not be shown, and a nonce is for one answer. What is shown to someone
 * who carries a cookie is theirs: it is kept nowhere, not by the computer of a staff room either. Else not "no-store", which
 * would make the back button load a page again.
 */
const askAgain = (request: Request, headers: Headers): void => {
  if (request.headers.has("cookie")) headers.set("Cache-Control", "private, no-store");
  else if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-cache");
};

/** The data of a page, which the router asks for when a reader follows a link. */
export const handleDataRequest: HandleDataRequestFunction = (response, { request }) => {
  askAgain(request, response.headers);
  return response;
};

/** Renders the whole document. Data is all there before rendering starts: nothing would be gained by sending parts. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  askAgain(request, headers);
  if (request.method.toUpperCase() === "HEAD") return new Response(null, { status, headers });
  const { nonce, logId } = context.get(pageContext);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <PageContext value={{ nonce, logId }}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </PageContext>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          text(body).then(
            (page) => resolve(new Response(scriptsAfterPaint(page), { status, headers })),
            reject,
          );
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => handleError(error, { request, context, params: {} } as never),
      },
    );
    request.signal.addEventListener("abort", () => abort(), { once: true });
  });
}
