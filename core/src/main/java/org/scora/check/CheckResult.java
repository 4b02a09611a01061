package org.scora.check;

import java.util.List;
import java.util.Optional;
import org.scora.message.Authentication;
import org.scora.score.Finding;

/** A check's answer: something was found, nothing was, or it could not be told. */
public sealed interface CheckResult {

    /** At least one finding, each name at most once. */
    record Found(List<Finding> findings) implements CheckResult {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Some of it could be told.
     *
     * @param findings may be empty
     * @param undecided what could not be told, in words
     */
    record Partial(List<Finding> findings, String undecided) implements CheckResult {
        public Partial {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing to report. */
    record NotFound() implements CheckResult {}

    /**
     * No answer; it weighs nothing, and is counted.
     *
     * @param reason in words
     */
    record Unknown(String reason) implements CheckResult {}

    /**
     * What is proven about the sender, for the verdict.
     *
     * @param findings may be empty
     * @param undecided in words, when a part of it could not be told
     */
    record Authenticated(Authentication authentication, List<Finding> findings, Optional<String> undecided)
            implements CheckResult {
        public Authenticated {
            findings = List.copyOf(findings);
        }
    }

    static CheckResult of(List<Finding> findings) {
        return findings.isEmpty() ? new NotFound() : new Found(findings);
    }

    static CheckResult found(String name, String evidence) {
        return new Found(List.of(new Finding(name, evidence)));
    }

    static CheckResult notFound() {
        return new NotFound();
    }

    static CheckResult unknown(String reason) {
        return new Unknown(reason);
    }
}
