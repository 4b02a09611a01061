package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.score.Category;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;

class ProfileTest {
    private static final Optional<Sensitivity> OFF = Optional.empty();
    private static final Optional<Sensitivity> NORMAL = Optional.of(new Sensitivity(3));
    private static final Optional<Sensitivity> AGGRESSIVE = Optional.of(new Sensitivity(2));

    @Test
    void withoutSettingsSpamIsFlaggedThenHeldAndNeverDeleted() {
        Profile profile = profile(Map.of());

        assertThat(profile.rules())
                .containsEntry(Category.SPAM, new CategoryRule(AGGRESSIVE, NORMAL, OFF))
                .containsEntry(Category.PHISHING, new CategoryRule(AGGRESSIVE, NORMAL, OFF))
                .containsEntry(Category.EXPLICIT, new CategoryRule(AGGRESSIVE, NORMAL, OFF))
                .containsEntry(Category.VIRUS, new CategoryRule(OFF, NORMAL, OFF));
    }

    @Test
    void eachCategoryHasFourSettingsBesidesThoseForSendersWhoAreNotWhoTheySay() {
        assertThat(Profile.SETTINGS)
                .extracting(Setting::name)
                .hasSize(18)
                .contains("spamFlagSubject", "phishingQuarantine", "explicitDelete", "virusRefuse", "dmarcReject");
    }

    @Test
    void sensitivitiesAreNamesScoresOrOff() {
        Profile profile =
                profile(Map.of("spamFlagSubject", " OFF ", "spamQuarantine", "Very Cautious", "spamDelete", "7.5"));

        assertThat(profile.ruleFor(Category.SPAM))
                .isEqualTo(new CategoryRule(OFF, Optional.of(new Sensitivity(5)), Optional.of(new Sensitivity(7.5))));
    }

    @Test
    void whatIsNoSensitivityIsRefused() {
        assertThatThrownBy(() -> profile(Map.of("spamQuarantine", "sometimes")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("spamQuarantine")
                .hasMessageContaining("sometimes")
                .hasMessageContaining("or off");
        assertThatThrownBy(() -> profile(Map.of("spamQuarantin", "normal")))
                .hasMessageContaining("Did you mean 'spamQuarantine'?");
    }

    @Test
    void theStrongestDispositionThatIsReachedHolds() {
        CategoryRule rule = new CategoryRule(AGGRESSIVE, NORMAL, Optional.of(new Sensitivity(5)));

        assertThat(rule.dispositionAt(1.999)).isEqualTo(Disposition.NORMAL);
        assertThat(rule.dispositionAt(2)).isEqualTo(Disposition.FLAG_SUBJECT);
        assertThat(rule.dispositionAt(3)).isEqualTo(Disposition.QUARANTINE);
        assertThat(rule.dispositionAt(5)).isEqualTo(Disposition.DELETE);
    }

    @Test
    void nothingIsRefusedUntilSomebodyWantsIt() {
        assertThat(profile(Map.of()).mayRefuse()).isFalse();
        assertThat(profile(Map.of("spamRefuse", "off", "dmarcReject", "score")).mayRefuse())
                .isFalse();
        for (String name : List.of("spamRefuse", "virusRefuse", "phishingRefuse", "explicitRefuse")) {
            assertThat(profile(Map.of(name, "cautious")).mayRefuse()).as(name).isTrue();
        }
        assertThat(profile(Map.of("dmarcReject", "refuse")).mayRefuse()).isTrue();
        assertThat(profile(Map.of("spfFail", "refuse")).mayRefuse()).isTrue();
    }

    @Test
    void whatIsNeitherScoreNorRefuseIsNamed() {
        assertThatThrownBy(() -> profile(Map.of("dmarcReject", "always")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("dmarcReject")
                .hasMessageContaining("score or refuse");
    }

    private static Profile profile(Map<String, String> settings) {
        return Profile.of(Settings.of("test", settings, Profile.SETTINGS));
    }
}
