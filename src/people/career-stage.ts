import { registerEnumType } from "type-graphql";

/** Where somebody is in a school career, in the terms of the Department for Education. */
export enum CareerStage {
  TRAINEE = "TRAINEE",
  ECT_YEAR_1 = "ECT_YEAR_1",
  ECT_YEAR_2 = "ECT_YEAR_2",
  ECT_MENTOR = "ECT_MENTOR",
  TEACHER = "TEACHER",
  RETURNER_OR_NON_SPECIALIST = "RETURNER_OR_NON_SPECIALIST",
  MIDDLE_LEADER = "MIDDLE_LEADER",
  SENCO = "SENCO",
  SENIOR_LEADER = "SENIOR_LEADER",
  HEADTEACHER = "HEADTEACHER",
  EXECUTIVE_LEADER = "EXECUTIVE_LEADER",
}
registerEnumType(CareerStage, {
  name: "CareerStage",
  description: "Where somebody is in a school career.",
  valuesConfig: {
    TRAINEE: { description: "Trainee in initial teacher training, without qualified status yet." },
    ECT_YEAR_1: { description: "Early career teacher, first year of induction." },
    ECT_YEAR_2: { description: "Early career teacher, second year of induction." },
    ECT_MENTOR: { description: "Mentor of an early career teacher." },
    TEACHER: { description: "Class or subject teacher." },
    RETURNER_OR_NON_SPECIALIST: {
      description: "Returning to teaching, or teaching a subject they did not train in.",
    },
    MIDDLE_LEADER: {
      description: "Middle leader: head of year or phase, of department or curriculum.",
    },
    SENCO: { description: "Special educational needs co-ordinator." },
    SENIOR_LEADER: { description: "Assistant or deputy headteacher." },
    HEADTEACHER: { description: "Headteacher." },
    EXECUTIVE_LEADER: { description: "Executive leader of several schools." },
  },
});
