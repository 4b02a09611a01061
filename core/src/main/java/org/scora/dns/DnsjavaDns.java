package org.scora.dns;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.scora.dns.DnsAnswer.Status;
import org.scora.setting.SettingException;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks name servers, with a cache that keeps what they said for as long as they allow. */
public final class DnsjavaDns extends RecordDns {
    private static final int CACHED_NAMES = 50_000;
    private static final int CNAMES_AT_MOST = 8;

    private final Resolver resolver;
    private final LookupSession session;
    private final Duration timeout;

    private DnsjavaDns(Resolver resolver, LookupSession session, Duration timeout) {
        this.resolver = resolver;
        this.session = session;
        this.timeout = timeout;
    }

    private static DnsjavaDns remembering(Resolver resolver, Duration timeout) {
        resolver.setTimeout(timeout);
        Cache cache = new Cache(DClass.IN);
        cache.setMaxEntries(CACHED_NAMES);
        LookupSession session = LookupSession.builder()
                .resolver(resolver)
                .cache(cache)
                .maxRedirects(CNAMES_AT_MOST)
                .build();
        return new DnsjavaDns(resolver, session, timeout);
    }

    /**
     * Asks the servers that the operating system names.
     *
     * @param timeout for one question, retries included
     */
    public static DnsjavaDns ofSystem(Duration timeout) {
        return remembering(new ExtendedResolver(), timeout);
    }

    /**
     * Asks these servers.
     *
     * @param servers addresses or names
     * @param timeout for one question, retries included
     * @throws SettingException for a server that is not known
     */
    public static DnsjavaDns ofServers(List<String> servers, int port, Duration timeout) {
        try {
            ExtendedResolver resolver = new ExtendedResolver(servers.toArray(new String[0]));
            resolver.setPort(port);
            return remembering(resolver, timeout);
        } catch (UnknownHostException e) {
            throw SettingException.of(
                    "DNS", String.join(", ", servers), "no such name server", "Write the servers' addresses.");
        }
    }

    /** The same servers, asked anew each time: for who wants to see that something was corrected a moment ago. */
    public DnsjavaDns withoutMemory() {
        LookupSession forgetful = LookupSession.builder()
                .resolver(resolver)
                .maxRedirects(CNAMES_AT_MOST)
                .build();
        return new DnsjavaDns(resolver, forgetful, timeout);
    }

    @Override
    DnsAnswer<Record> lookup(Name name, int type) {
        try {
            return DnsAnswer.found(session.lookupAsync(name, type)
                    .toCompletableFuture()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecords());
        } catch (ExecutionException | CompletionException e) {
            return DnsAnswer.none(statusOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DnsAnswer.none(Status.FAILED);
        } catch (TimeoutException | RuntimeException e) {
            return DnsAnswer.none(Status.FAILED);
        }
    }

    private static Status statusOf(@Nullable Throwable cause) {
        if (cause instanceof NoSuchDomainException) {
            return Status.NO_SUCH_NAME;
        }
        return cause instanceof NoSuchRRSetException ? Status.NO_DATA : Status.FAILED;
    }
}
