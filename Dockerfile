# Builds TAU and packs what it needs at run time. `docker compose up` starts it beside a PostgreSQL; alone it runs on
# the embedded one, with everything that must survive in /data.

FROM node:20-bookworm-slim AS build
WORKDIR /tau
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
# `docker stop` grants 10 seconds; whoever grants more (--stop-timeout) may drain for longer
ENV NODE_ENV=production DATA_DIR=/data LOG_FORMAT=json DRAIN_SECONDS=5
WORKDIR /tau
COPY --from=build /tau/package.json ./
COPY --from=build /tau/node_modules ./node_modules
COPY --from=build /tau/dist ./dist
COPY LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=32", "--v8-pool-size=1", "dist/main.js"]
