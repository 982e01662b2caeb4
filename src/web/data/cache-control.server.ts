/**
 * How an answer may be kept: as `forReaders` says when nobody is signed in, and not at all for whoever carries a cookie,
 * so that nobody at the same machine is shown what was for the one before.
 */
export const cacheControl = (request: Request, forReaders: string): string =>
  request.headers.has("cookie") ? "private, no-store" : forReaders;
