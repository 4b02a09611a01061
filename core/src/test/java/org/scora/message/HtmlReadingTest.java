package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden>secret</p>",
                "<div style='DISPLAY : None !important'>secret</div>",
                "<div style='display:none'><p style='display:block'>secret</p></div>",
                "<span style='visibility:hidden'>secret</span>",
                "<span style='font-size:0'>secret</span>",
                "<span style='font-size:0.0px'>secret</span>",
                "<div style='font-size:0'><span style='font-size:2em'>secret</span></div>",
                "<div style='max-height:0px;overflow:hidden'>secret</div>",
                "<div style='opacity:0'>secret</div>",
                "<div style='mso-hide:all'>secret</div>",
                "<td bgcolor=white><font color='#fefefe'>secret</font></td>",
                "<body bgcolor='#FFFFFF' text='white'>secret</body>",
                "<p style='background:#123;color:rgb(17, 34, 51)'>secret</p>",
                "<p style='color:transparent'>secret</p>",
            })
    void textThatNoReaderSeesIsHidden(String html) {
        IncomingMessage mail = SampleMail.ofHtml("<table>" + html + "</table>");
        assertThat(mail.hiddenText().strip()).isEqualTo("secret");
        assertThat(mail.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='display:block'>words</p>",
                "<div style='visibility:hidden'><b style='visibility:visible'>words</b></div>",
                "<div style='font-size:0'><span style='font-size:14px'>words</span></div>",
                "<p style='font-size:0.8em'>words</p>",
                "<p style='height:0'>words</p>",
                "<p style='opacity:0.9'>words</p>",
                "<p style='color:white'>words</p>",
                "<p style='background:white url(dark.png);color:white'>words</p>",
                "<body bgcolor=white><p style='background:navy;color:white'>words</p></body>",
                "<style>.b {background: navy}</style><body bgcolor=white><a class=b style='color:white'>words</a>",
                "<body><noscript>words</noscript>",
            })
    void textThatAReaderSeesIsNot(String html) {
        IncomingMessage mail = SampleMail.ofHtml(html);
        assertThat(mail.text().strip()).isEqualTo("words");
        assertThat(mail.hiddenText()).isBlank();
    }

    @Test
    void linksCarryWhatIsSeenOfThem() {
        IncomingMessage mail =
                SampleMail.ofHtml("<a href=' https://evil.example/\n a '><img alt=x> www.<b>bank</b>.example"
                        + "<i style='display:none'>no</i></a><a name=here>no link</a>");
        assertThat(mail.links()).containsExactly(new Link("https://evil.example/ a", "www.bank.example"));
    }

    @Test
    void formsAreasAndBasesAreLinks() {
        IncomingMessage mail = SampleMail.ofHtml(
                "<head><base href=https://base.example></head>"
                        + "<map><area href=https://area.example></map>"
                        + "<form action=https://form.example><input type=password>Password<button formaction=https://b.example>Go</button></form>");
        assertThat(mail.links())
                .extracting(Link::target)
                .containsExactlyInAnyOrder(
                        "https://base.example", "https://area.example", "https://form.example", "https://b.example");
    }

    @Test
    void addressesThatStandBareInHtmlAreLinks() {
        IncomingMessage mail = SampleMail.ofHtml(
                "<p>Go to https://a.example/x, or <a href=https://b.example>https://c.example</a></p>");
        assertThat(mail.links())
                .containsExactly(
                        new Link("https://a.example/x", "https://a.example/x"),
                        new Link("https://b.example", "https://c.example"));
    }

    @Test
    void wordsKeepTogetherAndBlocksApart() {
        IncomingMessage mail = SampleMail.ofHtml("<p>one<b>two</b>\n\n three</p><p>four</p><ul><li>five<li>six</ul>");
        assertThat(mail.text()).isEqualTo("onetwo three\nfour\nfive\nsix\n");
    }
}
