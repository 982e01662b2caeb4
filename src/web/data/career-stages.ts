import type { CareerStage } from "../generated/graphql.ts";

/** Where somebody is in a school career, as they would say it. */
export const careerStageWords: Readonly<Record<CareerStage, string>> = {
  TRAINEE: "Trainee teacher",
  ECT_YEAR_1: "Early career teacher, year 1",
  ECT_YEAR_2: "Early career teacher, year 2",
  ECT_MENTOR: "Mentor of an early career teacher",
  TEACHER: "Class or subject teacher",
  RETURNER_OR_NON_SPECIALIST: "Returning to teaching, or teaching outside your subject",
  MIDDLE_LEADER: "Middle leader: of a year, phase, department or the curriculum",
  SENCO: "SENCO",
  SENIOR_LEADER: "Assistant or deputy headteacher",
  HEADTEACHER: "Headteacher",
  EXECUTIVE_LEADER: "Executive leader of several schools",
};

export const careerStages = Object.keys(careerStageWords) as readonly CareerStage[];
