import type { Pool, PoolClient } from "pg";

/**
 * Gives the places of lost connections back to their pool. Kysely 0.29 never releases a connection on which BEGIN or
 * ROLLBACK fails, as on one that the server has dropped: each would take a place of the pool for ever, and closing the
 * pool would wait for it for ever.
 */
export function releaseLostConnections(pool: Pool): void {
  const held = new Map<PoolClient, () => void>();
  pool.on("acquire", (client) => {
    const lost = () => {
      const release = client.release.bind(client);
      // Whoever holds it may still let it go; a second time would throw.
      client.release = () => {};
      release(true);
    };
    held.set(client, lost);
    client.once("end", lost);
  });
  pool.on("release", (_error, client) => {
    const lost = held.get(client);
    held.delete(client);
    if (lost) client.off("end", lost);
  });
}
