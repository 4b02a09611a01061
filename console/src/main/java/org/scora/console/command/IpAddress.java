package org.scora.console.command;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an IP address, and never asks the DNS for what is not one. */
final class IpAddress implements ITypeConverter<InetAddress> {

    @Override
    public InetAddress convert(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            throw new TypeConversionException("'" + text + "' is not an IP address");
        }
        return InetAddresses.forString(text);
    }
}
