import { contractAnswers } from "./support/search-contract/answers.ts";
import { openLibrary, postgreSql } from "./support/search-library.ts";
import { replayed } from "./support/search-following.ts";

const library = await openLibrary();

contractAnswers(postgreSql, library);
contractAnswers(await replayed("answers"), library);
