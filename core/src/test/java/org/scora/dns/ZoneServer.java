package org.scora.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback that answers from a zone. */
final class ZoneServer implements AutoCloseable {
    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final AtomicInteger questions = new AtomicInteger();
    private final ZoneFileDns zone;
    private final Thread thread = new Thread(this::serve, "zone server");

    ZoneServer(ZoneFileDns zone) throws IOException {
        this.zone = zone;
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int questions() {
        return questions.get();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // Closed, or no question at all: the test that waits for an answer fails.
            }
        }
    }

    private Message answer(Message query) {
        questions.incrementAndGet();
        Record question = query.getQuestion();
        DnsAnswer<Record> alias = zone.lookup(question.getName(), Type.CNAME);
        DnsAnswer<Record> found =
                alias.records().isEmpty() ? zone.lookup(question.getName(), question.getType()) : alias;
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        answer.getHeader()
                .setRcode(
                        switch (found.status()) {
                            case FOUND, NO_DATA -> Rcode.NOERROR;
                            case NO_SUCH_NAME -> Rcode.NXDOMAIN;
                            case FAILED -> Rcode.SERVFAIL;
                        });
        found.records().forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        socket.close();
        thread.join();
    }
}
