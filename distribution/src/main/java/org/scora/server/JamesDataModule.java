package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.CoreDataModule;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailrepository.api.MailRepositoryFactory;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.apache.james.mailrepository.memory.MailRepositoryStoreConfiguration;
import org.apache.james.rrt.api.AliasReverseResolver;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableConfiguration;
import org.apache.james.rrt.lib.AliasReverseResolverImpl;
import org.apache.james.rrt.lib.CanSendFromImpl;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;

/**
 * What James wants to know of domains, users and rewriting. A gateway has no users of its own and rewrites nothing: the
 * stores for these are empty and in memory.
 */
final class JamesDataModule extends AbstractModule {

    @Override
    protected void configure() {
        install(new CoreDataModule());
        bind(ProtectedDomainList.class).in(Scopes.SINGLETON);
        bind(DomainList.class).to(ProtectedDomainList.class);
        bind(MemoryRecipientRewriteTable.class).in(Scopes.SINGLETON);
        bind(RecipientRewriteTable.class).to(MemoryRecipientRewriteTable.class);
        bind(AliasReverseResolver.class).to(AliasReverseResolverImpl.class);
        bind(CanSendFrom.class).to(CanSendFromImpl.class);
        bind(UsersRepository.class).to(MemoryUsersRepository.class);
        bind(Authorizator.class).toInstance((user, otherUser) -> Authorizator.AuthorizationState.FORBIDDEN);
        bind(MailRepositoryUrlStore.class).to(KnownRepositories.class);
        bind(MailRepositoryStoreConfiguration.Item.class).toProvider(() -> {
            throw new IllegalStateException("mailrepositorystore.xml names no repository");
        });
        Multibinder.newSetBinder(binder(), MailRepositoryFactory.class);
    }

    @Provides
    @Singleton
    MemoryUsersRepository users(DomainList domains) {
        return MemoryUsersRepository.withVirtualHosting(domains);
    }

    @ProvidesIntoSet
    InitializationOperation configureDomains(DomainListConfiguration configuration, ProtectedDomainList domains) {
        return InitilizationOperationBuilder.forClass(ProtectedDomainList.class)
                .init(() -> domains.configure(configuration));
    }

    @ProvidesIntoSet
    InitializationOperation configureRewriting(MemoryRecipientRewriteTable table) {
        return InitilizationOperationBuilder.forClass(MemoryRecipientRewriteTable.class)
                .init(() -> table.setConfiguration(RecipientRewriteTableConfiguration.DEFAULT_ENABLED));
    }
}
