package org.scora.mailets.repository;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.PerRecipientHeaders.Header;
import org.scora.message.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about a mail but its content, as it is kept: in JSON, since the classes of James may change.
 *
 * @param attributes each as the JSON that James makes of it
 * @param headers for some recipients only, each as {@code name: value}
 */
record StoredEnvelope(
        String name,
        Optional<String> sender,
        List<String> recipients,
        Optional<String> state,
        Optional<String> errorMessage,
        Optional<String> remoteHost,
        Optional<String> remoteAddress,
        Optional<Instant> lastUpdated,
        Map<String, String> attributes,
        Map<String, List<String>> headers) {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoredEnvelope.class);

    static StoredEnvelope of(Mail mail) {
        return new StoredEnvelope(
                mail.getName(),
                mail.getMaybeSender().asOptional().map(MailAddress::asString),
                mail.getRecipients().stream().map(MailAddress::asString).toList(),
                Optional.ofNullable(mail.getState()),
                Optional.ofNullable(mail.getErrorMessage()),
                Optional.ofNullable(mail.getRemoteHost()),
                Optional.ofNullable(mail.getRemoteAddr()),
                Optional.ofNullable(mail.getLastUpdated()).map(Date::toInstant),
                attributesOf(mail),
                headersOf(mail));
    }

    static StoredEnvelope read(String json) {
        return Json.read(json, StoredEnvelope.class);
    }

    String json() {
        return Json.write(this);
    }

    /** The mail without its message. */
    MailImpl mail() throws MessagingException {
        MailImpl.Builder builder = MailImpl.builder().name(name).addAttributes(readAttributes());
        for (String recipient : recipients) {
            builder.addRecipient(new MailAddress(recipient));
        }
        state.ifPresent(builder::state);
        errorMessage.ifPresent(builder::errorMessage);
        remoteHost.ifPresent(builder::remoteHost);
        remoteAddress.ifPresent(builder::remoteAddr);
        lastUpdated.map(Date::from).ifPresent(builder::lastUpdated);
        if (sender.isPresent()) {
            builder.sender(new MailAddress(sender.get()));
        }
        for (Map.Entry<String, List<String>> entry : headers.entrySet()) {
            MailAddress recipient = new MailAddress(entry.getKey());
            entry.getValue().forEach(line -> builder.addHeaderForRecipient(Header.fromString(line), recipient));
        }
        return builder.build();
    }

    private static Map<String, String> attributesOf(Mail mail) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mail.attributes()
                .forEach(attribute -> attribute
                        .getValue()
                        .toJson()
                        .map(JsonNode::toString)
                        .ifPresentOrElse(
                                json -> attributes.put(attribute.getName().asString(), json),
                                () -> LOGGER.warn(
                                        "attribute {} of mail {} can not be kept",
                                        attribute.getName().asString(),
                                        mail.getName())));
        return attributes;
    }

    private static Map<String, List<String>> headersOf(Mail mail) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        mail.getPerRecipientSpecificHeaders()
                .getHeadersByRecipient()
                .forEach((recipient, header) -> headers.computeIfAbsent(recipient.asString(), any -> new ArrayList<>())
                        .add(header.asString()));
        return headers;
    }

    private List<Attribute> readAttributes() throws MessagingException {
        List<Attribute> read = new ArrayList<>();
        for (Map.Entry<String, String> entry : attributes.entrySet()) {
            try {
                read.add(new Attribute(
                        AttributeName.of(entry.getKey()), AttributeValue.fromJsonString(entry.getValue())));
            } catch (IOException e) {
                throw new MessagingException("the attributes of mail " + name + " can not be read", e);
            }
        }
        return read;
    }
}
