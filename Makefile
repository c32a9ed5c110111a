# `make` alone lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# An undeclared import between modules is an error.
WALLS := --explicit-target-dependency-import-check error
# The static standard library exists on Linux only; on macOS it is part of the system.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
DEBUG := .build/debug/kontor
RELEASE := .build/release/kontor

.PHONY: help setup run test build release debug install uninstall demo check smoke corpus monkey trips fuzz elsewhere bench docs format lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## install missing system packages (says what it does; nothing when they are there)
	@sh Scripts/setup.sh

run: release ## build Kontor and open it
	@if [ -t 0 ] && [ -t 1 ]; then exec $(RELEASE); else \
		$(RELEASE) today || test $$? -eq 1; \
		echo "This is what is due. For the full screen run $(RELEASE) in a terminal."; \
	fi

test: setup ## build everything and pass every test
	$(SWIFT) build --build-tests $(WALLS)
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --skip-build

build: release ## the same as release

release: setup ## build the program to give away: static, stripped, .build/release/kontor
	$(SWIFT) build -c release $(STATIC) $(WALLS) --product kontor
	@strip $(RELEASE)

debug: setup ## build the program for development, .build/debug/kontor
	$(SWIFT) build $(WALLS) --product kontor

install: ## install the program and its manual page under PREFIX (default /usr/local; honours DESTDIR)
	@test -x $(RELEASE) || $(MAKE) release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/kontor"
	@if [ -f docs/kontor.1 ]; then \
		install -d "$(DESTDIR)$(PREFIX)/share/man/man1" && \
		install -m 644 docs/kontor.1 "$(DESTDIR)$(PREFIX)/share/man/man1/kontor.1"; \
	fi

uninstall: ## take away what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/kontor" "$(DESTDIR)$(PREFIX)/share/man/man1/kontor.1"

demo: release ## open Kontor on a made-up sales territory
	@$(RELEASE) demo

check: ## everything that a change must pass (.ci/run)
	@.ci/run

smoke: ## try the program in a real terminal (tmux)
	@Tests/smoke/run

corpus: debug ## give every real-world file of KONTOR_CORPUS to the import, and print what became of them
	@if [ -d "$$KONTOR_CORPUS" ]; then \
		Scripts/corpus.py "$$KONTOR_CORPUS" $(DEBUG) && $(SWIFT) build --build-tests $(WALLS) && \
		SWIFT_BACKTRACE=enable=no $(SWIFT) test --skip-build --filter \
			'CalendarCorpusTests|spectrum|realFilesEqual|invalidUTF8|asJCardSays|aTableGives'; \
	else echo "Name a folder of real-world files: KONTOR_CORPUS=FOLDER make corpus"; fi

monkey: setup ## a million random events on the whole program (MONKEY=n for another number)
	$(SWIFT) build -c release -Xswiftc -enable-testing --build-tests --scratch-path .build-monkey
	KONTOR_MONKEY=$(or $(MONKEY),1000000) SWIFT_DETERMINISTIC_HASHING=1 $(SWIFT) test -c release --skip-build \
		-Xswiftc -enable-testing --scratch-path .build-monkey --filter aLongRun

trips: setup ## ten thousand random records through each format and back (TRIPS=n for another number)
	$(SWIFT) build --build-tests $(WALLS)
	KONTOR_TRIPS=$(or $(TRIPS),10000) $(SWIFT) test --skip-build --filter 'ExchangeTests.*aLongRun'

fuzz: setup ## feed each reader with bytes that libFuzzer makes up, ten minutes each (Fuzz/run)
	@Fuzz/run

elsewhere: debug ## give what is exported to LibreOffice and PostgreSQL, where they are installed, and compare
	@Scripts/elsewhere.py $(DEBUG)

bench: ## measure speed (Benchmarks/run)
	@if [ -x Benchmarks/run ]; then Benchmarks/run; else echo "There are no benchmarks yet (Benchmarks/run)."; fi

docs: debug ## make the pages of docs/ that come from the program
	$(DEBUG) generate-docs docs

format: ## bring the sources into the one format
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: ## say where the sources are not in the one format
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

clean: ## remove what was built
	rm -rf .build
