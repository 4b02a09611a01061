package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.checkup.CheckUp;
import org.scora.checkup.CheckUpRequest;
import org.scora.checkup.CheckUpResult;
import spark.Service;

/** The check-up of a domain, protected here or not. It takes up to a minute, so only a few run at the same time. */
public final class CheckUpRoutes implements Routes {
    private static final int AT_ONCE = 4;

    private final CheckUp checkUp;
    private final Semaphore room = new Semaphore(AT_ONCE);

    @Inject
    public CheckUpRoutes(CheckUp checkUp) {
        this.checkUp = checkUp;
    }

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain/check-up";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(this::examine));
    }

    private CheckUpResult examine(AdminRequest request) {
        String domain = request.domain();
        CheckUpRequest wanted = new CheckUpRequest(
                domain,
                request.query("recipient").map(name -> MailAddress.localPart(name, domain)),
                request.query("from-address").map(CheckUpRoutes::address));
        if (!room.tryAcquire()) {
            throw AdminProblem.tooMany("other check-ups are running", "Try again in a minute.");
        }
        try {
            return checkUp.examine(wanted);
        } finally {
            room.release();
        }
    }

    private static InetAddress address(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            throw AdminProblem.badRequest(
                    "'" + text + "' is not an IP address", "Name an address that this machine has.");
        }
        return InetAddresses.forString(text);
    }
}
