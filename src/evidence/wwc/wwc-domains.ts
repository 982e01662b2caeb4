/** What an outcome domain of the clearinghouse is about, in terms of our vocabulary. */
export interface DomainMeaning {
  readonly topics?: readonly string[];
  readonly subjects?: readonly string[];
}

const reading: DomainMeaning = { topics: ["reading"], subjects: ["english"] };
const phonics: DomainMeaning = { topics: ["phonics", "reading"], subjects: ["english"] };
const writing: DomainMeaning = { topics: ["writing"], subjects: ["english"] };
const speaking: DomainMeaning = { topics: ["oral-language"], subjects: ["english"] };
const english: DomainMeaning = { subjects: ["english"] };
const mathematics: DomainMeaning = { subjects: ["mathematics"] };
const behaviour: DomainMeaning = { topics: ["behaviour"] };
const feelings: DomainMeaning = { topics: ["social-and-emotional-learning"] };
const attendance: DomainMeaning = { topics: ["attendance"] };
const beyondSchool: DomainMeaning = { topics: ["aspirations"] };
const teachers: DomainMeaning = { topics: ["professional-development"] };
/** About no topic of ours: marks in general, or what comes after school. */
const none: DomainMeaning = {};

/** Every domain of the export of April 2020. A domain that is not here is noted by the import and left without a topic. */
const domains: Readonly<Record<string, DomainMeaning>> = {
  "Academic achievement": none,
  "Academic self-efficacy": { topics: ["metacognition"] },
  "Access and enrollment": beyondSchool,
  Algebra: mathematics,
  Alphabetics: phonics,
  Attainment: none,
  "Attendance (high school)": attendance,
  Audience: writing,
  Behavior: behaviour,
  Cognition: none,
  "College and career preparation": beyondSchool,
  "College enrollment": beyondSchool,
  "College readiness": beyondSchool,
  "Communication/ Language": speaking,
  "Completing school": none,
  Comprehension: reading,
  "Conceptual knowledge": mathematics,
  "Credential attainment": none,
  "Credit accumulation": none,
  "Credit accumulation and persistence": none,
  "Data analysis, statistics, and probability": mathematics,
  "Early reading/writing": { topics: ["reading", "writing"], subjects: ["english"] },
  "Emotional/internal behavior": feelings,
  Encoding: { topics: ["phonics", "writing"], subjects: ["english"] },
  "English language arts achievement": english,
  "English language development": speaking,
  "English language proficiency": speaking,
  "Executive functioning": { topics: ["metacognition"] },
  "External behavior": behaviour,
  "Financial aid enrollment": none,
  "Functional abilities": none,
  "General Literacy Achievement": english,
  "General Mathematics Achievement": mathematics,
  "General academic achievement (college)": none,
  "General academic achievement (high school)": none,
  "General academic achievement (middle school)": none,
  "Genre elements": writing,
  Geometry: mathematics,
  "Geometry and Measurement": mathematics,
  "Graduating school": none,
  "Independent living skills": none,
  "Knowledge, attitudes, & values": feelings,
  "Labor market outcomes": none,
  "Language arts": english,
  "Language competencies": speaking,
  "Language development": speaking,
  "Letter identification": phonics,
  "Listening comprehension": speaking,
  "Literacy achievement": english,
  "Number and Operations": mathematics,
  "Oral language": speaking,
  "Oral reading accuracy": reading,
  "Oral reading fluency": reading,
  Organization: writing,
  "Other academic performance": none,
  "Overall writing quality": writing,
  "Phonological awareness": phonics,
  "Phonological processing": phonics,
  Phonology: phonics,
  "Physical well-being": none,
  "Postsecondary degree attainment": none,
  "Primary school academic achievement": none,
  "Print knowledge": { topics: ["reading"], subjects: ["english"] },
  "Problem behavior": behaviour,
  "Procedural flexibility": mathematics,
  "Procedural knowledge": mathematics,
  "Progress in developmental education": none,
  "Progressing in college": none,
  "Progressing in developmental education": none,
  "Progressing in school": none,
  "Progressing in secondary school or adult education": none,
  "Reading achievement": reading,
  "Reading and listening comprehension": reading,
  "Reading comprehension": reading,
  "Reading fluency": reading,
  "School attendance": attendance,
  "School engagement": none,
  "School leader retention at the school": none,
  "Science achievement": { subjects: ["science"] },
  "Secondary school academic achievement": none,
  "Secondary school attendance": attendance,
  "Self-care/daily living": none,
  "Self-concept": feelings,
  "Self-determination": { topics: ["metacognition"] },
  "Sentence structure": writing,
  "Social outcomes": feelings,
  // History and geography are two subjects here, and the domain says neither.
  "Social studies achievement": none,
  "Social-emotional competence": feelings,
  "Social-emotional development": feelings,
  "Staying in school": none,
  "Student behavior": behaviour,
  "Student emotional status": feelings,
  "Student engagement in school": none,
  "Student progression": none,
  "Student social interaction": feelings,
  "Teacher and leader effectiveness": teachers,
  "Teacher attendance": none,
  "Teacher instruction": teachers,
  "Teacher retention": none,
  "Teacher retention at the school": none,
  "Teacher retention in the profession": none,
  "Teacher retention in the school district": none,
  "Vocabulary development": { topics: ["vocabulary"], subjects: ["english"] },
  "Word choice": writing,
  "Word reading": phonics,
  "Writing achievement": writing,
  "Writing output": writing,
  "Writing processes": writing,
  "Writing quality": writing,
};

const byName = new Map(
  Object.entries(domains).map(([name, meaning]) => [name.toLowerCase(), meaning]),
);

/** What a domain is about; undefined where we have not met it. */
export const meaningOfDomain = (domain: string): DomainMeaning | undefined =>
  byName.get(domain.toLowerCase());

/** Every domain that is known, for whoever checks the table. */
export const knownDomains: readonly string[] = Object.keys(domains);
