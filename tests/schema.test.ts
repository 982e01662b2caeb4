import { expect, test } from "vitest";
import { apiSchema, printedSchema } from "../src/app/schema.ts";

test("schema/schema.graphql is what the code says", async () => {
  await expect(printedSchema(await apiSchema())).toMatchFileSnapshot("../schema/schema.graphql");
});
