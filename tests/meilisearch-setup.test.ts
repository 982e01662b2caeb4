import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { connectMeilisearch } from "../src/search/meilisearch/connection.ts";
import { keyUid } from "../src/search/meilisearch/keys.ts";
import { setUp } from "../src/search/meilisearch/setup.ts";

/** Set up against a server that answers every request with this. */
async function against(body: string, status = 200) {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = { url, publicUrl: url, index: "potbank", timeoutMs: 300 };
  return setUp(connectMeilisearch(address, "master-key-of-a-test"), {});
}

test("a server that is too old, too new or another program is not set up", async () => {
  for (const pkgVersion of ["1.49.3", "0.30.0", "2.0.0"])
    await expect(against(JSON.stringify({ pkgVersion }))).rejects.toThrow(
      `is ${pkgVersion}; Potbank needs 1.50 or a later 1.x.`,
    );
  for (const body of ["<html>Welcome</html>", "{}", '"hello"', ""])
    await expect(against(body)).rejects.toThrow(/is no Meilisearch\.$/);
  await expect(against("<html>Not found</html>", 404)).rejects.toThrow(/is no Meilisearch\.$/);
});

test("keys have the same uid for the same index for ever, and another for another", () => {
  expect(keyUid("potbank", "server")).toBe(keyUid("potbank", "server"));
  const all = ["potbank", "other"].flatMap((index) =>
    (["server", "search"] as const).map((purpose) => keyUid(index, purpose)),
  );
  expect(new Set(all).size).toBe(4);
  for (const uid of all)
    expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
