package org.scora.message.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the macros of an Office document do, by the names in them.
 *
 * @param automatic the procedure that Office runs without being asked, such as Document_Open
 * @param reach what they use to start programs or to fetch files, such as URLDownloadToFile
 */
public record Macros(Optional<String> automatic, Optional<String> reach) {
    // Microsoft's names of procedures that run on events of a document.
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?i)\\b(?:auto_?(?:open|close|exec|exit|new)|document_?(?:open|close|new|beforeclose|change)"
                    + "|workbook_?(?:open|close|activate|beforeclose|windowactivate)"
                    + "|app_document(?:open|close)|\\w{1,40}_(?:layout|painted|gotfocus))\\b");
    private static final Pattern REACH = Pattern.compile(
            "(?i)\\b(?:wscript\\.shell|shell\\.application|shellexecute[aw]?|powershell|urldownloadtofile[aw]?"
                    + "|(?:msxml2|microsoft)\\.(?:server)?xmlhttp|winhttp\\.winhttprequest|adodb\\.stream|mshta|regsvr32"
                    + "|rundll32|certutil|bitsadmin|cmd(?:\\.exe)? /c|virtualalloc(?:ex)?|createthread"
                    + "|createprocess[aw]?|rtlmovememory)\\b|\\bshell[ (]|(?<=win32_)process\\b");

    static Macros ofSource(String source) {
        return new Macros(first(AUTOMATIC, source), first(REACH, source));
    }

    /** Macros of Excel 4, which are cells: they run when a name such as Auto_Open stands on them, unread here. */
    static Macros inCells() {
        return new Macros(Optional.empty(), Optional.empty());
    }

    private static Optional<String> first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        return matcher.find() ? Optional.of(matcher.group().strip().replace("(", "")) : Optional.empty();
    }
}
