export { action, loader } from "./account-data.server.ts";
