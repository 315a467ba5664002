# Every command of the project. `make serve` and `make test` need only Python 3.11+, Node or PyPI, and git.
SHELL := /bin/sh
PYTHON ?= python3
PY := .venv/bin/python
BUILD := .build
export NO_MKDOCS_2_WARNING := 1

.PHONY: setup clean

setup: $(BUILD)/setup.stamp

$(BUILD)/setup.stamp: pyproject.toml .requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	@test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .requirements/dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mkdir -p $(BUILD) && touch $@

clean:
	rm -rf $(BUILD)
