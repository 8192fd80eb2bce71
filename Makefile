# make run        set everything up, index the sample documents, answer a question, open the pages
# make test       every test but the soak tests
# make soak       the soak tests: each takes over thirty seconds, or reads many published documents (SHORT=1: a share of them)
# make check      make lint, and the fast tests
# make lint       format, style, types, spelling, repeated code and links
# make evaluate   Kloe's table over the evaluation questions, on the index that `make bench-index` made
# make bench      every measured figure
# make docs       the documentation as a site, in build/site
# make lock       deploy/requirements.lock anew, with the versions of constraints.txt
# make audit      look the packages of the lock up in the public database of vulnerabilities
# make sbom       the bill of materials of the lock, in build/sbom.cdx.json

VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?= ../shared/corpus
EVAL ?= ../shared/eval
WORKERS ?= 2
TORCH_CPU ?= --torch-backend cpu
LOCK := deploy/requirements.lock
SAMPLE_SETTINGS := KLOE_INDEX=.kloe/sample
BENCH_SETTINGS := KLOE_INDEX=.kloe/bench

.PHONY: run test soak lint check evaluate bench-index bench docs lock audit sbom format clean

run: $(VENV)/run
	$(SAMPLE_SETTINGS) $(BIN)/kloe index --rebuild corpus/sample/documents
	$(SAMPLE_SETTINGS) $(BIN)/kloe ask "What did Ofsted say about management oversight in 2022?"
	$(SAMPLE_SETTINGS) $(BIN)/kloe serve --open

test: $(VENV)/dev
	OMP_NUM_THREADS=1 $(BIN)/pytest -m "not soak" -n $(WORKERS) --dist loadgroup

soak: $(VENV)/dev
	$(if $(SHORT),SOAK_SHORT=1) $(BIN)/pytest -m soak

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/codespell
	$(BIN)/pylint --score=n app qa index ingest corpus bench ui.py
	$(BIN)/pytest tests/test_links.py

check: lint
	$(BIN)/pytest -m "not slow and not browser and not soak"

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: export KLOE_INDEX ?= .kloe/bench
evaluate: $(VENV)/dev
	@test -f "$$KLOE_INDEX/current" || { echo "There is no index at $$KLOE_INDEX. Make one from $(CORPUS) with \`make bench-index\`, or name yours: make evaluate KLOE_INDEX=FOLDER" >&2; exit 1; }
	$(BIN)/python -m bench.evaluate $(EVAL)

bench-index: $(VENV)/dev
	mkdir -p .kloe
	$(BENCH_SETTINGS) $(BIN)/kloe index $(CORPUS)

bench: bench-index
	$(BENCH_SETTINGS) $(BIN)/kloe answer $(EVAL)/questions.jsonl --out .kloe/answers.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.plain $(CORPUS) $(EVAL)/questions.jsonl --out .kloe/plain.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.retrieval $(EVAL) --plain .kloe/plain.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.fit $(EVAL)
	$(BENCH_SETTINGS) $(BIN)/python -m bench.declining $(EVAL)/questions.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.pace $(EVAL)/questions.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.findings
	$(BENCH_SETTINGS) $(BIN)/python -m bench.answering.theming
	$(BENCH_SETTINGS) $(BIN)/python -m bench.answering.linking
	$(BENCH_SETTINGS) $(BIN)/python -m bench.counting $(dir $(CORPUS))
	$(BENCH_SETTINGS) $(BIN)/python -m bench.parsing $(EVAL)/questions.jsonl
	$(BENCH_SETTINGS) $(BIN)/python -m bench.facts $(EVAL)/judgements.csv
	$(BENCH_SETTINGS) $(BIN)/python -m bench.asked $(EVAL)/judgements.csv
	$(BENCH_SETTINGS) $(BIN)/python -m bench.fidelity
	$(BIN)/python -m bench.cost $(CORPUS)
	$(BIN)/python -m bench.page --index .kloe/bench
	$(BIN)/python -m bench.readers --index .kloe/bench
	$(BIN)/python -m bench.undefended
	@echo; echo "Kloe"
	$(BIN)/python $(EVAL)/score.py $(EVAL)/questions.jsonl .kloe/answers.jsonl --pages $(EVAL)/pages.jsonl.gz
	@echo; echo "The plain pipeline"
	$(BIN)/python $(EVAL)/score.py $(EVAL)/questions.jsonl .kloe/plain.jsonl --pages $(EVAL)/pages.jsonl.gz

docs: $(VENV)/dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "Open build/site/index.html"

# Without a way to PyTorch's site: make lock TORCH_CPU="--find-links FOLDER", a folder that holds PyTorch's CPU build.
lock: $(VENV)/dev
	$(BIN)/uv pip compile pyproject.toml --extra generate --constraint constraints.txt --generate-hashes --upgrade $(TORCH_CPU) \
		--python-version 3.11.9 --python-platform x86_64-unknown-linux-gnu \
		--no-annotate --custom-compile-command "make lock" --quiet --output-file $(LOCK)

audit: $(VENV)/dev
	$(BIN)/python deploy/audit.py $(LOCK)

sbom: $(VENV)/dev
	mkdir -p build
	$(BIN)/python -W ignore -m cyclonedx_py requirements $(LOCK) --pyproject pyproject.toml --output-reproducible --output-file build/sbom.cdx.json
	@echo "build/sbom.cdx.json names the packages that Kloe runs with"

clean:
	rm -rf .kloe build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	python3.11 -m venv $(VENV) || python3 -m venv $(VENV)

$(VENV)/run: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing Kloe in $(VENV): about 550 MB to download, 2.1 GB on disk"
	$(BIN)/pip install --constraint constraints.txt --editable .
	touch $@

$(VENV)/dev: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing Kloe and the tools for developing it in $(VENV): about 670 MB to download, 2.6 GB on disk"
	$(BIN)/pip install --constraint constraints.txt --editable '.[dev]'
	touch $@
