import { openAccess, searchAccess } from "./access/search-access.ts";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

const database = await testDatabase();
const world = new World(database.em.fork());

searchAccess(openAccess(world, { engine: "POSTGRESQL", follow: () => world.drain() }));
