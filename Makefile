# Two commands a newcomer needs: `make run` and `make test`. Each does its own set-up, says what it is doing, asks nothing.
# Nothing is fetched but packages, by name: uv from PyPI, what uv.lock names, and the Debian packages of ops/packages.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

UV_VERSION := 0.13.9
PORT ?= 8000
WORKERS ?= 2

export LC_ALL := C.UTF-8
export UV_PYTHON := $(CURDIR)/.boot/bin/python
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

# The checks and tests make folders and keys of their own, and never read the operator's.
check quick test bench: export CAIRN_MODE := local
check quick test bench: export CAIRN_DATA := $(CURDIR)/.boot/checks/data
check quick test bench: export CAIRN_KEYS := $(CURDIR)/.boot/checks/keys
check quick test bench: export CAIRN_ANCHORS := $(CURDIR)/.boot/checks/anchors
check quick test bench: export CAIRN_KEY_FROM := file
check quick test bench: export CAIRN_DATABASE_URL :=

.PHONY: help run test setup quick check bench environment
help:
	@sed -n 's/^## //p' Makefile

## make run     serve the demonstration on http://localhost:8000 (PORT= for another)
run:
	@ops/packages run
	$(MAKE) environment
	echo "run: the demonstration partnership"
	.venv/bin/cairn demo
	exec .venv/bin/cairn serve --with-worker --port "$(PORT)"

## make test    every test on SQLite and PostgreSQL, the browser journeys, the gates
test:
	@ops/packages test
	$(MAKE) environment
	rm -f .coverage .coverage.*
	echo "test: on SQLite"
	COVERAGE_FILE=.coverage.sqlite .venv/bin/pytest -n $(WORKERS) -m "not journey" --cov --cov-report=
	echo "test: on PostgreSQL"
	CAIRN_TEST_ENGINE=postgres COVERAGE_FILE=.coverage.postgres .venv/bin/python ops/private_postgres.py -- \
	  .venv/bin/pytest -n $(WORKERS) -m "not journey" --ignore=tests/gates/reading --cov --cov-report=
	echo "test: how much of the code was run"
	.venv/bin/coverage combine -q .coverage.sqlite .coverage.postgres
	.venv/bin/coverage json -q -o .coverage.json
	.venv/bin/python ops/coverage_gate.py .coverage.json
	echo "test: in the browser"
	.venv/bin/pytest -m journey

## make setup   only the environment
setup:
	@ops/packages setup
	$(MAKE) environment

## make quick   the tests on SQLite, without a browser
quick: setup
	@.venv/bin/pytest -n $(WORKERS) -m "not journey"

## make check   format, lint, types, imports, and the gates that only read the code
check: setup
	@echo "check: format and lint"
	.venv/bin/ruff format --check -q .
	.venv/bin/ruff check -q .
	echo "check: types"
	.venv/bin/mypy
	echo "check: direction of imports"
	.venv/bin/lint-imports --no-logo > .boot/imports.txt || { cat .boot/imports.txt; exit 1; }
	echo "check: the gates that read the code (migrations in step and generated documents current among them)"
	.venv/bin/pytest tests/gates/reading -n $(WORKERS)

## make bench   what is raced, against what: a table of ratios
bench: setup
	@.venv/bin/python -m benchmarks

# One environment for everything; done again only when the lock or the project file has changed.
environment:
	@if ! [ -x .boot/bin/uv ] || [ "$$(.boot/bin/uv --version | cut -d' ' -f2)" != "$(UV_VERSION)" ]; then
	  echo "setup: uv $(UV_VERSION) from PyPI, into .boot"
	  python3 -m venv .boot
	  .boot/bin/pip install -q --disable-pip-version-check --no-input "uv==$(UV_VERSION)"
	fi
	sum=$$(cat uv.lock pyproject.toml | sha256sum | cut -d' ' -f1)
	if [ "$$(cat .venv/made-from 2>/dev/null || true)" != "$$sum" ]; then
	  echo "setup: the locked packages from PyPI, into .venv"
	  .boot/bin/uv sync --locked -q
	  echo "$$sum" > .venv/made-from
	fi
