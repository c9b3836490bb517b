# Lotse in short commands. `make run` and `make test` need Python 3.11 or later with venv, git and make, nothing else.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test test-deep mutants test-tools check check-form check-types check-imports check-migrations check-translations bench format demo translations screenshots lock

PYTHON ?= python3
PORT ?= 8000
export PORT
unexport PYTHONDONTWRITEBYTECODE # Lotse and its tests start many processes: compile once
BIN := .venv/bin
CERTIFICATES := $(if $(wildcard /etc/ssl/certs/ca-certificates.crt),--system-certs)
INSTALL := $(BIN)/uv pip install --quiet --compile-bytecode $(CERTIFICATES) --python $(BIN)/python --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet $(CERTIFICATES) --universal --python-version 3.11 --generate-hashes --no-header
CATALOGUES := $(wildcard app/translations/*/LC_MESSAGES/*.po)
MIGRATIONS := $(wildcard migrations/versions/*.py)
CONTENT := $(shell find content -type f -not -path 'content/demo/*')
ifeq ($(wildcard var/lotse.db),)
$(shell rm -f var/.migrated var/.content var/.demo)
endif

help: ## What can be done here
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

setup: .venv/.base $(CATALOGUES:.po=.mo) ## Install what Lotse needs into .venv

run: export LOTSE_ENV := development
run: export LOTSE_DEMO := 1
run: export LOTSE_DATABASE_URL := sqlite:///$(CURDIR)/var/lotse.db
run: export LOTSE_BASE_URL := http://127.0.0.1:$(PORT)
run: setup var/.demo ## Start Lotse with a demo city at http://127.0.0.1:8000 (PORT=… for another port)
	@exec $(BIN)/flask serve

test: test-tools check ## Check the code and run all tests on SQLite and PostgreSQL
	@$(BIN)/pytest -n 3 --dist worksteal

test-deep: test-tools ## Run the tests that take long
	@$(BIN)/pytest -n 2 --dist worksteal -m deep

mutants: .venv/.mutants $(CATALOGUES:.po=.mo) ## Change the rules in thousands of small ways and count what the tests notice
	@rm -rf mutants
	@$(BIN)/mutmut run --max-children 2 $(if $(ONLY),'$(ONLY)')
	@$(BIN)/python scripts/mutants.py

check: .venv/.test $(CATALOGUES:.po=.mo) ## Format, lint, types, imports between packages, migrations, translations
	@$(MAKE) --no-print-directory --jobs=2 --output-sync check-types check-form check-imports check-migrations check-translations

check-form:
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

check-types:
	@$(BIN)/mypy

check-imports:
	@$(BIN)/lint-imports --no-cache

check-migrations:
	@scripts/check_migrations.sh

check-translations:
	@$(BIN)/python scripts/check_translations.py

bench: test-tools $(CATALOGUES:.po=.mo) ## Measure the pages of the journey on a city of 10,000 employees
	@$(BIN)/python -m bench

format: .venv/.test ## Write all code in one form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

demo: export LOTSE_ENV := development
demo: export LOTSE_DEMO := 1
demo: setup var/.content ## Load the demo city into an empty database
	@$(BIN)/flask demo load

translations: .venv/.test ## Collect new words into the German catalogue
	@scripts/translations.sh

screenshots: test-tools $(CATALOGUES:.po=.mo) ## Take the pictures of the README anew
	@PYTHONPATH=. $(BIN)/python scripts/screenshots.py

lock: $(BIN)/uv ## Choose the newest allowed versions and write them down with hashes
	@$(COMPILE) --upgrade requirements/uv.in -o requirements/uv.txt
	@$(COMPILE) --upgrade pyproject.toml -o requirements/base.txt
	@$(COMPILE) --upgrade pyproject.toml --group test -o requirements/test.txt
	@$(COMPILE) --upgrade --group mutants --constraints requirements/test.txt -o requirements/mutants.txt

test-tools: .venv/.test
	@scripts/install_test_tools.sh

$(BIN)/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lotse needs Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv is missing: apt install python3-venv"; exit 1; }
	@echo "Installing what Lotse needs into .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.base: $(BIN)/uv requirements/base.txt
	@$(INSTALL) -r requirements/base.txt
	@touch $@

.venv/.test: .venv/.base requirements/test.txt
	@$(INSTALL) -r requirements/test.txt
	@touch $@

.venv/.mutants: .venv/.test requirements/mutants.txt
	@$(INSTALL) -r requirements/mutants.txt
	@touch $@

%.mo: %.po .venv/.base
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

var/.migrated: .venv/.base $(MIGRATIONS)
	@umask 077; mkdir -p var; $(BIN)/alembic upgrade head
	@touch $@

var/.content: var/.migrated $(CONTENT)
	@$(BIN)/flask content sync
	@touch $@

var/.demo: var/.content
	@$(BIN)/flask demo load --if-empty
	@touch $@
