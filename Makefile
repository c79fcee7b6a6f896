# Everything a fresh machine needs: Python 3.11 or later, make and git.
#   make demo   compares a pair of samples and prints where the report is
#   make test   formatting, lint, types, import contracts, tests, and the built wheel installed alone

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready

.PHONY: demo test check tests wheel browser samples lexicons rules schema clean

demo: $(STAMP)
	@$(BIN)/biasdiff compare samples/port-alder-ferries/01-morning-ledger.txt \
	    samples/port-alder-ferries/02-coast-wire.txt --title "Ferry crews at Port Alder stop work" -o build/demo

test: check tests wheel

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tests: $(STAMP) browser
	$(BIN)/pytest -n 2 --cov --cov-report=term

wheel: $(STAMP)
	$(BIN)/python tests/try_wheel.py

# The pages are tested in a real browser: Debian's, installed here where that is allowed.
browser:
	@if ! command -v chromium-headless-shell chromium google-chrome >/dev/null 2>&1 \
	    && command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell; fi || true

# Reports of all samples, and the compiled form of the lexicons; tests fail when they are stale.
samples: $(STAMP)
	$(BIN)/biasdiff publish samples -o reports

lexicons: $(STAMP)
	$(BIN)/python -m biasdiff.lexicon
	$(BIN)/python -m biasdiff.manual

# The page of the rules alone.
rules: $(STAMP)
	$(BIN)/python -m biasdiff.manual

schema: $(STAMP)
	$(BIN)/python -m biasdiff.rendering.schema > docs/schema.json

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist .coverage
