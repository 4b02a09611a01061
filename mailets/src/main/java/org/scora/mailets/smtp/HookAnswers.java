package org.scora.mailets.smtp;

import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.scora.domain.Refusal;

/** Refusals in the words of James' SMTP server. */
final class HookAnswers {
    private HookAnswers() {}

    static HookResult of(Refusal refusal) {
        return HookResult.builder()
                .hookReturnCode(refusal.temporary() ? HookReturnCode.denySoft() : HookReturnCode.deny())
                .smtpReturnCode(Integer.toString(refusal.code()))
                .smtpDescription(refusal.enhancedCode() + " " + refusal.text())
                .build();
    }
}
