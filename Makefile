# What people and the checks on GitHub both run.  `make help` lists it.
# Kept to what GNU make 3.81 (macOS) understands: no .ONESHELL, no !=, no grouped targets.

PYTHON ?= python3
FORMAT ?= text
BASE   ?= main
LINKS  ?=
SINCE  ?=
MEETING ?=
VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
PIP    := $(PY) -m pip --disable-pip-version-check --no-input
LOCKS  := requirements/site.txt requirements/pack.txt requirements/test.txt
UV     := uv==0.13.9

# Material's notice of its end of life at every build: docs/decisions/0001 is the answer to it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install site serve demo pack check changes forms due schemas test browser format benchmark lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -e 's/:.*## /:/' | awk -F: '{ printf "  make %-10s %s\n", $$1, $$2 }'
	@echo
	@echo "  make site PYTHON=python3.12   uses another Python (3.11 or later)"

install: $(VENV)/.cspsite ## make the environment in .venv; every other target does so when it has to

site: $(VENV)/.cspsite ## build the site into site/
	$(PY) -m mkdocs build --strict --clean

serve: $(VENV)/.cspsite ## preview the site, rebuilt as data/ and docs/ change
	$(PY) -m mkdocs serve --livereload --watch data

demo: $(VENV)/.cspsite ## show the site of an invented partnership with four meetings
	rm -rf .cache/demo
	$(PY) -m cspsite demo .cache/demo
	$(PY) -m mkdocs build --strict --quiet --config-file .cache/demo/mkdocs.yml
	$(PY) -m mkdocs serve --livereload --config-file .cache/demo/mkdocs.yml

pack: $(VENV)/.pack site ## print a meeting's papers as one PDF (MEETING=2006-11-13; without it the latest)
	@browser=`$(PY) -m scripts.browser` || exit 1; \
	CSPSITE_BROWSER="$$browser" $(PY) -m cspsite pack $(if $(MEETING),"$(MEETING)")

check: $(VENV)/.cspsite ## check the data (FORMAT=text, json, github or markdown; SINCE=main: what is new)
	@$(PY) -m cspsite check --format $(FORMAT) --link-base "$(LINKS)" $(if $(SINCE),--since "$(SINCE)")

changes: $(VENV)/.cspsite ## say what changed in the data (BASE=main)
	@$(PY) -m cspsite changes --format markdown $(BASE)

schemas: $(VENV)/.cspsite ## write the JSON Schemas of the data's files into schemas/
	@$(PY) -m cspsite schema schemas

due: $(VENV)/.cspsite ## say which reports are owed, and by when
	@$(PY) -m cspsite due

forms: $(VENV)/.cspsite ## write the issue forms on GitHub anew from the data
	$(PY) -m cspsite issue-forms

test: $(VENV)/.test $(VENV)/.cspsite ## lint, types and every test, in a real browser too
	$(PY) -m ruff check .
	$(PY) -m mypy
	@browser=`$(PY) -m scripts.browser` || exit 1; \
	echo "pytest, with $$browser"; \
	CSPSITE_BROWSER="$$browser" $(PY) -m pytest $(ARGS)

browser: $(VENV)/.test ## find a browser for the tests, or install one
	@$(PY) -m scripts.browser

format: $(VENV)/.test ## put the code in the house's format
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format .

benchmark: $(VENV)/.test $(VENV)/.cspsite ## measure seconds, memory, and what a reader waits for
	$(PY) -m benchmarks $(ARGS)

lock: .venv-lock/.uv ## choose versions anew, within the ranges of pyproject.toml
	$(COMPILE) --output-file requirements/site.txt
	$(COMPILE) --extra pack --constraints requirements/site.txt --output-file requirements/pack.txt
	$(COMPILE) --extra pack --extra test --constraints requirements/pack.txt --output-file requirements/test.txt

clean: ## throw away the site, the environment and the caches
	rm -rf site build dist $(VENV) .venv-lock .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is made anew when a lock changes, so that nothing of the old one stays.
$(VENV)/.site: $(LOCKS)
	@$(PYTHON) scripts/python_version.py
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes --requirement requirements/site.txt
	@touch $@

$(VENV)/.pack: $(VENV)/.site
	$(PIP) install --quiet --require-hashes --requirement requirements/pack.txt
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) install --quiet --require-hashes --requirement requirements/test.txt
	@touch $@

# cspsite itself, in place: its build backend comes from the lock, so nothing is fetched.
$(VENV)/.cspsite: $(VENV)/.site pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

# One lock for Python 3.11 and later on every system, with hashes and without an index's address.
# UPGRADE= keeps the versions there are, and adds only what pyproject.toml has gained.
UPGRADE := --upgrade
COMPILE  = .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock" $(UPGRADE) --group build pyproject.toml

.venv-lock/.uv: Makefile
	@$(PYTHON) scripts/python_version.py
	rm -rf .venv-lock
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check --no-input install --quiet "$(UV)"
	@touch $@
