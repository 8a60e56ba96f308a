# Two commands for a newcomer: `make run` and `make test`. Everything else is for who works on art28.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Each process would compile Django and art28 anew, and take twice as long to start.
unexport PYTHONDONTWRITEBYTECODE
# Trust what the machine trusts, where it says so: behind a proxy that re-signs, nothing else would install.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem),)
export UV_SYSTEM_CERTS ?= 1
endif

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
# One more than there are processors: many tests wait for a worker, a server or a browser.
WORKERS ?= $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
CUSTOMERS ?= 30
ROUNDS ?= 10
STORY := tests/e2e/test_story.py::test_from_a_signed_agreement_to_evidence_that_an_outsider_verifies
PYTEST := $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q

.PHONY: help run test test-sqlite test-postgresql lint lint-types lint-rest bench explore messages lock provisions samples system clean

help:
	@echo "make run         set everything up, make two organisations to look at, serve http://127.0.0.1:8028 (CUSTOMERS=300: large ones)"
	@echo "make test        set everything up, run all tests on SQLite and on PostgreSQL"
	@echo "make lint        ruff, mypy, import contracts, templates, migrations, and whether all tests load"
	@echo "make bench       benchmarks, each with its ratio, and at the end which bars are held (BENCH='reading chain': some)"
	@echo "make explore     property tests on examples that no test saw before (ROUNDS=10)"
	@echo "make messages    collect and compile the Dutch and English strings"
	@echo "make samples     build samples/ from their sources"
	@echo "make provisions  which provisions of the reference agreements are carried out"
	@echo "make lock        renew requirements/*.lock"

# The virtual environment, with uv from PyPI; a stamp a lock file, so that nothing is installed twice.
.venv/.uv: requirements/uv.lock
	@$(PYTHON) -c 'import sys; sys.exit("art28 needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/uv.lock
	@touch $@

.venv/.run: .venv/.uv requirements/run.lock pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.uv requirements/dev.lock pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@ .venv/.run

run: .venv/.run
	@$(BIN)/art28 migrate
	@$(BIN)/art28 demo --customers $(CUSTOMERS)
	@$(BIN)/art28 serve --worker

system:
	@scripts/install-system-packages

test: .venv/.dev system
	@mkdir -p .make
	$(MAKE) --no-print-directory test-sqlite
	$(MAKE) --no-print-directory test-postgresql

test-sqlite: .venv/.dev
	$(PYTEST)

# What touches the database, once more on a PostgreSQL that this command starts and stops, with two of the stories in a browser, one
# in Dutch: how pages look, forms are filled in and PDFs are made doesn't hang on it, nor what is translated. Commands of `make run`
# and templates know no other than SQLite, or none.
test-postgresql: .venv/.dev
	$(BIN)/python scripts/with_postgres.py $(PYTEST) tests/web tests/e2e/test_story.py tests/e2e/test_mailing.py \
		--deselect "$(STORY)[en]" --ignore tests/web/reports/test_valid.py --ignore tests/web/pages/test_messages.py \
		--ignore tests/web/test_commands.py --ignore tests/web/test_templates.py

# Types, and all else: side by side with `--jobs 2`. The tests of templates are picked out of all, so that every test has been loaded,
# and compiled once instead of by each worker of `make test` anew.
lint: lint-types lint-rest

lint-types: .venv/.dev
	$(BIN)/mypy

lint-rest: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/django-admin check --settings art28.web.settings --fail-level WARNING
	$(BIN)/django-admin makemigrations --check --dry-run --settings art28.web.settings
	$(BIN)/pytest -q -p no:randomly -k test_templates.py

# The fuzzer has builds for few systems; where it has none, its benchmark says so.
bench: .venv/.dev
	@$(UV) pip install --quiet --only-binary :all: --python $(BIN)/python --require-hashes -r requirements/fuzz.lock || true
	@$(BIN)/python benchmarks/every.py $(BENCH)

# `make test` draws the same examples each time; these are others.
explore: .venv/.dev
	@for round in $$(seq $(ROUNDS)); do ART28_EXPLORE=1 $(PYTEST) -m hypothesis tests || exit 1; done

messages: .venv/.dev
	cd src/art28/web && ../../../$(BIN)/python ../../../scripts/messages.py

samples: .venv/.dev
	$(BIN)/python samples/build.py

provisions: .venv/.dev
	@$(BIN)/python scripts/provisions.py

lock: .venv/.uv
	$(UV) pip compile -q --upgrade --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra web --extra build pyproject.toml -o requirements/run.lock
	$(UV) pip compile -q --upgrade --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra web --extra ocr --extra chat --extra procrastinate --extra build --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock
	echo 'atheris>=3.0' | $(UV) pip compile -q --upgrade --generate-hashes --no-emit-index-url --custom-compile-command "make lock" - -o requirements/fuzz.lock
	echo uv | $(UV) pip compile -q --upgrade --generate-hashes --no-emit-index-url --custom-compile-command "make lock" - -o requirements/uv.lock

clean:
	rm -rf .venv .make var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
