package org.scora.console.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scora.console.admin.AdminRequest;
import org.scora.console.admin.Problem;
import org.scora.message.Json;
import org.scora.people.AdminToken;
import org.scora.people.RunningServer;

/** Asks the admin API of the server that runs on a var folder. Failures come as {@link CommandFailure}. */
public final class AdminClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(30);

    private final Path varFolder;

    public AdminClient(Path varFolder) {
        this.varFolder = varFolder;
    }

    /** An answer in JSON. */
    public record Answer(String json) {
        public <T> T as(Class<T> type) {
            return Json.read(json, type);
        }
    }

    public Answer get(String path) {
        return ask("GET", path, Optional.empty());
    }

    Answer put(String path, Object body) {
        return ask("PUT", path, Optional.of(body));
    }

    Answer post(String path, Object body) {
        return ask("POST", path, Optional.of(body));
    }

    /** A request without a body whose answer may take long. */
    Answer postLong(String path) {
        return ask("POST", path, BodyPublishers.noBody(), UPLOAD_TIMEOUT);
    }

    /** A request whose answer may take long. */
    Answer postLong(String path, Object body) {
        return ask("POST", path, BodyPublishers.ofString(Json.write(body)), UPLOAD_TIMEOUT);
    }

    Answer delete(String path) {
        return ask("DELETE", path, Optional.empty());
    }

    /** A path of these parts, whatever characters they hold. */
    static String path(String... parts) {
        return Arrays.stream(parts).map(AdminClient::encoded).collect(Collectors.joining("/", "/scora/", ""));
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Sends lines of text, however many they are, without holding them in memory. */
    Answer upload(String path, Supplier<InputStream> text) {
        return ask("POST", path, BodyPublishers.ofInputStream(text), UPLOAD_TIMEOUT);
    }

    private Answer ask(String method, String path, Optional<Object> body) {
        return ask(
                method,
                path,
                body.map(value -> BodyPublishers.ofString(Json.write(value))).orElseGet(BodyPublishers::noBody),
                ANSWER_TIMEOUT);
    }

    private Answer ask(String method, String path, BodyPublisher body, Duration timeout) {
        RunningServer server = RunningServer.find(varFolder).orElseThrow(() -> notRunning(varFolder));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.adminPort() + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + secret())
                .header(AdminRequest.ACCOUNT_HEADER, account())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return answer(send(request, server));
    }

    /** Who is at the terminal, for the audit log: also behind sudo. */
    private static String account() {
        String user = System.getProperty("user.name", "somebody");
        String person = Optional.ofNullable(System.getenv("SUDO_USER"))
                .map(sudoer -> sudoer + " as " + user)
                .orElse(user);
        return person.replaceAll("[^\\x20-\\x7e]", "?") + " (scora command)";
    }

    private String secret() {
        return AdminToken.read(varFolder.resolve("admin-token"))
                .map(AdminToken::secret)
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "There is no token in " + varFolder.resolve("admin-token") + ". Start the server anew."));
    }

    private static HttpResponse<String> send(HttpRequest request, RunningServer server) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new CommandFailure(
                    ExitCode.NOT_RUNNING,
                    "The Scora server (process " + server.pid() + ") does not answer on port " + server.adminPort()
                            + ". It may be starting or stopping; try again.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The Scora server broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted.");
        }
    }

    private Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status < 300) {
            return new Answer(response.body());
        }
        throw new CommandFailure(ExitCode.FAILED, explained(status, response.body()));
    }

    private String explained(int status, String body) {
        if (status == 401) {
            return "The server does not accept the token in " + varFolder.resolve("admin-token")
                    + ". Is the server on its port another one?";
        }
        try {
            Problem problem = Json.read(body, Problem.class);
            return Text.capitalized(problem.error()) + ". " + problem.remedy();
        } catch (IllegalArgumentException | NullPointerException e) {
            return "The server failed (" + status + "). Its log says more.";
        }
    }

    static CommandFailure notRunning(Path varFolder) {
        return new CommandFailure(
                ExitCode.NOT_RUNNING, "No Scora server is running on " + varFolder + ". Start it with: scora start");
    }
}
