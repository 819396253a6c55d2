# Every command a person needs. `make` alone lists them.
PYTHON ?= python3
BOOT := $(PYTHON) -I backend/launch_bootstrap.py
BIN := .venv/bin
LAUNCH := $(BIN)/python -m backend.launch
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header

.DEFAULT_GOAL := help
.PHONY: help setup run test check tools static fix chaos bench bench-warnings lighthouse words openapi new-adr lock

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F '|' '{printf "%-16s %s\n", $$1, $$2}'

setup: tools ## install everything, hooks included
	@$(LAUNCH) web
	@if command -v pre-commit >/dev/null && [ -d .git ]; then pre-commit install; fi

run: ## run the whole system; prints where to look and who to sign in as (PORT=8000)
	@$(BOOT) run --tied

test: ## run the tests on servers of their own: make test ARGS="-k consent"
	@$(BOOT) --dev test -- $(ARGS)

check: tools ## what CI runs: format, lint, types, imports, migrations, openapi, web, tests
	@$(LAUNCH) exec --test -- $(MAKE) --no-print-directory static
	@$(LAUNCH) web -- check
	@$(LAUNCH) test

tools:
	@$(BOOT) --dev

# Needs the settings in the environment, so it runs inside `launch exec --test`.
static:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DATABASE_AS=owner $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --file var/openapi.yaml
	diff -u backend/openapi.yaml var/openapi.yaml || { echo "Run make openapi."; exit 1; }

fix: tools ## whatever a machine can fix
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	@$(LAUNCH) web -- lint -- --fix

bench-warnings: tools ## what the warning score reaches on made-up clients, with the chance line
	$(BIN)/python -m tests.warning $(ARGS)

words: tools ## gather the server's sentences, and name those with no Spanish yet
	@$(BIN)/python -m tests.words

openapi: tools ## write backend/openapi.yaml and the web client's types
	@$(LAUNCH) exec --test -- $(BIN)/python manage.py spectacular --validate --file backend/openapi.yaml
	@$(LAUNCH) web -- generate

chaos: tools ## kill every part at every step, and count what was lost: make chaos ARGS="--seeds 5"
	$(BIN)/python -m tests.chaos $(ARGS)

bench: tools ## measure, beside a floor in the same run: make bench ARGS="check-in"
	$(BIN)/python -m tests.bench $(ARGS)

lighthouse: tools ## what an old phone gets, as Lighthouse measures it: make lighthouse ARGS="/today"
	$(BIN)/python -m tests.lighthouse $(ARGS)

new-adr: ## start a decision: make new-adr T="Why we …"
	@test -n "$(T)" || { echo 'Name it: make new-adr T="Why we …"'; exit 1; }
	@mkdir -p docs/adr; \
	number=$$(printf '%04d' $$(($$(ls docs/adr | sed -n 's/^0*\([0-9][0-9]*\)-.*/\1/p' | sort -n | tail -1) + 1))); \
	words=$$(echo "$(T)" | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9]\{1,\}/-/g; s/^-//; s/-$$//'); \
	printf '# %s. %s\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Alternatives\n' \
		"$$number" "$(T)" > "docs/adr/$$number-$$words.md"; \
	echo "docs/adr/$$number-$$words.md"

lock: tools ## pin the newest allowed versions, with hashes
	$(LOCK) --upgrade --group dev pyproject.toml -o requirements-dev.lock
	$(LOCK) -c requirements-dev.lock pyproject.toml -o requirements.lock
	echo uv | $(LOCK) --no-annotate -c requirements-dev.lock - -o requirements-bootstrap.lock
