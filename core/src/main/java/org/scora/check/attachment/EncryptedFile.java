package org.scora.check.attachment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.Contents;
import org.scora.message.file.MailFile;

/**
 * Can a file be opened only with a password, so that nobody on the way can look into it? Banks and doctors send such files
 * too, but not the password beside them.
 */
public final class EncryptedFile implements Check {
    static final String ENCRYPTED = "FILE_ENCRYPTED";
    static final String PASSWORD_GIVEN = "FILE_ENCRYPTED_PASSWORD_GIVEN";

    // Behind the word stand a colon and the password, or "is" and something with a digit in it: "is required" is none.
    private static final Pattern PASSWORD = Pattern.compile(
            "(?iu)(?:pass ?(?:word|code|phrase|wort)|kennwort|mot de passe|contrase[nñ]a|senha|wachtwoord|has[lł]o|пароль"
                    + "|密码|密碼|パスワード|비밀번호|\\b(?:pass|pwd|pw|clave|parola))[^\\n:=：]{0,40}"
                    + "(?:[:=：]\\s{0,5}\\S{3,30}|\\b(?:is|ist|est|es|è|é)\\s{1,3}[\"'“„«]?(?=[^\\s\\d]{0,20}\\d)\\S{3,30})");

    @Override
    public String name() {
        return "encrypted-file";
    }

    @Override
    public List<String> findings() {
        return List.of(ENCRYPTED, PASSWORD_GIVEN);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Optional<MailFile> encrypted = message.files().all().stream()
                .filter(EncryptedFile::isEncrypted)
                .findFirst();
        return encrypted
                .map(file -> isPasswordGiven(message)
                        ? CheckResult.found(
                                PASSWORD_GIVEN, file.shown() + " is encrypted, and the text tells how to open it")
                        : CheckResult.found(ENCRYPTED, file.shown() + " is encrypted"))
                .orElseGet(CheckResult::notFound);
    }

    private static boolean isEncrypted(MailFile file) {
        Contents contents = file.contents();
        return contents instanceof Contents.Archive archive && archive.encrypted()
                || contents instanceof Contents.Office office && office.encrypted();
    }

    private static boolean isPasswordGiven(IncomingMessage message) {
        Matcher matcher = PASSWORD.matcher(message.text());
        return matcher.find() || PASSWORD.matcher(message.subject()).find();
    }
}
