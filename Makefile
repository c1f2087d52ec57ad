# Everything a newcomer types. Nothing is needed but make and Python 3.11 or newer.

BIN := .venv/bin
READY := .venv/ready
.DEFAULT_GOAL := help
.PHONY: help sandbox test coverage check texts screenshots bench lock

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

sandbox: $(READY) ## Try the bot in the browser: no token, no network
	@$(BIN)/python -m bot sandbox

test: $(READY) ## Run all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

coverage: $(READY) ## Run all tests and say whether the four rooms that matter are covered
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=
	@for room in domain services answers chat; do \
		$(BIN)/coverage report --include="bot/$$room/*" --fail-under=95 || exit 1; \
	done

check: $(READY) ## Style, types and imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

texts: $(READY) ## Collect what the bot says and update the catalogues
	$(BIN)/python -m tests.catalogues

screenshots: $(READY) ## Renew the README's pictures from the sandbox
	$(BIN)/python -m tests.screenshots

bench: $(READY) ## Measure everything, or one thing: make bench ONLY=updates (answers, signups, documents)
	$(BIN)/python -m bench $(ONLY)

lock: $(READY) ## Choose versions anew within the ranges of pyproject.toml (with Python 3.11, the oldest we keep)
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/python -m piptools compile --quiet --upgrade --generate-hashes \
		--allow-unsafe --extra dev --strip-extras --no-emit-options --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --output-file requirements.lock pyproject.toml

# Made anew when the versions change; a run that was broken off is simply begun again.
$(READY): requirements.lock
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		echo "Preparing .venv with $$($$python --version): this takes a minute, once."; \
		exec $$python -m venv .venv; \
	done; \
	echo "Python 3.11 or newer with venv is needed: install it (Debian: apt install python3-venv), then try again."; \
	exit 2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
