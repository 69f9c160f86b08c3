# The course kit. `make help` lists what can be made; each target sets up what it needs.
#
# torch: pip's default build may be the large CUDA one (several GB). For the CPU build (0.2 GB)
# give the address of PyTorch's own index for it, as pytorch.org shows it:
#     make setup TORCH_INDEX=<address>
#
# Only build/ is ever removed, by `make clean`; what is yours (course/, results, secrets) never is.

PYTHON ?= python3
TORCH_INDEX ?=

# The one pin of torch stands in pyproject.toml
TORCH := $(shell sed -n 's/^ *"\(torch==[0-9.]*\)".*/\1/p' pyproject.toml)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal
.DEFAULT_GOAL := help
.PHONY: help setup grade release course test test-all test-slow proof bench peers lint messages doctor clean

help:                    ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(READY)          ## make .venv with everything the kit needs

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet $(TORCH) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

grade: release           ## build the release, then grade the sample class
	PYTHONPATH=tests $(BIN)/python -m sample_class.make build/sample-class
	$(BIN)/autograder grade build/sample-class --out build/results || [ $$? -eq 3 ]
	@echo "The class:              build/results/index.html"
	@echo "One student's feedback: build/results/transposed/backprop.html"
	@echo "Students' bundles:      release/"

release: setup           ## write the students' bundles to release/
	$(BIN)/autograder release

course: setup            ## write an nbgrader course to course/, or its source/ again
	$(BIN)/autograder nbgrader init course --renew

test: setup              ## run the quick tests: every room, in five to ten minutes
	$(PYTEST) -m "not slow"
	@echo "Left out: tests marked slow, which try everything where these try a cross-section;"
	@echo "\`make test-all\` runs them, too. Skipped ones have their reasons above."

test-all: setup          ## run all tests
	$(PYTEST)

test-slow: setup         ## run the tests that `make test` leaves out
	$(PYTEST) -m slow

proof: setup             ## try the checks with wrong and right answers, write docs/proof.md
	$(BIN)/autograder prove

bench: setup             ## the sandbox's figures, what attacks got, times beside nbgrader and otter
	$(BIN)/python -m autograder.proof.figures
	PYTHONPATH=tests $(BIN)/python -m attack_class
	PYTHONPATH=tests $(BIN)/python -m attack_nbgrader
	$(BIN)/python tests/peers/bench.py build/bench

peers: setup             ## attacks on nbgrader and otter, each in an environment of its own
	$(BIN)/python tests/peers/run.py build/peers

lint: setup              ## style, types, and which room may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

messages: setup          ## collect the kit's sentences, bring its catalogues up to date
	$(BIN)/autograder messages

doctor: setup            ## which layers of the sandbox this machine has
	$(BIN)/autograder doctor

clean:                   ## remove build/
	rm -rf build
