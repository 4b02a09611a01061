package org.scora.check.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in one pass over a text, in time linear in its length whatever the text (Aho and Corasick, "Efficient
 * string matching", 1975). Phrases and text are compared as {@link PlainWords}.
 */
final class PhraseMatcher {
    private static final int ROOT = 0;

    // Letters of which nearly all text is made have a table of their own, in which the next state is found at once.
    private static final String USUAL = " abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int[] USUAL_INDEX = usualIndex();

    private final List<Map<Character, Integer>> children = new ArrayList<>();
    // Keys are state and letter, values the next state; open addressing, since this is asked once a letter.
    private long[] keys = new long[0];
    private int[] targets = new int[0];
    private char[] usual = new char[0];
    private int[] fallback = new int[0];
    // The phrases that end in a state: its own, and the next state by fallback that has one.
    private final List<Integer> own = new ArrayList<>();
    private int[] output = new int[0];

    /** @param phrases each once, as {@link PlainWords#ofPhrase} makes them */
    PhraseMatcher(List<String> phrases) {
        newState();
        insert(phrases);
        freeze();
        linkFallbacks();
        fillUsual();
    }

    /** The indexes of the phrases that are in a text. */
    BitSet in(String plainWords) {
        BitSet found = new BitSet();
        int state = ROOT;
        for (int i = 0; i < plainWords.length(); i++) {
            char letter = plainWords.charAt(i);
            state = letter < USUAL_INDEX.length && USUAL_INDEX[letter] >= 0
                    ? usual[state * USUAL.length() + USUAL_INDEX[letter]]
                    : step(state, letter);
            for (int end = output[state]; end > ROOT && !found.get(own.get(end)); end = output[fallback[end]]) {
                found.set(own.get(end));
            }
        }
        return found;
    }

    private int step(int from, char letter) {
        int state = from;
        int next = next(state, letter);
        while (next < 0 && state != ROOT) {
            state = fallback[state];
            next = next(state, letter);
        }
        return Math.max(next, ROOT);
    }

    /** A letter of all phrases at a time, so that states that are often met have low numbers and lie close together. */
    private void insert(List<String> phrases) {
        int[] states = new int[phrases.size()];
        boolean added = true;
        for (int depth = 0; added; depth++) {
            added = false;
            for (int i = 0; i < states.length; i++) {
                String phrase = phrases.get(i);
                if (depth < phrase.length()) {
                    states[i] = children.get(states[i]).computeIfAbsent(phrase.charAt(depth), none -> newState());
                    added = true;
                }
            }
        }
        for (int i = 0; i < states.length; i++) {
            own.set(states[i], i);
        }
    }

    private int newState() {
        if (children.size() > Character.MAX_VALUE) {
            throw new IllegalStateException("There are too many phrases.");
        }
        children.add(new HashMap<>());
        own.add(-1);
        return children.size() - 1;
    }

    private void freeze() {
        int size = Integer.highestOneBit(children.size() * 4);
        keys = new long[size];
        targets = new int[size];
        for (int state = 0; state < children.size(); state++) {
            int from = state;
            children.get(state).forEach((letter, target) -> put(from, letter, target));
        }
    }

    private void linkFallbacks() {
        fallback = new int[children.size()];
        output = new int[children.size()];
        Deque<Integer> inBreadth = new ArrayDeque<>(children.get(ROOT).values());
        while (!inBreadth.isEmpty()) {
            int state = inBreadth.remove();
            output[state] = own.get(state) >= 0 ? state : output[fallback[state]];
            children.get(state).forEach((letter, child) -> {
                fallback[child] = step(fallback[state], letter);
                inBreadth.add(child);
            });
        }
    }

    private void fillUsual() {
        usual = new char[children.size() * USUAL.length()];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = (char) step(i / USUAL.length(), USUAL.charAt(i % USUAL.length()));
        }
        children.clear();
    }

    private static int[] usualIndex() {
        int[] indexes = new int['z' + 1];
        for (char letter = 0; letter < indexes.length; letter++) {
            indexes[letter] = USUAL.indexOf(letter);
        }
        return indexes;
    }

    private void put(int state, char letter, int target) {
        long key = key(state, letter);
        int at = slot(key);
        while (keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        targets[at] = target;
    }

    private int next(int state, char letter) {
        long key = key(state, letter);
        for (int at = slot(key); keys[at] != 0; at = (at + 1) & (keys.length - 1)) {
            if (keys[at] == key) {
                return targets[at];
            }
        }
        return -1;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & (keys.length - 1);
    }

    private static long key(int state, char letter) {
        return ((long) state << 16 | letter) + 1;
    }
}
