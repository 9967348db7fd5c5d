# Every target is a small script in .ci/, where it can be read and run on its own.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help run dev build test tools bench soak week shots format clean-data

help: ## list these targets
	@echo "Lianying: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## install what is missing, build the release, load the demo region if there is no data, serve
	@.ci/start

dev: ## the debug build with live reload
	@.ci/dev

test: ## everything; only="format clippy" for some sections of it (.ci/test names them)
	@.ci/test $(only)

build: ## only the release build: target/release/server and target/site
	@.ci/prerequisites && .ci/tools && .ci/build

format: ## format the Rust sources
	@cargo fmt --all

bench: ## measure against the budgets; figures also in target/bench.jsonl
	@.ci/bench

soak: ## hours instead of minutes: many simulator seeds, the browser suite again and again
	@.ci/soak

week: ## a rep's whole week without a network: sixty visits, two hundred photos, by taps in a browser
	@.ci/prerequisites && .ci/tools && .ci/tools browser && .ci/build && cd end2end && npm run --silent week

shots: ## screenshots of phone and tablet into shots/
	@.ci/prerequisites && .ci/tools && .ci/tools browser && .ci/build && cd end2end && npm run --silent shots

tools: ## only install the tools that run, dev and test need, once per user
	@.ci/prerequisites && .ci/tools && .ci/tools browser

clean-data: ## delete data/: the database and the photos of this checkout
	rm -rf data
