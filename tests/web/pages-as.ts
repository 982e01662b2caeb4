import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import express, { type RequestHandler } from "express";
import type { Viewer } from "../../src/kernel/viewer.ts";
import type { World } from "../support/world.ts";

/** A page as it was answered, without the marks that React puts between texts. */
export interface Answered {
  readonly status: number;
  /** Where it leads on, as a path; null where it does not. */
  readonly to: string | null;
  readonly html: string;
  readonly headers: Headers;
}

/** The pages over a test's own world, without scripts, as a person signed in. */
export async function pagesAs(world: World): Promise<{
  /** For a browser, which asks as the viewer of the last `get` or `post`. */
  url: string;
  get(viewer: Viewer | undefined, path: string): Promise<Answered>;
  /** Sends a form; a list of values is sent under one name. */
  post(
    viewer: Viewer | undefined,
    path: string,
    form: Record<string, string | number | readonly string[]>,
  ): Promise<Answered>;
  close(): void;
}> {
  const file = pathToFileURL(resolve("build/web/server/index.js")).href;
  const { createWebHandler } = (await import(file)) as {
    createWebHandler: (options: object) => RequestHandler;
  };
  let asking: Viewer | undefined;
  const handler = createWebHandler({
    publicUrl: "https://potbank.test",
    operator: { name: null, email: null },
    logError: (error: unknown) => String(error),
    execute: (
      _request: unknown,
      { document, variables }: { document: string; variables: Record<string, unknown> },
    ) => world.ask(document, variables, asking),
  });
  const app = express();
  app.use("/assets", express.static(resolve("build/web/client/assets")));
  const server = createServer(app.use(handler));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (viewer: Viewer | undefined, path: string, init: RequestInit) => {
    asking = viewer;
    const response = await fetch(url + path, { ...init, redirect: "manual" });
    return {
      status: response.status,
      to: response.headers.get("location"),
      html: (await response.text()).replaceAll("<!-- -->", ""),
      headers: response.headers,
    };
  };
  return {
    url,
    get: (viewer, path) => ask(viewer, path, { headers: { accept: "text/html" } }),
    post(viewer, path, form) {
      const body = new URLSearchParams();
      for (const [name, given] of Object.entries(form))
        for (const value of [given].flat()) body.append(name, String(value));
      return ask(viewer, path, { method: "POST", body });
    },
    close: () => server.close(),
  };
}
