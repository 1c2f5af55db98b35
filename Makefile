# Two commands do everything on a machine with Python 3.11 or later:
#   make edition   builds the edition of this repository into dist/
#   make test      runs the tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: edition test lint schema bench clean

edition: $(VENV)/octavo
	$(BIN)/octavo build

test: $(VENV)/dev
	$(BIN)/python schema/make_rng.py --check
	$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(VENV)/dev
	$(BIN)/python schema/make_rng.py

bench: $(VENV)/dev
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) build
	find dist -mindepth 1 ! -name .gitignore -delete

# The environment, once with what Octavo needs and once with what tests need too. It is made anew
# when pyproject.toml asks for something else.
$(VENV)/octavo: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/octavo

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Octavo needs Python 3.11 or later; make PYTHON=python3.12 names another one."; exit 1; }
	$(PYTHON) -m venv $(VENV)
