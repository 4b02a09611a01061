package org.scora.server;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;

/** The repositories that there are, so that webadmin lists them after every start. Others are refused. */
final class KnownRepositories implements MailRepositoryUrlStore {
    private static final List<MailRepositoryUrl> ALL =
            List.of(MailRepositoryUrl.from("scora://quarantine/"), MailRepositoryUrl.from("scora://errors/"));

    @Override
    public void add(MailRepositoryUrl url) {
        if (!contains(url)) {
            throw new IllegalArgumentException("there is no repository " + url.asString());
        }
    }

    @Override
    public Stream<MailRepositoryUrl> listDistinct() {
        return ALL.stream();
    }

    @Override
    public boolean contains(MailRepositoryUrl url) {
        return ALL.contains(url);
    }
}
