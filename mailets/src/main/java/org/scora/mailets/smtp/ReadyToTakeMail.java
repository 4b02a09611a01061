package org.scora.mailets.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.scora.domain.Refusal;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;
import org.scora.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts all mail off while the database does not answer or the disk is nearly full: the sender keeps it, and nothing is
 * taken that could not be kept.
 */
public final class ReadyToTakeMail implements MailHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReadyToTakeMail.class);
    private static final Setting<Integer> LEAST_FREE =
            Setting.number("leastFreeMiB", 64, 0, 1_000_000, "How much space there has to be on the disk, in MiB.");

    private final Supplier<Optional<String>> databaseTrouble;
    private final FreeSpace freeSpace;
    private long leastFreeBytes = mebibytes(64);

    /** The usable bytes on a disk. */
    interface FreeSpace {
        long bytes() throws IOException;
    }

    @Inject
    public ReadyToTakeMail(Database database, GatewaySettings settings) {
        this(database::trouble, () -> usableBytes(settings.varFolder()));
    }

    ReadyToTakeMail(Supplier<Optional<String>> databaseTrouble, FreeSpace freeSpace) {
        this.databaseTrouble = databaseTrouble;
        this.freeSpace = freeSpace;
    }

    @Override
    public void init(Configuration config) throws ConfigurationException {
        Map<String, String> written = new HashMap<>();
        config.getKeys().forEachRemaining(key -> {
            if (!key.startsWith("[@")) {
                written.put(key, config.getString(key));
            }
        });
        try {
            Settings settings = Settings.of("smtpserver.xml: handler ReadyToTakeMail", written, List.of(LEAST_FREE));
            leastFreeBytes = mebibytes(settings.get(LEAST_FREE));
        } catch (SettingException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        return isReady() ? HookResult.DECLINED : HookAnswers.of(session, Refusal.notNow());
    }

    private boolean isReady() {
        try {
            Optional<String> trouble = databaseTrouble.get();
            if (trouble.isPresent()) {
                LOGGER.warn("mail is put off: {}", trouble.get());
                return false;
            }
            if (freeSpace.bytes() < leastFreeBytes) {
                LOGGER.warn("mail is put off: the disk is nearly full");
                return false;
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("mail is put off: it can not be told whether it could be kept", e);
            return false;
        }
    }

    private static long usableBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static long mebibytes(int number) {
        return number * 1024L * 1024L;
    }
}
