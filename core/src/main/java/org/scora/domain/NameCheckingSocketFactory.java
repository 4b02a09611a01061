package org.scora.domain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Begins TLS on a connection and checks the certificate against the server's name (RFC 6125), which may be another one
 * than the address to which the connection goes.
 */
final class NameCheckingSocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory trusting;
    private final String serverName;

    NameCheckingSocketFactory(SSLSocketFactory trusting, String serverName) {
        this.trusting = trusting;
        this.serverName = serverName;
    }

    @Override
    public Socket createSocket(Socket connected, String address, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.createSocket(connected, serverName, port, autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return trusting.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return trusting.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyAfterStarttls();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw onlyAfterStarttls();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyAfterStarttls();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw onlyAfterStarttls();
    }

    private static UnsupportedOperationException onlyAfterStarttls() {
        return new UnsupportedOperationException("TLS begins by STARTTLS on a connection that is there");
    }
}
