package org.scora.console.admin;

/** Ends a request with a status and a {@link Problem}. */
final class AdminProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String remedy;

    private AdminProblem(int status, String error, String remedy) {
        super(error, null, false, false);
        this.status = status;
        this.remedy = remedy;
    }

    static AdminProblem badRequest(String error, String remedy) {
        return new AdminProblem(400, error, remedy);
    }

    static AdminProblem notFound(String error, String remedy) {
        return new AdminProblem(404, error, remedy);
    }

    static AdminProblem timeout(String error, String remedy) {
        return new AdminProblem(408, error, remedy);
    }

    static AdminProblem tooLarge(String error, String remedy) {
        return new AdminProblem(413, error, remedy);
    }

    static AdminProblem tooMany(String error, String remedy) {
        return new AdminProblem(429, error, remedy);
    }

    /** A server on which ours depends does not do its work. */
    static AdminProblem badGateway(String error, String remedy) {
        return new AdminProblem(502, error, remedy);
    }

    int status() {
        return status;
    }

    Problem problem() {
        return new Problem(String.valueOf(getMessage()), remedy);
    }
}
