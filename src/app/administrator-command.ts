import { defineCommand } from "citty";
import { z } from "zod";
import { readEnv, toConfig } from "./config.ts";
import { refuseUnknown } from "./options.ts";
import { perform } from "./perform.ts";
import { giveUp } from "./run.ts";
import { StartError } from "./start-error.ts";

const address = z.email().max(254);
const personName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/\p{Cc}/u.test(name));

/** `potbank administrator EMAIL`: how a site gets its first administrator, who makes all others what they are. */
export const administratorCommand = defineCommand({
  meta: {
    name: "administrator",
    description:
      "Make somebody an administrator, with an account where they have none, and print a link to choose a password with.",
  },
  args: {
    email: { type: "positional", description: "Their e-mail address.", required: true },
    name: {
      type: "string",
      description: "Their name, where they have no account yet.",
      valueHint: "NAME",
    },
  },
  setup: ({ rawArgs }) => {
    const names = rawArgs.map((each) => each.replace(/^(--name)=.*$/s, "$1"));
    refuseUnknown(names, ["--name"]);
  },
  async run({ args }) {
    try {
      const email = args.email.trim();
      if (args._.length > 1)
        throw new StartError(
          `One address at a time; "${args._.slice(1).join(" ")}" is more. Put a name in quotation marks after --name.`,
        );
      if (!address.safeParse(email).success)
        throw new StartError(`"${email}" is not an e-mail address such as head@school.example.`);
      const name = (args.name ?? "Administrator").trim();
      if (!personName.safeParse(name).success)
        throw new StartError("--name must be a name on one line, of at most 200 characters.");
      const { isNew, wasOne, token } = await perform("administrator", { email, name });
      const { config } = toConfig(readEnv());
      const who = isNew
        ? `An account was made for ${email}, and it is an administrator's.`
        : `${email} has an account, and ${wasOne ? "was an administrator already" : "is an administrator now"}.`;
      process.stdout.write(
        `${who}\nThis link chooses a password, once, within a day. Whoever has it can sign in as them:\n\n${config.publicUrl}/reset-password?token=${token}\n`,
      );
    } catch (error) {
      giveUp(error);
    }
  },
});
