# HOST, PORT, DATA_DIR, SITE_URL, SECRET_KEY and DATABASE_URL reach the program from the environment
# or from the command line: make run PORT=9000
.DEFAULT_GOAL := help
.PHONY: help run demo test soak bench lint format pictures icons vendor
UV := $(or $(shell command -v uv),.uv/bin/uv)
PYTHON := .venv/bin/python
# Where it is set, each process would compile every module anew: 4 s for 1.
export PYTHONDONTWRITEBYTECODE :=

help:  ## these lines
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: .venv/run  ## serve your journal on http://127.0.0.1:8000
	@exec $(PYTHON) manage.py start

demo: export DATA_DIR = build/demo
demo: export DEMO = yes
demo: .venv/run  ## serve a believable journal to look around in; it is thrown away
	@rm -rf build/demo
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py seeddemo
	@exec $(PYTHON) manage.py start

test: .venv/dev  ## everything that is not slow, on SQLite and on PostgreSQL
	@tools/install-browser
	@$(MAKE) --no-print-directory lint
	$(PYTHON) -m pytest -n auto
	$(PYTHON) tests/on_postgres.py $(PYTHON) -m pytest -n auto -m "not slow and (walk or not (browser or once))"

soak: .venv/dev  ## what takes minutes
	@tools/install-browser
	@tools/install-page-checkers
	$(PYTHON) -m pytest -n auto -m "slow and not ledger" --ignore=tests/soak/test_lighthouse.py
	$(PYTHON) tests/on_other_days.py $(PYTHON) -m pytest -n auto -m "not slow and not browser"
	$(PYTHON) -m pytest -s -m "slow and ledger"
	$(PYTHON) tests/on_postgres.py $(PYTHON) -m pytest -s -m "slow and ledger"
	$(PYTHON) -m pytest -m slow tests/soak/test_lighthouse.py

bench: .venv/dev  ## figures: how long starting takes, and texts and mails take, and reminders a second
	DJANGO_SETTINGS_MODULE=config.settings $(PYTHON) tests/benchmarks/starting.py
	DJANGO_SETTINGS_MODULE=config.settings DATA_DIR=build/bench $(PYTHON) tests/benchmarks/prose.py
	DJANGO_SETTINGS_MODULE=config.settings DATA_DIR=build/bench $(PYTHON) tests/benchmarks/mails.py
	DJANGO_SETTINGS_MODULE=config.settings DATA_DIR=build/bench $(PYTHON) tests/benchmarks/reading.py
	DJANGO_SETTINGS_MODULE=config.settings DATA_DIR=build/bench $(PYTHON) -m tests.benchmarks.delivering
	DJANGO_SETTINGS_MODULE=config.settings DATA_DIR=build/bench $(PYTHON) tests/on_postgres.py $(PYTHON) -m tests.benchmarks.delivering

lint: .venv/dev  ## what machines can say about the code
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	git ls-files -z 'templates/*.html' | xargs -0 .venv/bin/djade --target-version 6.1 --check

format: .venv/dev  ## put code in its form
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format
	git ls-files -z 'templates/*.html' | xargs -0 .venv/bin/djade --target-version 6.1

pictures: .venv/dev  ## every page in every look, into build/pictures
	@tools/install-browser
	$(PYTHON) tools/pictures.py

icons: .venv/dev  ## draw static/icons anew from static/icon.svg, for maintainers
	@tools/install-browser
	$(PYTHON) -m tools.icons

vendor: .venv/dev  ## renew static/vendor from package-lock.json, for maintainers; needs Node
	npm ci --ignore-scripts
	node tools/vendor.mjs
	$(UV) run --no-project --python $(PYTHON) --with brotli --with fonttools==4.68.0 tools/cut_fonts.py static/vendor

.uv/bin/uv:
	python3 -m pip install --quiet --disable-pip-version-check --target .uv uv

.venv/run: uv.lock | $(UV)
	$(UV) sync --quiet --frozen --no-dev --inexact
	@touch $@

.venv/dev: uv.lock | $(UV)
	$(UV) sync --quiet --frozen
	@touch $@ .venv/run
