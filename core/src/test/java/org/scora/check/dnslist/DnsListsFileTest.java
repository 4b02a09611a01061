package org.scora.check.dnslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.setting.SettingException;

class DnsListsFileTest {
    private static final String HEADER = "zone\tasks\tanswers\tpoints\tlisted\tmeaning\n";

    @Test
    void theLinesOfAZoneBelongTogether() {
        List<DnsList> lists = DnsListsFile.parse("dnslists.tsv", HEADER + """
                bl.example	client,received	127.0.0.2	2	standard	sends spam
                # a comment
                BL.example	client	127.0.0.10-11	1.5	standard	a home connection
                uri.example	link	127.0.0.&8	3	listed.example	seen in spam
                """);
        assertThat(lists).extracting(DnsList::zone).containsExactly("bl.example", "uri.example");
        assertThat(lists).extracting(DnsList::listed).containsExactly("127.0.0.2", "listed.example");
        assertThat(lists.get(0).lines())
                .extracting(ListLine::asks)
                .containsExactly(Set.of(Subject.CLIENT, Subject.RECEIVED), Set.of(Subject.CLIENT));
    }

    @Test
    void withoutTheFileNoListIsAsked(@TempDir Path folder) {
        assertThat(DnsListsFile.in(folder)).isEmpty();
    }

    @Test
    void theShippedFileAsksNobody() {
        assertThat(DnsListsFile.in(Path.of("..", "james-conf", "src", "main", "conf")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bl         |client|127.0.0.2|1|standard|x;  bl: is no name of a zone.",
                "bl.example |klient|127.0.0.2|1|standard|x;  unknown word 'klient' in asks. Did you mean 'client'?",
                "bl.example |client,link|127.0.0.2|1|standard|x; is asked about addresses and about domains.",
                "bl.example |client|10.0.0.1|1|standard|x;   '10.0.0.1' is no address that begins with 127.",
                "bl.example |client|127.0.0.300|1|standard|x; '300' is above 255.",
                "bl.example |client|127.0.0.7-4|1|standard|x; '7-4' begins above its end.",
                "bl.example |client|127.0.0.x|1|standard|x;  'x' is neither a number, a range, * nor & with a number.",
                "bl.example |client|127.0.0.2|0|standard|x;  bad points '0'. Write a number from -5 to 5",
                "bl.example |client|127.0.0.2|NaN|standard|x; bad points 'NaN'.",
                "bl.example |client|127.0.0.2|1|bl.test|x;   bad test entry 'bl.test'. Write 'standard', or an address",
                "bl.example |client|127.0.0.2|1|standard| ;  has no meaning.",
                "bl.example |sender|127.0.0.2|-1|standard|x; speaks for something that a sender can make up.",
                "bl.example |client|127.0.0.2|1|standard;    5 columns instead of 6.",
            })
    void aMistakeIsNamedWithItsLineAndARemedy(String line, String problem) {
        String text = HEADER + "\n" + line.replaceAll(" *\\|", "\t") + "\n";
        assertThatThrownBy(() -> DnsListsFile.parse("dnslists.tsv", text))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("dnslists.tsv:3: ")
                .hasMessageContaining(problem.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2,    127.0.0.2,   true",
        "127.0.0.2,    127.0.0.3,   false",
        "127.0.0.4-7,  127.0.0.7,   true",
        "127.0.0.4-7,  127.0.0.8,   false",
        "127.0.*.3,    127.0.15.3,  true",
        "127.0.0.&8,   127.0.0.12,  true",
        "127.0.0.&8,   127.0.0.4,   false",
        "127.0.0.2,    ::1,         false",
    })
    void aPatternMatchesTheAnswersItNames(String pattern, String answer, boolean matches) throws Exception {
        assertThat(AnswerPattern.parse(pattern).matches(InetAddress.getByName(answer)))
                .isEqualTo(matches);
    }

    /** The example of RFC 5782 section 2.4. */
    @Test
    void addressesAreReversed() {
        assertThat(ReversedAddress.of("192.0.2.99")).isEqualTo("99.2.0.192");
        assertThat(ReversedAddress.of("2001:db8:1:2:3:4:567:89ab"))
                .isEqualTo("b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2");
    }
}
