# Everything happens in .venv; `make run` and `make test` set it up when it is not there yet.
PYTHON ?= python3
BIN := .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
SUITE ?= bookworm
# A file's tests stay together, as what they share takes time to make.
ALL_CORES := --numprocesses auto --dist loadfile
CORE_TESTS := $(wildcard tests/guide tests/interview tests/panel)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup python system lock run test test-core lint types contracts check soak \
  fresh reliability bench bundle deb fresh-deb pictures weight version release format clean

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: python system .venv/ready ## everything that running and testing need

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Interview Desk needs Python 3.11 or newer, and $(PYTHON) is not;" \
	    "name another one: make PYTHON=python3.12 ..." >&2; exit 1; }

system: python
	@PYTHON=$(PYTHON) packaging/system-packages $(if $(wildcard .venv/ready),,--all)

# What is installed stands in requirements.lock to the byte, so that a release elsewhere cannot
# break a fresh clone.
.venv/ready: pyproject.toml requirements.lock | python system
	@echo "Setting up .venv (Qt is large: the first time may take a minute or two)"
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

lock: python ## requirements.lock anew, with the newest releases that pyproject.toml allows
	@$(PYTHON) -m venv .cache/uv
	@.cache/uv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.13,<0.14"
	@.cache/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --all-extras --generate-hashes --no-annotate --no-emit-index-url \
	  --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

run: setup ## open the window; without a display, rehearse an interview offscreen
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "No display here, so a sample interview runs offscreen."; \
	  QT_QPA_PLATFORM=offscreen $(BIN)/interview-desk rehearse --out build/rehearsal; \
	else \
	  $(BIN)/interview-desk; \
	fi

test: setup ## all tests, with or without a display; FONTS=none, dejavu, latin or noto
	@$(if $(FONTS),packaging/with-fonts $(FONTS)) $(BIN)/python -m pytest $(ALL_CORES)

# Without the plug-in that starts Qt, so that an import of Qt in the core cannot hide.
test-core: setup ## the core's tests, without Qt
	@$(BIN)/python -m pytest -p no:pytest-qt $(CORE_TESTS)

lint: setup ## style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## strict types
	@$(BIN)/mypy

contracts: setup ## imports run one way
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

# Ends with the very line that the README gives for the tests, so that it stays true.
check: lint types contracts test-core ## all of these, then the tests as the README runs them
	@line=$$(sed -n '/^## Tests/,/^## /{/^make /p;}' README.md); \
	  test -n "$$line" || { echo "README.md gives no command under Tests" >&2; exit 1; }; \
	  echo "$$line"; $$line

soak: setup ## 10,000 random keys and clicks on the live page
	@INTERVIEW_DESK_SOAK=10000 $(BIN)/python -m pytest tests/desk/live/test_soak.py

bench: setup ## times, as ratios to floors measured beside them
	@$(BIN)/python -m benchmarks

fresh: ## the README's two commands on a bare Debian (root); SUITE=trixie, FONTS as above
	@FONTS=$(FONTS) packaging/fresh-machine $(SUITE)

reliability: setup ## every promise that nothing is lost, tried for up to an hour
	@$(BIN)/python -m tests.reliability

# Ends with running what was made, where none of this folder can be reached.
bundle: setup ## dist/interview-desk, a folder that runs without Python
	@PYINSTALLER_CONFIG_DIR=.cache/pyinstaller $(BIN)/pyinstaller --noconfirm --log-level ERROR \
	  --workpath build/bundle packaging/bundle.spec
	@packaging/try-bundle dist/interview-desk

deb: bundle ## a Debian package of the bundle
	@packaging/make-deb dist/interview-desk

fresh-deb: ## that package, tried on a bare Debian (root); SUITE as above
	@package=$$(ls -t dist/*.deb | head -n 1); GIVE=$$package \
	  packaging/fresh-machine $(SUITE) packaging/try-deb $$package

# With fonts that every Debian has, so that the same window gives the same pictures.
pictures: setup ## the pictures of the manual, from the real window
	@packaging/with-fonts dejavu $(BIN)/python packaging/pictures.py docs/manual

weight: setup ## what an installation weighs, package by package
	@$(BIN)/python packaging/weight.py

version: setup ## the next version, in the one place that says it: make version NEW=1.2.0
	@$(BIN)/python packaging/new_version.py $(NEW)

release: setup ## source, wheel, bundle, deb and checksums in dist/release, each tried
	@packaging/release

format: setup ## put imports and lines in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## remove what was built, the environment too
	rm -rf .venv .cache .hypothesis build dist
