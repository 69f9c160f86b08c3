# The course kit. `make help` lists what can be made; each target sets up what it needs.
#
# torch: pip's default build may be the large CUDA one (several GB). For the CPU build (0.2 GB)
# give the address of PyTorch's own index for it, as pytorch.org shows it:
#     make setup TORCH_INDEX=<address>

PYTHON ?= python3
TORCH_INDEX ?=
OUT ?= build

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
.DEFAULT_GOAL := help
.PHONY: help setup grade release course test bench peers mutation lint messages doctor clean

help:                    ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(READY)          ## make .venv with everything the kit needs

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet torch==2.13.0 $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

grade: release           ## build the release, then grade the sample class
	rm -rf $(OUT)/sample-class
	PYTHONPATH=tests $(BIN)/python -m sample_class.make $(OUT)/sample-class
	$(BIN)/autograder grade $(OUT)/sample-class --out $(OUT)/results || [ $$? -eq 3 ]
	@echo "One student's feedback: $(OUT)/results/transposed/backprop.txt"
	@echo "Students' bundles:      release/ko and release/en"

release: setup           ## write the students' bundles to release/
	$(BIN)/autograder release

course: setup            ## write an nbgrader course to build/course
	$(BIN)/autograder nbgrader init $(OUT)/course --renew

test: setup              ## run all tests
	$(BIN)/python -m pytest

bench: setup             ## the sandbox's figures, and what the attacks got
	$(BIN)/python -m autograder.bench
	PYTHONPATH=tests $(BIN)/python -m attack_class

peers: setup             ## attacks on nbgrader and otter, each in an environment of its own
	$(BIN)/python tests/peers/run.py $(OUT)/peers

mutation: setup          ## try the checks with wrong and right answers, write docs/proof.md
	$(BIN)/python -m autograder.mutation

lint: setup              ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

messages: setup          ## collect texts, update and compile the Korean catalogues
	$(BIN)/python -m autograder.catalogues

doctor: setup            ## which layers of the sandbox this machine has
	$(BIN)/autograder doctor

clean:                   ## remove what was made, but for .venv
	rm -rf $(OUT) release/ko release/en
