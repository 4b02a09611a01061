# Calls Maven and the scora command, and does nothing else.

SMTP_PORT ?= 2525
CONSOLE_PORT ?= 8080
ARGS ?=
MAIL ?=
TRAIN ?=
MVN ?= mvn --batch-mode

# The demonstration's home, unpacked from the archive as an operator would.
DEMO := distribution/target/demo

BENCH := $(MVN) --quiet --projects distribution --also-make --activate-profiles bench test -DskipTests

.DEFAULT_GOAL := help
.PHONY: help demo test bench parts quarantine journal package format clean

help: ## Lists these targets
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
	@echo
	@echo '  Variables: SMTP_PORT=$(SMTP_PORT) CONSOLE_PORT=$(CONSOLE_PORT) ARGS="--once", ARGS="--once --mail DIR"'
	@echo '  For bench: MAIL="LIST LIST" TRAIN=LIST, a message a line: path, tab, ham or spam; ARGS=--help tells the rest'

demo: ## Builds Scora, runs a gateway on loopback and sends mail through it (ARGS=--once ends by itself)
	@echo 'Building (the first time takes some minutes) ...'
	@$(MVN) --quiet package -DskipTests -Dspotless.skip
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@tar -xzf distribution/target/scora-*.tar.gz -C $(DEMO) --strip-components=1
	@exec $(DEMO)/bin/scora demo --smtp-port $(SMTP_PORT) --console-port $(CONSOLE_PORT) $(ARGS)

test: ## Runs all tests and checks
	$(MVN) verify

bench: ## Measures Scora beside rspamd, SpamAssassin and bogofilter: make bench MAIL=LIST TRAIN=LIST (see accuracy.md)
	@$(BENCH) -Dbench.arguments="$(abspath $(MAIL)) $(if $(TRAIN),--train $(abspath $(TRAIN))) $(ARGS)"

parts: ## Measures the parts of scoring with JMH (ARGS="-p mail=FILE")
	@$(BENCH) -Dbench.main=org.openjdk.jmh.Main -Dbench.arguments="$(ARGS)"

quarantine: ## Measures a quarantine with a million messages (ARGS="h2|postgresql MESSAGES MINUTES")
	@$(BENCH) -Dbench.main=org.scora.bench.QuarantineBench -Dbench.arguments="$(ARGS)"

journal: ## Measures a journal with ten million lines (ARGS="h2|postgresql LINES")
	@$(BENCH) -Dbench.main=org.scora.bench.TotalsBench -Dbench.arguments="$(ARGS)"

package: ## Builds the archive, distribution/target/scora-<version>.tar.gz, and the jar for an existing James
	$(MVN) package -DskipTests

format: ## Formats the sources
	$(MVN) spotless:apply

clean: ## Removes what was built
	$(MVN) clean
