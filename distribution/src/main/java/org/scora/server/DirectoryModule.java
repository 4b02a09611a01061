package org.scora.server;

import com.google.inject.AbstractModule;
import org.scora.directory.Directories;
import org.scora.directory.DirectoryRefresh;

/** The LDAP directories from which lists of mailboxes come. */
final class DirectoryModule extends AbstractModule {
    private final Directories directories;
    private final DirectoryRefresh refresh;

    DirectoryModule(Directories directories, DirectoryRefresh refresh) {
        this.directories = directories;
        this.refresh = refresh;
    }

    @Override
    protected void configure() {
        bind(Directories.class).toInstance(directories);
        bind(DirectoryRefresh.class).toInstance(refresh);
    }
}
