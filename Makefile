# The commands of this project. Each brings what it needs; running twice is quick and harmless.
PYTHON = $(shell cat build/python 2>/dev/null || echo python3)
SOURCES = $(shell find anze_idle_land_plugin resources i18n -type f -not -name '*.pyc') metadata.txt tools/build_plugin.py

.PHONY: demo test test-long run build package lint bench stations test-matrix coverage i18n docs clean setup setup-test

setup:
	@sh tools/setup.sh run

setup-test:
	@sh tools/setup.sh test

build: setup
	@$(MAKE) --no-print-directory build/plugins/.built

build/plugins/.built: $(SOURCES)
	@$$(cat build/python) tools/build_plugin.py
	@touch $@

demo: build
	@sh tools/headless.sh sh tools/demo.sh

run: build
	@sh tools/run_qgis.sh

package: build
	@$$(cat build/python) tools/build_plugin.py --zip build/anze_idle_land_plugin.zip

lint: setup-test
	.lint/bin/ruff check anze_idle_land_plugin test tools
	.lint/bin/ruff format --check anze_idle_land_plugin test tools
	.lint/bin/mypy
	PYTHONPATH=. .lint/bin/lint-imports --no-cache
	@# QGS105 would have iface imported from a global; it is handed over, so that the tests can hand over another.
	.lint/bin/flake8 --select QGS10,QGS4 --ignore QGS105 anze_idle_land_plugin
	sh tools/qt6_check.sh
	$$(cat build/python) tools/update_translations.py --check

test: setup-test build
	sh tools/headless.sh .venv/bin/python -m pytest -q -n 2

# Every telling of how parcels stand against the truth, on thousands of campaigns: again with make test-long SEED=1234
SEED ?= $(shell date +%s)
test-long: setup-test build
	@echo "seed $(SEED)"
	sh tools/headless.sh .venv/bin/python -m pytest -q test/property --timeout=0 --hypothesis-profile=long \
		--hypothesis-seed=$(SEED) --hypothesis-show-statistics

# Branch coverage by room, windows included, into docs/coverage.md; takes longer than the tests alone.
coverage: setup-test build
	sh tools/headless.sh .venv/bin/python -m pytest -q -n 2 --cov=build/plugins/anze_idle_land_plugin --cov-branch \
		--cov-report=json:build/coverage.json --cov-report=
	@$$(cat build/python) tools/coverage_table.py build/coverage.json docs/coverage.md

# The tests inside QGIS on 3.22 here, 3.40 and 3.44 in roots of their own (needs Debian's archive and some minutes).
test-matrix: setup-test build
	@bash tools/test_matrix.sh

# Ours against a named alternative, in pairs, in one run: make bench ONLY=reader
bench: setup-test build
	@sh tools/headless.sh .venv/bin/python test/bench/run.py $(ONLY)

# How long a large campaign takes, station by station: make stations PARCELS=100000
PARCELS ?= 10000
stations: build
	@sh tools/headless.sh sh tools/stations.sh $(PARCELS)

# The pictures in docs/, made by the program itself.
docs: demo
	@sh tools/pictures.sh

i18n: setup
	$$(cat build/python) tools/update_translations.py

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache
