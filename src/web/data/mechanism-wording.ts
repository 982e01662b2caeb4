/** What a group of mechanisms does for a teacher, and what to ask a provider who does not mention it. */
export interface MechanismGroupWording {
  readonly meaning: string;
  readonly question: string;
}

const groups: Readonly<Record<string, MechanismGroupWording>> = {
  "Build knowledge": {
    meaning: "New ideas come in pieces you can take in, and you come back to them.",
    question: "How are new ideas broken up, and when do we come back to them?",
  },
  "Motivate teachers": {
    meaning: "You know what you are aiming for, whose word it is, and when it is going well.",
    question: "What will I aim for, and who will tell me when it is going well?",
  },
  "Develop techniques": {
    meaning: "You see a technique, try it out, and get help and feedback.",
    question: "Will I see it done and try it myself, with feedback, before I use it in class?",
  },
  "Embed practice": {
    meaning: "You plan when to use it, and something helps you keep going.",
    question: "What will help me keep using it in the weeks after?",
  },
};

/** The words for a group of the vocabulary; a group that is new to us gets plain ones. */
export const mechanismGroupInWords = (group: string): MechanismGroupWording =>
  groups[group] ?? {
    meaning: "",
    question: `What in the session is there to ${group.toLowerCase()}?`,
  };
