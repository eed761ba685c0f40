# The ways in. Each target is one script in scripts/, so that it can also be run on its own.

PREFIX ?= /usr/local
DESTDIR ?=
PORT ?= 8080

.PHONY: run test bench format lint docs install clean help

run: ## Build a release and serve the handbook as a wiki on http://localhost:8080
	@PORT='$(PORT)' scripts/run

test: ## Run every test: Swift, then a real browser
	@scripts/test

bench: ## Measure speed and memory against the references in the same run
	@scripts/bench

format: ## Format all Swift files in place
	@swift format --in-place --parallel --recursive Sources Tests $(wildcard Benchmarks) Package.swift

lint: ## Fail on any Swift file that is not formatted or breaks a lint rule
	@swift format lint --strict --parallel --recursive Sources Tests $(wildcard Benchmarks) Package.swift

docs: ## Build the reference of all modules into .build/docs
	@scripts/docs

install: ## Install program, themes and handbook below PREFIX (and DESTDIR)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install

clean: ## Remove what builds made; the wiki that make run made stays
	@swift package clean
	@rm -rf Benchmarks/.build .build/docs .venv

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16
