package org.scora.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.Daemon;
import org.scora.LoopbackPorts;

/** A real slapd with TLS and an account, where Debian's package slapd is installed. */
class RealDirectoryTest {
    private static final String ADMINISTRATOR = "cn=admin,dc=example,dc=com";

    @TempDir
    private Path folder;

    private Daemon slapd(int port, int tlsPort) throws Exception {
        Daemon.assumeInstalled("/usr/sbin/slapd");
        Files.createDirectory(folder.resolve("data"));
        openssl();
        Path conf = Files.writeString(folder.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %1$s/slapd.pid
                TLSCACertificateFile %1$s/cert.pem
                TLSCertificateFile %1$s/cert.pem
                TLSCertificateKeyFile %1$s/key.pem
                sizelimit size.soft=50 size.hard=50 size.pr=50 size.prtotal=unlimited
                database mdb
                suffix "dc=example,dc=com"
                directory %1$s/data
                rootdn "%2$s"
                rootpw secret
                access to attrs=userPassword by anonymous auth by * none
                access to * by dn.exact="uid=reader,dc=example,dc=com" read by * none
                """.formatted(folder, ADMINISTRATOR));
        return Daemon.start(
                folder,
                port,
                "/usr/sbin/slapd",
                "-d",
                "0",
                "-h",
                "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort,
                "-f",
                conf.toString());
    }

    private void openssl() throws Exception {
        Daemon.assumeInstalled("/usr/bin/openssl");
        int result = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("cert.pem").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.out").toFile())
                .start()
                .waitFor();
        assertThat(result).isZero();
    }

    private void fill(int port) throws Exception {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port, ADMINISTRATOR, "secret")) {
            connection.add(
                    "dn: dc=example,dc=com",
                    "objectClass: dcObject",
                    "objectClass: organization",
                    "dc: example",
                    "o: Example");
            connection.add(
                    "dn: uid=reader,dc=example,dc=com",
                    "objectClass: account",
                    "objectClass: simpleSecurityObject",
                    "uid: reader",
                    "userPassword: hush");
            for (int i = 0; i < 120; i++) {
                connection.add(
                        "dn: uid=user" + i + ",dc=example,dc=com",
                        "objectClass: inetOrgPerson",
                        "uid: user" + i,
                        "cn: User",
                        "sn: User",
                        "mail: user" + i + "@example.com");
            }
        }
    }

    private Directory directory(String url, String... further) throws Exception {
        Path conf = folder.resolve("conf");
        Files.createDirectories(conf.resolve("directories"));
        Files.writeString(conf.resolve("password"), "hush\n");
        Files.writeString(
                conf.resolve("directories/main.properties"), """
                domains = example.com
                url = %s
                base = dc=example,dc=com
                bind-dn = uid=reader,dc=example,dc=com
                password-file = password
                page-size = 50
                """.formatted(url) + String.join("\n", further) + "\n");
        return DirectoryFiles.in(conf).get(0);
    }

    private static List<String> addresses(Directory directory) throws DirectoryException {
        List<String> addresses = new ArrayList<>();
        new LdapAddresses(directory).read(addresses::add);
        return addresses;
    }

    @Test
    void aRealDirectoryIsReadPageByPageOverTlsWithItsCertificateChecked() throws Exception {
        int port = LoopbackPorts.free();
        int tlsPort = LoopbackPorts.free();
        try (Daemon slapd = slapd(port, tlsPort)) {
            assertThat(slapd.process().isAlive()).isTrue();
            fill(port);
            String authorities = "authorities = " + folder.resolve("cert.pem");
            assertThat(addresses(directory("ldap://localhost:" + port, authorities)))
                    .hasSize(120)
                    .contains("user0@example.com", "user119@example.com");
            assertThat(addresses(directory("ldaps://localhost:" + tlsPort, authorities)))
                    .hasSize(120);

            Directory unknownAuthority = directory("ldap://localhost:" + port);
            assertThatThrownBy(() -> addresses(unknownAuthority)).hasMessageContaining("can not be used");
            Directory wrongPassword = directory("ldap://localhost:" + port, authorities);
            Files.writeString(folder.resolve("conf/password"), "wrong");
            assertThatThrownBy(() -> addresses(wrongPassword)).hasMessageContaining("does not accept the account");
        }
    }
}
