# syntax=docker/dockerfile:1

# Only what runs: the optional native language engine and npm's own Node are left out, so no package runs a script.
FROM node:24.21.0-bookworm-slim AS deps
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# Node runs TypeScript as it is: there is no compile stage.
FROM node:24.21.0-bookworm-slim AS runtime
ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning
WORKDIR /app
# volumes begin with the owner of the folder they are mounted on
RUN mkdir /secrets /archive && chown node:node /secrets /archive
COPY --from=deps /app/node_modules ./node_modules
COPY package.json ./
COPY schemas ./schemas
COPY deploy/secrets.mjs ./deploy/
COPY demo ./demo
COPY src ./src
USER node
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["up"]
