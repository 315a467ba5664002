# Every command of the project. `make serve` and `make test` need only Python 3.11+, Node or PyPI, and git.
SHELL := /bin/sh
PYTHON ?= python3
PY := .venv/bin/python
BUILD := .build
export NO_MKDOCS_2_WARNING := 1

# Whatever is fetched is kept inside the clone, unless somebody has a place for it; nothing is written elsewhere.
export PIP_CACHE_DIR ?= $(CURDIR)/$(BUILD)/cache/pip
export UV_CACHE_DIR ?= $(CURDIR)/$(BUILD)/cache/uv
export npm_config_cache ?= $(CURDIR)/$(BUILD)/cache/npm
export NODE_DISABLE_COMPILE_CACHE := 1

.PHONY: setup clean

setup: $(BUILD)/setup.stamp

$(BUILD)/setup.stamp: pyproject.toml .requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	@test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .requirements/dev.txt
	.venv/bin/uv pip sync --quiet --require-hashes .requirements/dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mkdir -p $(BUILD) && touch $@

# The Python that the browser loads, and the page's shell; everything below .build/assets/.
WEB := calculator/web
CORE_FILES := $(shell find calculator appeal_templates \( -path $(WEB) -o -path calculator/docsite \) -prune -o -type f \( -name '*.py' -o -name '*.toml' \) -print)
WEB_FILES := $(shell find $(WEB)/src $(WEB)/build -type f -not -name '*.pyc') $(WEB)/package-lock.json $(WEB)/tsconfig.json
PAGE_DATA_FILES := docs/as-of.txt calculator/docsite/page_data.py calculator/docsite/known_answers.py $(wildcard tests/cases/*/*.json) calculator/docsite/traditional_words.py calculator/docsite/traditional.toml calculator/docsite/look_up.py calculator/docsite/example_shop.py calculator/docsite/example.py calculator/docsite/invented.py appeal_templates/examples/01_standard/case.json
NODE_BIN = $$(cat $(BUILD)/node-bin)

.PHONY: runtime web web-types in-pyodide $(IN_PARTS) browser

$(BUILD)/node-bin: .requirements/node.txt $(WEB)/build/find-node.sh | $(BUILD)/setup.stamp
	@sh $(WEB)/build/find-node.sh $(BUILD)/node > $@.new && mv $@.new $@

$(BUILD)/npm.stamp: $(BUILD)/node-bin $(WEB)/package-lock.json
	cd $(WEB) && PATH="$$(cat $(CURDIR)/$(BUILD)/node-bin):$$PATH" npm ci --loglevel=error --no-fund --no-audit
	@touch $@

$(BUILD)/pyodide-build.stamp: .requirements/runtime.txt | $(BUILD)/setup.stamp
	rm -rf $(BUILD)/pyodide-build
	.venv/bin/uv pip install --quiet --target $(BUILD)/pyodide-build --python-version 3.13 --no-build --require-hashes -r .requirements/runtime.txt
	@touch $@

$(BUILD)/xlsx.stamp: .requirements/xlsx-wasm.txt | $(BUILD)/setup.stamp
	rm -rf $(BUILD)/xlsx
	$(PY) -m pip download --quiet --disable-pip-version-check --only-binary=:all: --platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp --abi cp314 --no-deps --require-hashes -d $(BUILD)/xlsx -r .requirements/xlsx-wasm.txt
	@touch $@

$(BUILD)/wheel.stamp: $(CORE_FILES) pyproject.toml calculator/docsite/wheel_hook.py | $(BUILD)/setup.stamp
	@rm -rf $(BUILD)/wheel
	SOURCE_DATE_EPOCH=1700000000 $(PY) -m hatchling build -t wheel -d $(BUILD)/wheel >/dev/null 2>$(BUILD)/wheel.log || { cat $(BUILD)/wheel.log; exit 1; }
	@touch $@

$(BUILD)/runtime.stamp: $(BUILD)/npm.stamp $(BUILD)/pyodide-build.stamp $(BUILD)/xlsx.stamp $(BUILD)/wheel.stamp $(wildcard $(WEB)/build/*.* $(WEB)/build/ahead/*.py)
	$(PY) -m calculator.web.build.runtime --build $(BUILD) --node $(NODE_BIN) --wheel $(BUILD)/wheel/*.whl --reader $(BUILD)/xlsx/*.whl --tools $(BUILD)/pyodide-build
	@touch $@

runtime: $(BUILD)/runtime.stamp

$(BUILD)/web.stamp: $(BUILD)/runtime.stamp $(WEB_FILES) $(PAGE_DATA_FILES)
	$(PY) $(WEB)/build/messages.py > $(BUILD)/messages.json
	$(PY) -m calculator.docsite.page_data $(BUILD)
	$(NODE_BIN)/node $(WEB)/build/shell.mjs $(BUILD)
	@touch $@

web: $(BUILD)/web.stamp

$(BUILD)/in-pyodide.stamp: .requirements/in-pyodide.txt | $(BUILD)/setup.stamp
	rm -rf $(BUILD)/in-pyodide
	$(PY) -m pip install --quiet --disable-pip-version-check --target $(BUILD)/in-pyodide --platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp --abi cp314 --only-binary=:all: --no-deps --require-hashes -r .requirements/in-pyodide.txt
	@touch $@

# The core's own tests on the runtime the browser loads, whole or in parts that run beside each other.
PARTS := 1 2
IN_PARTS := $(PARTS:%=in-pyodide-%)

in-pyodide: $(BUILD)/runtime.stamp $(BUILD)/in-pyodide.stamp
	$(NODE_BIN)/node tests/pyodide/run.mjs $(ARGS)

$(IN_PARTS): in-pyodide-%: $(BUILD)/runtime.stamp $(BUILD)/in-pyodide.stamp
	$(NODE_BIN)/node tests/pyodide/run.mjs part=$*/$(words $(PARTS))

# The shell's types, strictly.
web-types: $(BUILD)/npm.stamp
	$(NODE_BIN)/node $(WEB)/node_modules/typescript/bin/tsc --noEmit -p $(WEB)

# The job in Chromium, against the finished site.
browser: site
	$(PY) -m pytest tests/browser -m browser $(ARGS)

# The pages: every language, the shell's files, the security policy.
SITE_FILES := mkdocs.yml $(shell find docs calculator/docsite calculator/messages calculator/policy -type f -not -name '*.pyc')
PORT ?= 8000

.PHONY: site zip serve dev freshness followed

$(BUILD)/site.stamp: $(BUILD)/web.stamp $(CORE_FILES) $(SITE_FILES)
	$(PY) -m calculator.docsite.build
	@touch $@

site: $(BUILD)/site.stamp

# The whole site as one file, which is part of it.
zip: site
	@ls -l $(BUILD)/site/odr-handbook.zip

serve: site
	@exec $(PY) -m calculator.docsite.serve --port $(PORT)

dev: site
	@exec $(PY) -m calculator.docsite.dev

freshness: setup
	$(PY) -m calculator.docsite.freshness

# Says that Chinese pages agree with the English ones as both stand: all, or PAGES="guide/send.md ...".
followed: setup
	$(PY) -m calculator.docsite.followed $(PAGES)

# Lighthouse on three pages in each language; needs a Chromium.
.PHONY: lighthouse

$(BUILD)/lighthouse.stamp: $(BUILD)/node-bin tests/lighthouse/package-lock.json
	@mkdir -p $(BUILD)/lighthouse && cp tests/lighthouse/package*.json $(BUILD)/lighthouse/
	cd $(BUILD)/lighthouse && PATH="$$(cat $(CURDIR)/$(BUILD)/node-bin):$$PATH" npm ci --ignore-scripts --loglevel=error --no-fund --no-audit
	@touch $@

lighthouse: site chromium $(BUILD)/lighthouse.stamp
	$(PY) -m tests.lighthouse $(NODE_BIN)/node

# Every budget of the project that can be measured here; exit code 1 where one is over.
.PHONY: bench

$(BUILD)/bench.stamp: $(BUILD)/setup.stamp .requirements/bench.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .requirements/bench.txt
	@touch $@

bench: site $(BUILD)/bench.stamp
	$(PY) -m tests.reference.bench

# Everything that has to be green before a change is shared.
SHOPS ?= 200
SOURCES := calculator appeal_templates tests
# One browser a core; who is done takes half of what another has left. A page that never answers fails after
# four minutes: its process is ended and another goes on with the rest.
PATIENCE := --timeout 240 --timeout-method thread
BESIDE := -n auto --dist worksteal
SIDE_BY_SIDE := $(BESIDE) $(PATIENCE)
# The long files of the browser first, the short ones of the site fill the gaps at the end.
PAGES := tests/browser tests/site

.PHONY: check style types test core around chromium shops full fuzz mutation engines

style: setup
	.venv/bin/ruff check $(SOURCES)
	.venv/bin/ruff format --check $(SOURCES)

types: setup web-types
	.venv/bin/mypy

check: style types

core: setup
	$(PY) -m pytest tests/core

# What stands around the core: causes, review, reference and command line, and the examples in the code.
around: setup
	$(PY) -m pytest tests/causes tests/review tests/reference tests/test_*.py
	$(PY) -m pytest --doctest-modules calculator --ignore=calculator/web --ignore=calculator/docsite

# Random shops with the answer the native core gives, for the runtime the browser loads.
shops: setup
	@$(PY) -m tests.reference.shop_cases $(SHOPS) $(BUILD)/shops

chromium: setup
	@sh tests/browser/find-chromium.sh

# Two jobs at a time, one for each processor: the pages are built while the core is tested. Then the pages,
# which need both. A page that missed its moment is asked once more, alone; failing twice is a failure.
test: style shops
	$(MAKE) --no-print-directory -j2 --output-sync=target core site $(IN_PARTS) around types chromium
	$(PY) -m pytest $(PAGES) $(SIDE_BY_SIDE) || $(PY) -m pytest $(PAGES) $(PATIENCE) --last-failed --last-failed-no-failures none

# A thousand simulated accounts: one process, several, and a Dask cluster on this machine give the same tables.
ACCOUNTS ?= 1000

.PHONY: accounts

$(BUILD)/dask.stamp: .requirements/dask.txt | $(BUILD)/setup.stamp
	rm -rf $(BUILD)/dask
	.venv/bin/uv pip install --quiet --target $(BUILD)/dask --no-build --require-hashes -r .requirements/dask.txt
	@touch $@

accounts: $(BUILD)/dask.stamp
	ODR_ACCOUNTS=$(ACCOUNTS) PYTHONPATH=$(CURDIR)/$(BUILD)/dask $(PY) -m pytest -s tests/reference/test_many_accounts.py

# The long runs: more random shops both ways, more examples of every property.
full: SHOPS = 2000
full: check shops in-pyodide site chromium
	ODR_SHOPS=$(SHOPS) ODR_BROKEN_FILES=2000 $(PY) -m pytest tests/core tests/causes tests/review tests/reference tests/test_*.py $(BESIDE)
	ODR_FULL=1 $(PY) -m pytest $(PAGES) $(SIDE_BY_SIDE) --timeout 1800
	$(MAKE) --no-print-directory accounts fuzz mutation engines

# Ten minutes a family of readers, guided by what the code does with the bytes; without atheris by chance alone.
FUZZ_SECONDS ?= 600

$(BUILD)/fuzz.stamp: $(BUILD)/setup.stamp .requirements/fuzz.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --only-binary=:all: --require-hashes -r .requirements/fuzz.txt || echo "atheris has no build for this Python: files are mixed up by chance instead."
	@touch $@

fuzz: $(BUILD)/fuzz.stamp
	$(PY) -m tests.fuzz $(FUZZ_SECONDS)

# The code that decides, changed in one place at a time: a test has to notice, or exit code 1. TARGETS="recovery ..."
$(BUILD)/mutation.stamp: $(BUILD)/setup.stamp .requirements/mutation.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .requirements/mutation.txt
	@touch $@

mutation: $(BUILD)/mutation.stamp
	$(PY) -m tests.mutation $(TARGETS)

# The job in the other engines this machine has; Debian's are installed when root. ENGINES="firefox webkit"
$(BUILD)/engines.stamp: $(BUILD)/setup.stamp .requirements/engines.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .requirements/engines.txt
	@touch $@

engines: site $(BUILD)/engines.stamp
	@sh tests/engines/find-engines.sh
	$(PY) -m tests.engines $(ENGINES)

# The committed state built twice in other surroundings, every byte compared; and the one question that
# needs a network: has a locked package a known hole? (0 none, 1 some, 3 nobody could be asked)
.PHONY: reproducible audit

reproducible: setup
	$(PY) -m tests.reproducible

audit: setup
	@$(PY) -m calculator.docsite.audit

clean:
	rm -rf $(BUILD)
