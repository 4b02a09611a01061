package org.scora.checkup;

import java.util.List;

/** Answers one question of the check-up. Never throws for what it finds outside, and waits for nothing without end. */
interface Part {
    Question question();

    List<CheckUpFinding> look(Situation situation);
}
