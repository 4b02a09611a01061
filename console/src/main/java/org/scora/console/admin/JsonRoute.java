package org.scora.console.admin;

import java.io.UncheckedIOException;
import org.scora.message.Json;
import org.scora.setting.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Route;

/** A route that answers with a record as JSON, or with a {@link Problem}. */
final class JsonRoute implements Route {
    private static final Logger LOGGER = LoggerFactory.getLogger(JsonRoute.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    /** What a route does. */
    interface Answer {
        Object to(AdminRequest request);
    }

    private final Answer answer;

    private JsonRoute(Answer answer) {
        this.answer = answer;
    }

    static JsonRoute answering(Answer answer) {
        return new JsonRoute(answer);
    }

    @Override
    public Object handle(Request request, Response response) {
        try {
            return Json.write(answer.to(new AdminRequest(request)));
        } catch (AdminProblem e) {
            response.status(e.status());
            return Json.write(e.problem());
        } catch (SettingException e) {
            response.status(BAD_REQUEST);
            return Json.write(new Problem(e.key() + " of " + e.place() + ": " + e.problem(), e.remedy()));
        } catch (IllegalArgumentException e) {
            response.status(BAD_REQUEST);
            return Json.write(new Problem(String.valueOf(e.getMessage()), "Correct it, then try again."));
        } catch (UncheckedIOException e) {
            LOGGER.error("{} {} failed", request.requestMethod(), request.pathInfo(), e);
            response.status(UNAVAILABLE);
            return Json.write(new Problem(
                    "the server can not reach its store or its queue", "See the server's log, then try again."));
        }
    }
}
