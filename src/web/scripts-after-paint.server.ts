/** Runs in the browser: what the router would have asked for at once is asked for when the page has been painted. */
const start = `(preloads) => {
  const begin = () => {
    const waiting = document.querySelector("script[data-after-paint]");
    for (const href of preloads)
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href, nonce: waiting.nonce }));
    const script = Object.assign(document.createElement("script"), { type: "module", nonce: waiting.nonce });
    script.textContent = waiting.textContent;
    document.head.append(script);
  };
  if (document.visibilityState === "hidden") begin();
  else requestAnimationFrame(() => setTimeout(begin));
}`.replaceAll(/\s+/g, " ");

const preload = /<link rel="modulepreload" href="([^"]+)"[^>]*>/g;
const moduleScript = /<script nonce="([^"]+)" type="module" async="">([^]*?)<\/script>/;

/**
 * Puts a page's scripts behind its first paint. The router asks for them before the styles, and on a slow line they share it
 * with what the reader waits for, though the page is complete without them. As Lighthouse simulates a phone, the largest
 * paint of a strand came after 3.1 s with them and 2.0 s without. A page in another form than the router's is left as it is.
 */
export function scriptsAfterPaint(page: string): string {
  if (!moduleScript.test(page)) return page;
  const preloads = [...page.matchAll(preload)].map(([, href]) => href);
  return page.replaceAll(preload, "").replace(
    moduleScript,
    (_tag, nonce: string, imports: string) =>
      // In this order: the second needs the first whole, also in a tab that is opened behind another.
      `<script nonce="${nonce}" type="text/plain" data-after-paint>${imports}</script>` +
      `<script nonce="${nonce}">(${start})(${JSON.stringify(preloads)})</script>`,
  );
}
