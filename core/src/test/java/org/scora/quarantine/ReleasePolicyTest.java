package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.people.Role;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.scora.score.Category;

class ReleasePolicyTest {
    private static final ReleasePolicy SHIPPED =
            new ReleasePolicy(Set.of(Category.SPAM, Category.EXPLICIT), Set.of(Category.values()), false);
    private static final ReleasePolicy STRICT = new ReleasePolicy(Set.of(), Set.of(Category.SPAM), false);
    private static final ReleasePolicy EASY =
            new ReleasePolicy(Set.of(Category.values()), Set.of(Category.values()), true);

    @ParameterizedTest
    @CsvSource({
        "OPERATOR,             RELEASE,        SPAM,     YES",
        "OPERATOR,             RELEASE,        VIRUS,    WITH_REASON",
        "OPERATOR,             TEACH_WANTED,   VIRUS,    NO",
        "OPERATOR,             ALLOW_SENDER,   VIRUS,    NO",
        "OPERATOR,             LEGAL_HOLD,     SPAM,     WITH_REASON",
        "OPERATOR,             REQUEST,        SPAM,     NO",
        "DOMAIN_ADMINISTRATOR, RELEASE,        PHISHING, YES",
        "DOMAIN_ADMINISTRATOR, RELEASE,        VIRUS,    WITH_REASON",
        "DOMAIN_ADMINISTRATOR, DECIDE_REQUEST, VIRUS,    WITH_REASON",
        "DOMAIN_ADMINISTRATOR, ALLOW_SENDER,   SPAM,     YES",
        "USER,                 RELEASE,        SPAM,     YES",
        "USER,                 RELEASE,        PHISHING, ON_REQUEST",
        "USER,                 RELEASE,        VIRUS,    ON_REQUEST",
        "USER,                 TEACH_WANTED,   PHISHING, NO",
        "USER,                 TEACH_WANTED,   SPAM,     YES",
        "USER,                 ALLOW_SENDER,   SPAM,     NO",
        "USER,                 BLOCK_SENDER,   SPAM,     NO",
        "USER,                 DELETE,         VIRUS,    YES",
        "USER,                 REPORT_SPAM,    SPAM,     YES",
        "USER,                 REQUEST,        VIRUS,    YES",
        "USER,                 DECIDE_REQUEST, SPAM,     NO",
        "USER,                 LEGAL_HOLD,     SPAM,     NO"
    })
    void theShippedPolicyLetsEachDoHisPart(Role role, Action action, Category category, Permission expected) {
        assertThat(SHIPPED.permission(role, action, category)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR,             RELEASE,        PHISHING, YES",
        "DOMAIN_ADMINISTRATOR, RELEASE,        PHISHING, NO",
        "DOMAIN_ADMINISTRATOR, DECIDE_REQUEST, PHISHING, NO",
        "DOMAIN_ADMINISTRATOR, RELEASE,        VIRUS,    NO",
        "USER,                 RELEASE,        SPAM,     ON_REQUEST"
    })
    void aStrictDomainTakesRightsAway(Role role, Action action, Category category, Permission expected) {
        assertThat(STRICT.permission(role, action, category)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "USER, RELEASE,      PHISHING, YES",
        "USER, RELEASE,      VIRUS,    ON_REQUEST",
        "USER, ALLOW_SENDER, SPAM,     YES",
        "USER, BLOCK_SENDER, VIRUS,    YES"
    })
    void noSettingLetsAUserReleaseAVirus(Role role, Action action, Category category, Permission expected) {
        assertThat(EASY.permission(role, action, category)).isEqualTo(expected);
    }
}
