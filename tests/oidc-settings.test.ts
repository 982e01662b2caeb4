import { expect, test } from "vitest";
import { type ConfigError, toConfig } from "../src/app/config.ts";

test("faults in the settings of other sites are said, each with what would be right, and never a secret", () => {
  const faults = (env: Record<string, string>): readonly string[] => {
    try {
      toConfig(env);
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };
  const google = {
    id: "google",
    label: "Google",
    discovery: "https://accounts.google.com/.well-known/openid-configuration",
    clientId: "c",
  };
  const given = (value: unknown) => faults({ OIDC_PROVIDERS: JSON.stringify(value) });
  expect(given([google])).toEqual([]);
  expect(faults({ OIDC_PROVIDERS: "google" })).toEqual([
    expect.stringMatching(/^OIDC_PROVIDERS: /),
  ]);
  expect(given([{ ...google, clientSecret: "hunter2" }]).join()).toMatch(/clientSecret/);
  expect(given([{ ...google, clientSecret: "hunter2" }]).join()).not.toContain("hunter2");
  expect(given([{ ...google, discovery: "http://accounts.google.com/" }])).toEqual([
    expect.stringMatching(/^OIDC_PROVIDERS at 0\.discovery: must be an https address/),
  ]);
  expect(given([{ ...google, id: "Google Ltd" }])).toEqual([
    expect.stringMatching(/^OIDC_PROVIDERS at 0\.id: must be of small letters/),
  ]);
  expect(given([google, google])).toEqual([
    'OIDC_PROVIDERS has two providers with the id "google".',
  ]);
});

test("a provider's secret stands in a variable of its own, and not in what may be logged", () => {
  const { config, secrets } = toConfig({
    OIDC_PROVIDERS: JSON.stringify([
      {
        id: "dfe-sign-in",
        label: "DfE Sign-in",
        discovery: "https://oidc.example/.well-known/openid-configuration",
        clientId: "potbank",
      },
    ]),
    OIDC_CLIENT_SECRET_DFE_SIGN_IN: "hunter2",
  });
  expect(secrets.oidcProviders).toMatchObject([
    { id: "dfe-sign-in", clientSecret: "hunter2", scopes: ["openid", "email", "profile"] },
  ]);
  expect(JSON.stringify(config)).not.toContain("hunter2");
});
