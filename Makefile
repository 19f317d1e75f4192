PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# All cores, and four processes at least: many tests wait for a browser, a database or another process. One that has nothing left
# to do takes half of what another still has, so fixtures are shared where they can be.
PROCESSES = $(shell $(BIN)/python -c "import os; print(max(4, os.cpu_count() or 1))")
PARALLEL = --numprocesses=$(PROCESSES) --dist=worksteal

# The tests start hundreds of processes, each of which would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test quick check docs pictures notebooks coverage hooks serve bench lock audit

# What Material for MkDocs says of a successor on every build.
export NO_MKDOCS_2_WARNING = 1

demo: $(VENV)/base  ## the sample programme, analysed: readings, rubrics, participation, one report
	$(BIN)/manyvoices demo

test: $(VENV)/dev browser poppler office  ## the whole test suite, on all cores, and its slowest ten
	$(BIN)/pytest $(PARALLEL) --durations=10

quick: check  ## what a change needs: format, lint, types, and the tests that mirror the files changed since SINCE
	$(BIN)/python -m tests.changed $(SINCE)

check: $(VENV)/dev  ## format, lint, types, and the documentation built strictly
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/mkdocs build --quiet

docs: $(VENV)/dev  ## the documentation, in build/docs/index.html
	$(BIN)/mkdocs build

pictures: $(VENV)/dev browser  ## the pictures of the documentation, taken again from the pages as they are
	PICTURES=take $(BIN)/pytest tests/browser/test_guide_pictures.py

notebooks: $(VENV)/dev  ## the notebooks of the documentation, run anew and kept with what they give
	NOTEBOOKS=run $(BIN)/pytest tests/docs/test_notebooks.py

coverage: $(VENV)/dev browser poppler office  ## the whole test suite, and which lines and branches it never reached
	$(BIN)/pytest $(PARALLEL) --cov --cov-report=term-missing:skip-covered

hooks: $(VENV)/dev  ## checks before every commit
	$(BIN)/pre-commit install

serve: $(VENV)/base  ## the web service on 127.0.0.1:8000
	$(BIN)/manyvoices serve

bench: $(VENV)/dev  ## speed and memory, as ratios of one run
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: apt install python3-venv"; exit 1; }

# What is installed has one version, and files whose hashes are known (`make lock`). Torch alone comes as the build for this machine.
LOCKED = $(BIN)/python -m pip install --quiet --no-deps --require-hashes $(patsubst %,-r deploy/locks/%.txt,$(1))
OURS = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
TORCH = $(shell sed -n 's/.*"\(torch==[^"]*\)".*/\1/p' pyproject.toml)

$(VENV)/base: pyproject.toml $(wildcard deploy/locks/*.txt) | $(VENV)/bin/python
	$(call LOCKED,build base)
	$(OURS)
	touch $@

$(VENV)/dev: pyproject.toml $(wildcard deploy/locks/*.txt) | $(VENV)/bin/python
	$(call LOCKED,build base server dev)
	$(BIN)/python -m pip install --quiet $(TORCH)
	$(OURS)
	touch $(VENV)/base $@

# The programs of these two are no part of the product: they lie beside it.
TOOLS := build/tools

lock: $(TOOLS)/uv  ## deploy/locks anew: every package, its newest version that pyproject.toml allows, its hashes
	$(TOOLS)/bin/python deploy/lock.py $(TOOLS)/bin/uv

audit: $(TOOLS)/pip_audit  ## known holes in what the locks name, asked of the package index (where a network is)
	cat deploy/locks/*.txt > $(TOOLS)/every.txt
	$(TOOLS)/bin/pip-audit --require-hashes --disable-pip --requirement $(TOOLS)/every.txt

$(TOOLS)/bin/python:
	$(PYTHON) -m venv $(TOOLS)

$(TOOLS)/%: | $(TOOLS)/bin/python
	$(TOOLS)/bin/python -m pip install --quiet $(subst _,-,$*)
	touch $@

# The browser tests drive a real Chromium; without root they use the one that is there, or are skipped with a reason.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; } || \
	  echo "No Chromium here: the browser tests will be skipped."

# Bangla and Nepali come whole out of a PDF by poppler's pdftotext only.
.PHONY: poppler
poppler:
	@command -v pdftotext >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null; } || \
	  echo "No pdftotext here: the tests of PDF in Bangla and Nepali will be skipped."

# Reports for Word and slides are opened as a reader opens them, and looked at.
.PHONY: office
office:
	@{ command -v soffice && ls /usr/lib/libreoffice/program/libsdlo.so /usr/lib/libreoffice/program/libswlo.so; } >/dev/null 2>&1 || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui libreoffice-impress-nogui fonts-noto-core >/dev/null; } || \
	  echo "No LibreOffice here: the tests that open office files will be skipped."
