import { redirect } from "react-router";
import { careerStages } from "../data/career-stages.ts";
import { readForm, refused, refusedBy } from "../data/form.server.ts";
import { mutate, query, signInPath } from "../data/query.server.ts";
import { graphql } from "../generated/gql.ts";
import type { Route } from "./+types/account.ts";

const ProfileDocument = graphql(`
  query Profile {
    viewer {
      email
      roles
      withheldRoles
      membership {
        id
        school {
          id
          name
        }
      }
      membershipRequest {
        id
        school {
          id
          name
        }
      }
      person {
        id
        name
        careerStage
        subjects {
          id
          slug
        }
        phases {
          id
          slug
        }
        interests {
          id
          slug
        }
      }
    }
    subjects: terms(scheme: SUBJECT) {
      id
      slug
      label
    }
    phases: terms(scheme: PHASE) {
      id
      slug
      label
    }
    topics: terms(scheme: TOPIC) {
      id
      slug
      label
    }
  }
`);

const SaveProfileDocument = graphql(`
  mutation SaveProfile($input: PersonUpdateInput!) {
    personUpdate(input: $input) {
      id
    }
  }
`);

/** One's own profile, and what can be chosen for it. */
export async function loader(args: Route.LoaderArgs) {
  const { viewer, ...choices } = await query(args, ProfileDocument, {});
  const { person } = viewer;
  if (!person) throw redirect(signInPath(args.request));
  return { viewer, person, ...choices };
}

/** Saves the whole profile: what is not ticked is taken out. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const stage = form.line("careerStage");
  const careerStage = careerStages.find((each) => each === stage) ?? null;
  if (stage !== "" && careerStage === null)
    return refused(form, { fields: { careerStage: "Choose one from the list" } });
  const name = form.line("name");
  if (name === "") return refused(form, { fields: { name: "Write your name" } });
  const outcome = await mutate(args, SaveProfileDocument, {
    input: {
      name,
      careerStage,
      subjects: [...form.all("subjects")],
      phases: [...form.all("phases")],
      interests: [...form.all("interests")],
    },
  });
  if (outcome.refused) return refusedBy(outcome.refused, form);
  return redirect("/account?saved=profile");
}
