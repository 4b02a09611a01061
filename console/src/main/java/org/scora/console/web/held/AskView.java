package org.scora.console.web.held;

import java.util.List;
import org.scora.console.web.held.MessageView.Fact;
import org.scora.console.web.visit.Shell;

/**
 * A page with one button.
 *
 * @param target where its form is sent
 * @param token proves that the form is ours
 */
public record AskView(Shell shell, List<Fact> facts, Deed deed, String target, String token) {}
