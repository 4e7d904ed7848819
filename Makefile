# `make demo` shows what Communiqué does, `make test` runs the tests. Both set up .venv/ first, if need be.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
SEED := seeds/astana-times-malaysia-kazakhstan.txt
# The first Python here that is new enough; another one with `make PYTHON=/path/to/python`.
PYTHON ?= $(shell for python in python3.12 python python3 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$python && break; done)
UV ?= $(shell command -v uv || echo $(BIN)/uv)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test tools lint format docs picture lock audit clean

help:  ## list what there is to make
	@sed -n 's/^\([a-z]*\):.*  ## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(VENV)/installed  ## build the graph and the page of the seed article into out/
	@$(BIN)/kg build $(SEED) --out out
	@echo "Open out/$(basename $(notdir $(SEED))).html in a browser; the graph is in the .ttl beside it."

test: $(VENV)/tools  ## run all tests; one whose tool is missing is skipped and says why
	@$(BIN)/pytest

lint: $(VENV)/installed  ## check style, layout and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: $(VENV)/installed  ## lay out the code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(VENV)/installed  ## write the reference of the ontology into out/docs/
	@$(BIN)/kg docs --out out/docs

picture: $(VENV)/tools demo  ## take README's picture of the page
	@$(BIN)/python notebooks/pictures/take.py out/$(basename $(notdir $(SEED))).html notebooks/pictures/page.png

lock: | $(VENV)/installed  ## pin the dependencies of pyproject.toml in requirements.lock (LOCK=--upgrade: the newest)
	@command -v $(UV) >/dev/null || $(PIP) install uv
	@$(UV) pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.12 --generate-hashes \
		--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--quiet $(LOCK) --output-file requirements.lock

audit: | $(VENV)/installed  ## ask for known vulnerabilities of what requirements.lock pins (needs the network)
	@command -v $(UV) >/dev/null || $(PIP) install uv
	@$(UV) tool run pip-audit --requirement requirements.lock --disable-pip

clean:  ## remove all that was made
	@rm -rf $(VENV) out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || \
		{ echo "Communiqué needs Python 3.12 or newer, and none is on PATH; give one with PYTHON=/path/to/python" >&2; exit 1; }
	@# Debian's Python may lack ensurepip, but its pip can fill a virtual environment as well.
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || \
		{ $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

# hatchling is among the pins, so the package itself needs nothing more.
$(VENV)/installed: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	@echo "Installing the packages of requirements.lock into $(VENV)/ …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

tools: $(VENV)/tools  ## install the tools that some tests use

# A browser, RDF parsers, triple stores and query engines that are not ours, and Java for a reasoner.
$(VENV)/tools: $(VENV)/installed tests/engines/node/package.json
	@.ci/tools chromium rapper:raptor2-utils serdi roqet:rasqal-utils virtuoso-t:virtuoso-opensource-7-bin \
		isql-vt:virtuoso-opensource-7-bin java:default-jre-headless node:nodejs npm openssl
	@.ci/node $(abspath $(VENV))/node
	@command -v chromium >/dev/null || $(BIN)/playwright install chromium >/dev/null 2>&1 || \
		echo "No browser could be installed; the tests of the page will be skipped."
	@touch $@
