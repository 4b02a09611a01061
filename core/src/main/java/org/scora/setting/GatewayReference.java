package org.scora.setting;

/** Prints the handbook's reference of scora.properties, from the definitions that validate it. */
public final class GatewayReference {
    private GatewayReference() {}

    /** Markdown, always the same for the same settings. */
    public static String markdown() {
        return "# What may stand in scora.properties\n\n"
                + "One `key=value` a line. The server reads the file when it starts; `scora config check` finds mistakes.\n\n"
                + SettingTable.of(GatewaySettings.known());
    }
}
