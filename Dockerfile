# Potbank in one image: the server (default) and its command line (`node build/server/src/cli.js …`).
# With DATABASE_URL it is stateless; without, the embedded database lives in /data: mount a volume there.

FROM node:26-slim AS build
WORKDIR /app
# The packages first: this layer is kept while the lockfile stays the same.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund
COPY . .
# What only a build or a machine without Node 26 needs stays behind, the packaged Node among it.
RUN npm run build && npm prune --ignore-scripts --omit=dev --omit=optional --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    POTBANK_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/schema ./schema
COPY --from=build /app/seeds ./seeds
COPY --from=build /app/build ./build
# A new volume takes over the owner of the folder it covers.
RUN install --directory --owner=node --group=node /data
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/server/src/main.js"]
