package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.api.MailetLoader;
import org.apache.james.mailetcontainer.api.MatcherLoader;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.GuiceGenericLoader;
import org.apache.james.utils.NamingScheme;
import org.apache.james.utils.PackageName;
import org.apache.mailet.Mailet;
import org.apache.mailet.Matcher;

/** Lets mailetcontainer.xml call our mailets and matchers by their short names, beside those of James, and an Error in one
 * of them be a failure of the mail. */
final class VerbModule extends AbstractModule {
    private static final NamingScheme MAILETS =
            naming("org.scora.mailets.", "org.scora.mailets.relay.", "org.apache.james.transport.mailets.");
    private static final NamingScheme MATCHERS = naming("org.scora.matchers.", "org.apache.james.transport.matchers.");

    private static NamingScheme naming(String... packages) {
        List<NamingScheme> schemes = Arrays.stream(packages)
                .map(PackageName::of)
                .<NamingScheme>map(NamingScheme.OptionalPackagePrefix::new)
                .toList();
        return className -> schemes.stream()
                .flatMap(scheme -> scheme.toFullyQualifiedClassNames(className))
                .distinct();
    }

    @Override
    protected void configure() {
        bind(MailProcessor.class).to(ErrorsAreFailures.class);
    }

    @Provides
    @Singleton
    MailetLoader mailets(GuiceGenericLoader loader) {
        return config -> {
            Mailet mailet = VerbModule.<Mailet>load(loader, MAILETS, config.getMailetName());
            mailet.init(config);
            return mailet;
        };
    }

    @Provides
    @Singleton
    MatcherLoader matchers(GuiceGenericLoader loader) {
        return config -> {
            Matcher matcher = VerbModule.<Matcher>load(loader, MATCHERS, config.getMatcherName());
            matcher.init(config);
            return matcher;
        };
    }

    private static <T> T load(GuiceGenericLoader loader, NamingScheme naming, String name) throws MessagingException {
        try {
            return loader.<T>withNamingSheme(naming).instantiate(new ClassName(name));
        } catch (ClassNotFoundException e) {
            throw new MessagingException("There is no class for " + name, e);
        }
    }
}
