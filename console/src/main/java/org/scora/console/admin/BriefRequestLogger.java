package org.scora.console.admin;

import org.apache.james.webadmin.mdc.RequestId;
import org.apache.james.webadmin.mdc.RequestLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;

/**
 * Logs method and path of a request. James' own logger reads the whole body, of whatever length, before the caller has
 * shown a token, and writes it to the log.
 */
public final class BriefRequestLogger implements RequestLogger {
    private static final Logger LOGGER = LoggerFactory.getLogger(BriefRequestLogger.class);

    @Override
    public boolean applies(Request request) {
        return true;
    }

    @Override
    public void log(Request request, RequestId requestId) {
        LOGGER.debug("{} {} ({})", request.requestMethod(), request.pathInfo(), requestId.asString());
    }
}
