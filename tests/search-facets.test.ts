import { contractFacets } from "./support/search-contract/facets.ts";
import { openLibrary, postgreSql } from "./support/search-library.ts";
import { replayed } from "./support/search-following.ts";

const library = await openLibrary();

contractFacets(postgreSql, library);
contractFacets(await replayed("facets"), library);
