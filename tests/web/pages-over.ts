import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import express, { type RequestHandler } from "express";
import { afterAll } from "vitest";

interface Question {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}
/** Answers every question of the pages: with data, or with `errors` as GraphQL has them. */
export type Schema = (question: Question) => object;

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** The pages over a made-up schema: what the demonstration does not hold. */
export async function pagesOver(schema: Schema): Promise<{ url: string; asked: Question[] }> {
  const file = pathToFileURL(resolve("build/web/server/index.js")).href;
  const { createWebHandler } = (await import(file)) as {
    createWebHandler: (options: object) => RequestHandler;
  };
  const asked: Question[] = [];
  const handler = createWebHandler({
    publicUrl: "https://potbank.test",
    operator: { name: null, email: null },
    logError: () => "log-1",
    async execute(_request: unknown, question: Question) {
      asked.push(question);
      const answer = schema(question);
      return "errors" in answer ? answer : { data: answer };
    },
  });
  const server = createServer(express().use(handler));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A title that breaks whatever is not escaped. */
export const hostile = `A & B <script>alert(1)</script> ]]> "q" 'a' \u0000\u0008\u001b\ufffe\ud800 π 🍎`;

/** A summary as the pages ask for it. */
export const summary = (over: object = {}) => ({
  id: "summary_1",
  title: "Feedback",
  url: "https://potbank.test/evidence/feedback",
  headline: "Telling pupils how to improve.",
  impactMonths: 6,
  impactMonthsStatus: "RATED",
  costBand: 1,
  evidenceStrength: 4,
  publishedAt: "2026-01-01T10:00:00Z",
  updatedAt: "2026-01-01T10:00:00Z",
  ...over,
});
