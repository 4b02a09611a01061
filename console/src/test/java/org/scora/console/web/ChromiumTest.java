package org.scora.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.scora.console.web.QuarantineSite.BOB;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.scora.people.Link.Kind;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

/** The pages in a real browser, without JavaScript. It leaves pictures of them in target/screens, for people to look at. */
class ChromiumTest {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENS = Path.of("target/screens");

    private static ChromeDriver chromium;

    @TempDir
    private Path folder;

    private QuarantineSite site;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Files.exists(DRIVER) && Files.exists(CHROMIUM),
                "chromium-driver is not installed, so it was not tried");
        Files.createDirectories(SCREENS);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        chromium = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(chromium).ifPresent(ChromeDriver::quit);
    }

    @BeforeEach
    void openSite() {
        site = new QuarantineSite(folder);
        chromium.manage().deleteAllCookies();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    private void open(String path) {
        chromium.get("http://127.0.0.1:" + site.console.port() + path);
    }

    /** Returns once the page is another one. */
    private void press(String button) {
        site.clock.forward(Duration.ofSeconds(3));
        WebElement page = chromium.findElement(By.tagName("html"));
        chromium.findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click();
        await().until(() -> isGone(page));
        await().until(() -> !chromium.findElements(By.tagName("h1")).isEmpty());
    }

    private static boolean isGone(WebElement page) {
        try {
            return !page.isEnabled();
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    private static String title() {
        return chromium.findElement(By.tagName("h1")).getText();
    }

    private void logIn() {
        open(site.link(Kind.LOGIN, ""));
        press("Log in");
    }

    /** Pictures in light and dark, on a desk and on a phone. */
    private static void picture(String name) throws IOException {
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(1000, 360)) {
                chromium.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
                chromium.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 500));
                Object png = chromium.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                        .get("data");
                Files.write(
                        SCREENS.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"),
                        Base64.getDecoder().decode(String.valueOf(png)));
            }
        }
        chromium.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static void assertNothingWasForbidden() {
        assertThat(chromium.manage().logs().get(LogType.BROWSER))
                .extracting(Object::toString)
                .noneMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void whoAsksForALinkGetsInAndReleases() throws IOException {
        site.hold("mail-1", "Your order 4711 is on its way");
        site.hold("mail-2", BOB, "Please confirm your account at once", Category.PHISHING);
        open("/login");
        picture("login");
        chromium.findElement(By.id("address")).sendKeys(BOB);
        press("Mail me a link");
        assertThat(title()).isEqualTo("Look into your mail");
        picture("sent");
        Matcher link = Pattern.compile("/l/[a-z2-7]{40}").matcher(site.newestMail());
        assertThat(link.find()).isTrue();
        open(link.group());
        picture("enter");
        press("Log in");
        assertThat(title()).isEqualTo("What is held for you");
        picture("list");
        chromium.findElement(By.partialLinkText("Your order 4711")).click();
        picture("message");
        press("Release");

        assertThat(title()).isEqualTo("The message is released");
        picture("released");
        assertThat(site.state("mail-1")).isEqualTo(HeldState.RELEASED);
        assertNothingWasForbidden();
    }

    @Test
    void aLinkInAMailReleasesByAButton() throws IOException {
        site.hold("mail-3", "The minutes of our meeting");
        open(site.link(Kind.RELEASE, "mail-3"));
        picture("link");

        assertThat(site.state("mail-3")).isEqualTo(HeldState.HELD);
        press("Release");

        assertThat(title()).isEqualTo("The message is released");
        assertThat(site.state("mail-3")).isEqualTo(HeldState.RELEASED);
        chromium.navigate().refresh();
        open(site.link(Kind.DELETE, "gone"));
        picture("gone");
        assertNothingWasForbidden();
    }

    @Test
    void thePreviewShowsAndRunsNothing() throws IOException {
        String source = "From: Bank <a@sender.example>\r\nSubject: Html\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n<h1 style='color:#900'>Dear customer</h1>"
                + "<p>Your <b>account</b> is closed. <a href='https://bad.example/login'>https://bank.example</a></p>"
                + "<img src=http://127.0.0.1:" + site.console.port() + "/health onerror=\"document.title='run'\">"
                + "<script>document.title='run'</script><form action=/logout method=post><button>Go</button></form>";
        HeldMessage held = site.hold("mail-4", "Html");
        site.hold(held, source.getBytes(StandardCharsets.UTF_8));
        logIn();
        open("/held/message?key=mail-4");
        chromium.findElement(By.tagName("summary")).click();
        WebElement frame = chromium.findElement(By.tagName("iframe"));
        picture("preview");
        chromium.switchTo().frame(frame);

        assertThat(chromium.findElement(By.tagName("h1")).getText()).isEqualTo("Dear customer");
        assertThat(chromium.findElements(By.cssSelector("img, script, form, a")))
                .isEmpty();
        chromium.switchTo().defaultContent();
        assertThat(chromium.getTitle()).doesNotContain("run");
    }

    @Test
    void thePagesAreUsedByKeyboardAlone() {
        site.hold("mail-5", "By keyboard");
        open(site.link(Kind.RELEASE, "mail-5"));
        WebElement body = chromium.findElement(By.tagName("body"));
        body.sendKeys(org.openqa.selenium.Keys.TAB);
        assertThat(chromium.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        chromium.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.TAB);
        assertThat(chromium.switchTo().activeElement().getText()).isEqualTo("Release");
        site.clock.forward(Duration.ofSeconds(3));
        chromium.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ENTER);

        await().until(() -> site.state("mail-5") == HeldState.RELEASED);
    }

    @Test
    void aPersonAfterAMachineTypesTheCode() throws IOException {
        site.hold("mail-6", "After the machine");
        site.set("usersMaySet", "spamQuarantine, phishingQuarantine");
        logIn();
        open(site.link(Kind.SHOW, "decoy"));
        open("/held/message?key=mail-6");
        press("Delete, and hold mail from this sender");
        assertThat(title()).isEqualTo("One more step");
        picture("code");
        Matcher code = Pattern.compile("Your code is (\\d{6})").matcher(site.newestMail());
        assertThat(code.find()).isTrue();
        chromium.findElement(By.id("code")).sendKeys(code.group(1));
        press("Go on");

        assertThat(title()).isEqualTo("The message is deleted");
        picture("deleted");
        open("/lists");
        picture("lists");
        open("/settings");
        picture("settings");
    }
}
