package org.scora.mailets.smtp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;

/** Reads what stands under a handler in smtpserver.xml. */
final class HookParameters {
    private HookParameters() {}

    /** @throws ConfigurationException with the text of a SettingException for what is not known or not valid */
    static Settings of(Configuration config, String handler, List<Setting<?>> known) throws ConfigurationException {
        Map<String, String> written = new HashMap<>();
        config.getKeys().forEachRemaining(key -> {
            if (!key.startsWith("[@")) {
                written.put(key, config.getString(key));
            }
        });
        try {
            return Settings.of("smtpserver.xml: handler " + handler, written, known);
        } catch (SettingException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }
}
