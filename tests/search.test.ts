import { contractFinds } from "./support/search-contract/finds.ts";
import { openLibrary, postgreSql } from "./support/search-library.ts";
import { replayed } from "./support/search-following.ts";

const library = await openLibrary();

contractFinds(postgreSql, library);
contractFinds(await replayed("finds"), library);
