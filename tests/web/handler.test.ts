import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import express, { type RequestHandler } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";

interface Outcome {
  data?: unknown;
  errors?: { message: string; extensions?: object }[];
}

// What the schema answers, as each test wants it: the demonstration has nothing withdrawn and no defect.
let outcome: Outcome | Error;
let server: Server;
let url: string;
const logged: unknown[] = [];

beforeAll(async () => {
  const file = pathToFileURL(resolve("build/web/server/index.js")).href;
  const { createWebHandler } = (await import(file)) as {
    createWebHandler: (options: object) => RequestHandler;
  };
  const handler = createWebHandler({
    publicUrl: "http://potbank.example",
    execute: async () => {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    logError(error: unknown) {
      logged.push(error);
      return `log-${logged.length}`;
    },
  });
  server = createServer(express().use(handler));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const get = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, html: await response.text() };
};

const withdrawal = { reason: "Its main study was retracted.", withdrawnAt: "2026-03-29T23:30:00Z" };

test("a withdrawn strand leaves its reason and the day in London, with status 410", async () => {
  outcome = {
    data: {
      evidenceSummary: {
        title: "Brain training",
        slug: "brain-training",
        headline: "",
        state: "WITHDRAWN",
        url: "http://potbank.example/evidence/brain-training",
        sections: [],
        references: [],
        source: { name: "A register (example)", url: null, licence: null, retrievedOn: null },
        updatedAt: "2026-03-29T23:30:00Z",
        withdrawal,
      },
    },
  };
  const { status, html } = await get("/evidence/brain-training");
  expect(status).toBe(410);
  expect(html).toContain(withdrawal.reason);
  expect(html).toContain("30\u00a0March 2026");
  expect(html).not.toContain("out of 5 padlocks");
});

test("a withdrawn project does so too", async () => {
  outcome = {
    data: {
      researchProject: { title: "Blue paper", question: "", status: "WITHDRAWN", withdrawal },
    },
  };
  const { status, html } = await get("/projects/blue-paper");
  expect(status).toBe(410);
  expect(html).toContain(withdrawal.reason);
});

test("a defect that the schema has logged is quoted by its id, and its words stay inside", async () => {
  outcome = {
    errors: [
      {
        message: "secret",
        extensions: { code: "INTERNAL_SERVER_ERROR", logId: "from-the-schema" },
      },
    ],
  };
  const { status, html } = await get("/evidence/feedback");
  expect(status).toBe(500);
  expect(html).toContain("from-the-schema");
  expect(html).not.toContain("secret");
});

test("a defect of the pages' own is logged and quoted", async () => {
  outcome = new Error("secret");
  const { status, html } = await get("/evidence/feedback");
  expect(status).toBe(500);
  expect(logged).toContain(outcome);
  expect(html).toContain(`log-${logged.length}`);
  expect(html).not.toContain("secret");
});

test("a refusal is shown in its own words, escaped", async () => {
  outcome = {
    errors: [
      { message: "query: too <long>.", extensions: { code: "BAD_USER_INPUT", field: "query" } },
    ],
  };
  const { status, html } = await get("/search?q=x");
  expect(status).toBe(400);
  expect(html).toContain("Too &lt;long&gt;.");
});
