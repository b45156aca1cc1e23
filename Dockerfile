# Builds the site with everything that needs, and leaves what serving needs.
FROM node:24-bookworm-slim AS build
WORKDIR /parallax
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY app app
COPY db db
COPY migrations migrations
COPY public public
COPY vite.config.ts tsconfig.json ./
# The image has a Node of its own.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /parallax
COPY --from=build /parallax .
# Where SQLite's file lies, unless DATABASE_URL names a PostgreSQL.
RUN mkdir -p db/data && chown node:node db/data
USER node
VOLUME /parallax/db/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# One process, which SIGTERM reaches.
CMD ["sh", "-c", "node app/cli/parallax.ts migrate && exec node app/cli/parallax.ts serve"]
