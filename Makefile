PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check serve bench

demo: $(VENV)/base  ## the sample programme, analysed: readings, rubrics, participation, one report
	$(BIN)/manyvoices demo

test: $(VENV)/dev browser  ## the whole test suite
	$(BIN)/pytest

check: $(VENV)/dev  ## format, lint, types
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

serve: $(VENV)/base  ## the web service on 127.0.0.1:8000
	$(BIN)/manyvoices serve

bench: $(VENV)/dev  ## speed and memory, as ratios of one run
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: apt install python3-venv"; exit 1; }

$(VENV)/base: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(VENV)/base $@

# The browser tests drive a real Chromium; without root they use the one that is there, or are skipped with a reason.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; } || \
	  echo "No Chromium here: the browser tests will be skipped."
