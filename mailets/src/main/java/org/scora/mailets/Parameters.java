package org.scora.mailets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import org.apache.mailet.MailetConfig;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;
import org.scora.setting.Verb;

/** Reads what stands under a mailet in mailetcontainer.xml. */
public final class Parameters {
    // The server itself reads these under every mailet.
    private static final List<String> OF_THE_SERVER = List.of("onMailetException", "onMatchException");

    private Parameters() {}

    /** @throws MessagingException with the text of a SettingException for what is not known or not valid */
    public static Settings of(MailetConfig config, Verb verb) throws MessagingException {
        Map<String, String> written = new HashMap<>();
        config.getInitParameterNames().forEachRemaining(name -> written.put(name, config.getInitParameter(name)));
        OF_THE_SERVER.forEach(written::remove);
        try {
            return Settings.of("mailetcontainer.xml: mailet " + verb.name(), written, verb.settings());
        } catch (SettingException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }
}
