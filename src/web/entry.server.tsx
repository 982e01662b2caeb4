import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { PageContext } from "./data/page.ts";
import { optionsContext, pageContext } from "./data/request-context.ts";

/** Logs a defect and keeps its id for the page that says so. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const id = context.get(optionsContext).logError(error);
  context.get(pageContext).logId = id;
};

/** Renders the whole document. Data is all there before rendering starts, so the shell is the page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method.toUpperCase() === "HEAD") return new Response(null, { status, headers });
  const { nonce, logId } = context.get(pageContext);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <PageContext value={{ nonce, logId }}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </PageContext>,
      {
        nonce,
        onShellReady() {
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError: (error) => handleError(error, { request, context, params: {} } as never),
      },
    );
    request.signal.addEventListener("abort", () => abort(), { once: true });
  });
}
