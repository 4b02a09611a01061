package org.scora.directory;

/** A directory could not be read, and nothing was changed. */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * The message is one sentence without a full stop.
     *
     * @param remedy what to do about it, one sentence
     */
    DirectoryException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    DirectoryException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
