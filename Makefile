# SPDX-License-Identifier: AGPL-3.0-or-later
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench clean

DATA ?= ./data
PORT ?= 8080
EXAMPLE ?= thanet-2016

help: ## show this list
	@echo "Frankpledge: what make can do here"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s  %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make run takes PORT=8080, DATA=./data and EXAMPLE=thanet-2016 (EXAMPLE= for none)."

setup: ## install what is missing to run, test and measure; a second time it does nothing
	@bin/setup test

run: ## install what is missing, build, and serve the example on http://127.0.0.1:8080
	@bin/setup run
	@swift build --configuration release --product frankpledge
	@mkdir -p '$(DATA)'
	@exec .build/release/frankpledge serve --data '$(DATA)' --port '$(PORT)' $(if $(EXAMPLE),--example '$(EXAMPLE)')

test: ## install what is missing, check the house rules, build, and run every test
	@bin/setup test
	@bin/test

check: ## hold the house rules the compiler can't, in seconds
	@bin/check

bench: ## measure speed and build time, and write them to Benchmarks/results
	@bin/setup test
	@set -e; for run in Benchmarks/*/run; do if [ -x "$$run" ]; then "$$run"; fi; done
	@bin/measure-build

clean: ## remove what was built and installed in this folder; your data stays
	@rm -rf .build .build-* .press .browser .pytest_cache
	@find bin Tests -name __pycache__ -type d -prune -exec rm -rf {} +
