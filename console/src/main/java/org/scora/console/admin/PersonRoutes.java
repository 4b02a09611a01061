package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.people.Persons;
import spark.Service;

/** What is stored about a person. */
public final class PersonRoutes implements Routes {
    private final Persons persons;

    @Inject
    public PersonRoutes(Persons persons) {
        this.persons = persons;
    }

    /** What is stored, by what it is. */
    public record Stored(Map<String, List<Map<String, Object>>> data) {}

    /** How many rows were erased, by what they were. */
    public record Erased(Map<String, Long> rows) {}

    @Override
    public String getBasePath() {
        return "/scora/persons";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath() + "/:address", answering(request -> new Stored(persons.export(address(request)))));
        service.delete(
                getBasePath() + "/:address",
                answering(request -> new Erased(persons.erase(address(request), request.operator()))));
    }

    private static String address(AdminRequest request) {
        String text = request.part(":address");
        if (text.indexOf('@') < 1 || text.endsWith("@")) {
            throw AdminProblem.badRequest("'" + text + "' is not an address", "Expected one such as ann@example.com.");
        }
        return text;
    }
}
