package org.scora.mailets.repository;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.mailet.AttributeValue;
import org.scora.policy.MailNotes;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads them out of the envelope that was kept with the message. */
public final class StoredNotes implements HeldNotes {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoredNotes.class);

    @Override
    public MailNotes of(HeldMessage message) {
        Map<String, String> attributes = attributesOf(message);
        return new MailNotes(name -> Optional.ofNullable(attributes.get(name)).flatMap(json -> text(message, json)));
    }

    private static Map<String, String> attributesOf(HeldMessage message) {
        try {
            return Optional.ofNullable(StoredEnvelope.read(message.envelope()).attributes())
                    .orElse(Map.of());
        } catch (IllegalArgumentException e) {
            LOGGER.warn("the envelope of {} can not be read", message.receipt(), e);
            return Map.of();
        }
    }

    private static Optional<String> text(HeldMessage message, String json) {
        try {
            return Optional.of(AttributeValue.fromJsonString(json).value())
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        } catch (IOException e) {
            LOGGER.warn("an attribute of {} can not be read", message.receipt(), e);
            return Optional.empty();
        }
    }
}
