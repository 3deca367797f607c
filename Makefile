# The one entrance: people, CI and pre-commit call the same recipes.

PORT ?= 8000
PYTEST_ARGS ?= -n auto --dist loadgroup
VENV ?= .venv
BIN = $(VENV)/bin

GOLDEN = tests/contract/exporters/test_every_exporter.py tests/integration/test_readme.py

SUPPORTED = 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHONS = python3 python python3.11 python3.12 python3.13 python3.14

# The first Python that is new enough, unless one is named: make PYTHON=/path/to/python
PYTHON ?= $(shell for python in $(PYTHONS); do \
	$$python -c $(SUPPORTED) 2>/dev/null && echo $$python && break; done)

PIP_INSTALL = $(BIN)/python -m pip --disable-pip-version-check install --quiet
# A lock names everything, so pip has nothing to resolve (where it does, it looks at newer versions, and fails).
PIP_LOCKED = $(PIP_INSTALL) --require-hashes --no-deps

.PHONY: help setup run test check fmt bench examples openapi golden screenshots lock matrix clean

help: ## List the recipes
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.dev ## Make .venv with everything that running, testing and checking need

run: $(VENV)/.runtime ## Serve the shipped graph on port 8000; another one: make run PORT=8080
	@echo 'Serving on http://127.0.0.1:$(PORT) (Ctrl-C stops it). Try:'
	@echo "curl http://127.0.0.1:$(PORT)/v1/plans -H 'Content-Type: application/json'" \
		"-d '"'{"role": "ml-engineer", "known": ["python", "git"], "hours_per_week": 10}'"'"
	@exec $(BIN)/roadmap serve --host 127.0.0.1 --port $(PORT)

test: $(VENV)/.dev ## Run every test, and report the branch coverage of roadmap/
	$(BIN)/python -m pytest $(PYTEST_ARGS) --cov --cov-fail-under=95

check: $(VENV)/.dev ## Check format, lint, types and the direction of imports
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/.dev ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

bench: $(VENV)/.dev ## Print the figures of the benchmarks
	$(BIN)/python -m tests.benchmarks

examples: $(VENV)/.dev ## Write the examples of the contract anew; then: make openapi
	$(BIN)/python -m tests.building.contract_examples

openapi: $(VENV)/.runtime ## Write openapi.yaml from the code
	$(BIN)/roadmap openapi > $(VENV)/openapi.yaml
	mv $(VENV)/openapi.yaml openapi.yaml

golden: $(VENV)/.dev ## Write the golden files and the answers in the README anew
	$(BIN)/python -m pytest --rewrite-golden $(GOLDEN)

screenshots: $(VENV)/.dev ## Write pictures of the pages to docs/screenshots; needs Chromium
	$(BIN)/python -m tests.screenshots

# One set of versions for every Python and platform. The development lock is made first and bounds the
# other, so that both hold the same versions. Newer ones: make lock LOCK_ARGS=--upgrade
LOCK = $(BIN)/uv pip compile pyproject.toml --all-extras --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(LOCK_ARGS)

lock: $(VENV)/.dev ## Bring requirements/ in line with pyproject.toml
	$(LOCK) --group dev --output-file requirements/dev.txt
	$(LOCK) --group build --constraint requirements/dev.txt --output-file requirements/runtime.txt

matrix: ## Run the tests on every Python 3.11 or newer on PATH and in ~/.pyenv
	@tested=; for python in $(PYTHONS) ~/.pyenv/versions/*/bin/python; do \
		$$python -c $(SUPPORTED) 2>/dev/null || continue; \
		version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
		case "$$tested " in *" $$version "*) continue;; esac; \
		echo "=== Python $$version ($$python)"; \
		$(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-matrix/$$version || exit 1; \
		tested="$$tested $$version"; \
	done; echo "Passed on Python$$tested"

clean: ## Remove everything that the recipes made, openapi.yaml and the locks apart
	rm -rf .venv .venv-matrix .coverage .coverage.* .benchmarks .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache build dist htmlcov
	find . -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is newer than what it was made from, so that nothing is installed (or looked up) twice.
$(VENV)/.created:
	@"$(PYTHON)" -c $(SUPPORTED) 2>/dev/null || { \
		echo 'roadmap needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python' >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'This Python has no venv module. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@echo "Creating $(VENV) with $$("$(PYTHON)" --version)"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.created pyproject.toml requirements/runtime.txt
	@echo 'Installing requirements/runtime.txt and roadmap'
	@$(PIP_LOCKED) --requirement requirements/runtime.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo 'Installing requirements/dev.txt'
	@$(PIP_LOCKED) --requirement requirements/dev.txt
	@touch $@
