package org.scora.message;

import java.util.Optional;
import org.apache.james.mime4j.stream.BodyDescriptor;

/**
 * What a part's header says about its body (RFC 2045, RFC 2183).
 *
 * @param mimeType in lower case
 * @param boundary of a multipart
 * @param declaredCharset as written
 * @param encoding the transfer encoding in lower case
 * @param fileName decoded
 * @param detached whether the disposition asks to show it as an attachment
 */
record PartDescriptor(
        String mimeType,
        Optional<String> boundary,
        Optional<String> declaredCharset,
        String encoding,
        Optional<String> fileName,
        boolean detached)
        implements BodyDescriptor {

    boolean isContainer() {
        return mimeType.startsWith("multipart/") || mimeType.equals("message/rfc822");
    }

    boolean isHtml() {
        return mimeType.equals("text/html") || mimeType.equals("application/xhtml+xml");
    }

    @Override
    public String getMimeType() {
        return mimeType;
    }

    @Override
    public String getMediaType() {
        return mimeType.substring(0, mimeType.indexOf('/'));
    }

    @Override
    public String getSubType() {
        return mimeType.substring(mimeType.indexOf('/') + 1);
    }

    @Override
    public String getBoundary() {
        return boundary.orElse("");
    }

    @Override
    public String getCharset() {
        return declaredCharset.orElse("us-ascii");
    }

    @Override
    public String getTransferEncoding() {
        return encoding;
    }

    @Override
    public long getContentLength() {
        return -1;
    }
}
