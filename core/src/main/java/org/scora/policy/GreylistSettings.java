package org.scora.policy;

import java.util.List;
import org.scora.setting.Setting;

/** Whether and for how long a domain asks senders to come again of whom nothing is known. */
public final class GreylistSettings {
    public static final Setting<Boolean> GREYLIST = Setting.flag(
            "greylist",
            false,
            "Whether senders whose network is unknown here, and of whom nothing good is known, are asked to try again;"
                    + " servers do, most programs that send spam do not.");

    public static final Setting<Integer> WAIT = Setting.number(
            "greylistMinutes", 1, 1, 60, "After how many minutes a sender that was asked to try again is let in.");

    /** Both; they hold for domains, never for a user. */
    public static final List<Setting<?>> SETTINGS = List.of(GREYLIST, WAIT);

    private GreylistSettings() {}
}
