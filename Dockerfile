# One image, three commands: `web`, `worker`, `realtime` (and `migrate`, which runs once before them).
FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NODE_ENV=development
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
RUN useradd --system --uid 10001 insightdesk && mkdir -p /app/.data && chown insightdesk /app/.data
COPY --from=build /app/package.json /app/next.config.ts ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/.next ./.next
COPY --from=build /app/.build ./.build
USER insightdesk
ENTRYPOINT ["node", "--enable-source-maps"]
CMD [".build/web.js"]
