package org.scora.directory;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Connects to a directory's servers, one after the other, with TLS whose certificate is checked, and binds. */
final class LdapConnector {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int LONGEST_TEXT = 300;

    private final Directory directory;

    LdapConnector(Directory directory) {
        this.directory = directory;
    }

    /** @throws DirectoryException when none of them can be used */
    LDAPConnection connect() throws DirectoryException {
        Optional<DirectoryException> failure = Optional.empty();
        for (LDAPURL url : directory.settings().get(DirectorySettings.URL)) {
            try {
                return connect(url);
            } catch (LDAPException e) {
                failure = Optional.of(problem(url, e));
            } catch (GeneralSecurityException e) {
                failure = Optional.of(new DirectoryException(
                        "the authorities of the directory " + directory.name() + " can not be read: " + e.getMessage(),
                        "Look at the file that 'authorities' names.",
                        e));
            }
        }
        throw failure.orElseThrow();
    }

    private LDAPConnection connect(LDAPURL url) throws LDAPException, GeneralSecurityException, DirectoryException {
        LDAPConnection connection = new LDAPConnection(options());
        try {
            if (url.getScheme().equals("ldaps")) {
                connection = new LDAPConnection(tls().getSocketFactory(), options());
                connection.connect(url.getHost(), url.getPort());
            } else {
                connection.connect(url.getHost(), url.getPort());
                startTls(connection);
            }
            bind(connection);
            return connection;
        } catch (LDAPException | GeneralSecurityException | DirectoryException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(
                DirectorySettings.timeout(directory.settings()).toMillis());
        // Another server may not be one to whom the password may be shown.
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private SSLContext tls() throws GeneralSecurityException {
        return new SSLUtil(trust()).createSSLContext();
    }

    private TrustManager trust() throws KeyStoreException {
        Optional<Path> authorities = directory.authorities();
        return authorities.isPresent()
                ? new PEMFileTrustManager(authorities.get().toFile())
                : JVMDefaultTrustManager.getInstance();
    }

    private void startTls(LDAPConnection connection) throws LDAPException, GeneralSecurityException {
        if (directory.settings().get(DirectorySettings.STARTTLS)) {
            ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls()));
            if (result.getResultCode() != ResultCode.SUCCESS) {
                throw new LDAPException(result);
            }
        }
    }

    private void bind(LDAPConnection connection) throws LDAPException, DirectoryException {
        Optional<String> account = directory.settings().get(DirectorySettings.BIND_DN);
        if (account.isPresent()) {
            connection.bind(new SimpleBindRequest(account.get(), password()));
        }
    }

    private String password() throws DirectoryException {
        Path file = directory.passwordFile().orElseThrow();
        try {
            String password = Files.readString(file).strip();
            // An empty password would be an anonymous bind that looks like a success (RFC 4513 section 5.1.2).
            if (!password.isEmpty()) {
                return password;
            }
            throw new DirectoryException(file + " is empty", "Write the password into it.");
        } catch (IOException e) {
            throw new DirectoryException(
                    file + " can not be read: " + e.getMessage(), "Make it readable by the server's user.", e);
        }
    }

    private DirectoryException problem(LDAPURL url, LDAPException failure) {
        String server = url.getHost() + ":" + url.getPort();
        if (failure.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
            return new DirectoryException(
                    server + " does not accept the account or its password",
                    "See bind-dn and password-file of the directory " + directory.name() + ".",
                    failure);
        }
        return new DirectoryException(
                server + " can not be used: " + shortly(failure),
                "See that the server runs, is reached from here, and shows a certificate for its name from an authority"
                        + " that is known here.",
                failure);
    }

    /** What is at the bottom of it: above, the library's texts quote each other. */
    static String shortly(LDAPException failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String text = bottom instanceof LDAPException ldap
                ? ldap.getResultCode().getName() + ", " + ldap.getDiagnosticMessage()
                : String.valueOf(bottom.getMessage());
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(LONGEST_TEXT, line.length()));
    }
}
