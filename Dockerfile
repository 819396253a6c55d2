# One image for web, worker, beat and the one-off preparation; docker-compose.yml names the command.
FROM node:24-slim AS web
WORKDIR /app/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY backend/openapi.yaml /app/backend/openapi.yaml
COPY web/ ./
RUN npm run build

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 VAR_DIR=/var/lib/foothold
WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock \
    && useradd --system --no-create-home foothold \
    && install -d -o foothold /var/lib/foothold/beat /var/lib/foothold/mail
COPY . .
COPY --from=web /app/web/dist web/dist
USER foothold
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", \
     "--host", "0.0.0.0", "--port", "8000", "--respawn-failed-workers", "backend.wsgi:application"]
