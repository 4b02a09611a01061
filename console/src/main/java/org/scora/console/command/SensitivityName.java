package org.scora.console.command;

import org.scora.policy.Sensitivity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a sensitivity on the command line. */
final class SensitivityName implements ITypeConverter<Sensitivity> {
    @Override
    public Sensitivity convert(String text) {
        try {
            return Sensitivity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no sensitivity. Expected " + Sensitivity.KIND.replace(", or off", "") + ".");
        }
    }
}
