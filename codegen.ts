import type { CodegenConfig } from "@graphql-codegen/cli";

/** Documents become strings with types: no part of graphql-js reaches a browser. */
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: ["src/web/**/*.ts", "src/web/**/*.tsx", "!src/web/generated/**"],
  generates: {
    "src/web/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: "string", Date: "string" },
      },
    },
  },
};

export default config;
