# Needs Python 3.11 or newer with pip, and make; nothing else. Everything is installed into .venv, nothing outside it.
#
#   make demo     render two examples into build/demo
#   make test     lint, types, layers, tests
#   make lint     only the first three
#   make pictures draw what README shows (needs LibreOffice and Chromium)
#   make rules    write docs/rules and docs/gbt9704.md from templates, rules and checks
#   make clean    remove .venv and what was built
#
# Another Python: make test PYTHON=python3.13

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := build/demo
EXAMPLES := examples/jiaxing-2008 examples/lianyungang-2017

# Old pips know neither dependency groups nor build constraints, so pip itself is brought to its pinned version first.
PIP_INSTALL := $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt
PROJECT     := --build-constraint constraints.txt -e .

.DEFAULT_GOAL := help
.PHONY: help demo test lint pictures rules clean

help:
	@sed -n 's/^#   //p' Makefile

demo: $(VENV)/.runtime
	$(BIN)/ipplan render $(EXAMPLES) -o $(DEMO)
	@echo
	@echo "The documents are in $(CURDIR)/$(DEMO):"
	@find $(DEMO) -type f | sort

test: lint
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

pictures: $(VENV)/.development
	PYTHONPATH=tests $(BIN)/python -m kit.pictures .

rules: $(VENV)/.development
	PYTHONPATH=tests $(BIN)/python -m kit.rule_pages docs/rules
	PYTHONPATH=tests $(BIN)/python -m kit.clause_page docs/gbt9704.md

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP_INSTALL) pip
	$(PIP_INSTALL) $(PROJECT)
	@touch $@

$(VENV)/.development: $(VENV)/.runtime
	$(PIP_INSTALL) $(PROJECT) --group dev
	@touch $@

# The first of these that is new enough. An environment without pip (Debian keeps ensurepip in a package of its own) gets
# it from the pip outside.
$(BIN)/python:
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "$(VENV): $$($$python --version) ($$python)"; \
	  $$python -m venv $(VENV) >/dev/null 2>&1 && exit 0; \
	  rm -rf $(VENV); \
	  $$python -m venv --without-pip $(VENV) && $$python -m pip -q --python $(VENV) install pip && exit 0; \
	  rm -rf $(VENV); \
	  echo "$$python can make no virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	done; \
	echo "ipplan needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name one: make PYTHON=python3.12" >&2; \
	exit 1
