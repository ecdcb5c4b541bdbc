package dev.vsa.source;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;

/**
 * A camera on the loopback interface that speaks as much RTSP as a player needs: H.264 by RTP within the RTSP connection
 * (RFC 2326, 3550, 6184). It sends as fast as it is read, so that tests need not wait.
 */
final class RtspServer implements AutoCloseable {

    private static final int CLOCK_PER_MILLI = 90;
    /** Clocks start anywhere; FFmpeg takes 0 for "not started". */
    private static final int FIRST_STAMP = 123_456;

    private static final int LARGEST_PAYLOAD = 1_400;
    private static final int FU_A = 28;
    /** Wraps soon. */
    private static final int FIRST_SEQUENCE = 65_530;

    /** What it does after the last picture. */
    enum Ending {
        HANG_UP,
        FALL_SILENT
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<byte[]> packets;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch accepted = new CountDownLatch(1);
    private IntUnaryOperator stamps = i -> i * 40;
    private Ending ending = Ending.HANG_UP;
    private String login = "";
    private boolean mute;
    private int pauseAt = -1;
    private final CountDownLatch resumed = new CountDownLatch(1);

    /** Serves these pictures to everyone who comes. */
    RtspServer(List<byte[]> packets) throws IOException {
        this.packets = packets;
    }

    RtspServer stamps(IntUnaryOperator millis) {
        stamps = millis;
        return this;
    }

    RtspServer ending(Ending how) {
        ending = how;
        return this;
    }

    RtspServer login(String userAndPassword) {
        login = userAndPassword;
        return this;
    }

    /** Accepts, and never says a word. */
    RtspServer mute() {
        mute = true;
        return this;
    }

    /** Stops before a picture until {@link #resume}. */
    RtspServer pauseAt(int picture) {
        pauseAt = picture;
        return this;
    }

    void resume() {
        resumed.countDown();
    }

    RtspServer start() {
        Thread thread = new Thread(this::accept, "rtsp-server");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    String url(String login) {
        return "rtsp://" + (login.isEmpty() ? "" : login + "@") + "127.0.0.1:" + listener.getLocalPort() + "/cam";
    }

    /** Waits until somebody has connected. */
    void awaitConnection() throws InterruptedException {
        accepted.await();
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (this) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                synchronized (this) {
                    sockets.add(socket);
                }
                accepted.countDown();
                Thread thread = new Thread(() -> serve(socket), "rtsp-session");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            String request;
            while (!mute && (request = in.readLine()) != null) {
                if (!answer(request, in, out)) {
                    socket.shutdownOutput();
                    in.transferTo(Writer.nullWriter()); // a reset would take back what was not read yet
                }
            }
            if (mute) {
                new CountDownLatch(1).await();
            }
        } catch (SocketException | InterruptedException e) {
            return; // the player or the test has gone
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answer(String request, BufferedReader in, DataOutputStream out)
            throws IOException, InterruptedException {
        String sequenceNumber = "";
        String authorization = "";
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            sequenceNumber = line.startsWith("CSeq:") ? line : sequenceNumber;
            authorization = line.startsWith("Authorization: Basic ") ? line.substring(21) : authorization;
        }
        synchronized (this) {
            requests.add(request);
        }
        String expected = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        if (!login.isEmpty() && !authorization.equals(expected)) {
            say(out, "401 Unauthorized", sequenceNumber, "WWW-Authenticate: Basic realm=\"camera\"\r\n", "");
            return true;
        }
        switch (request.substring(0, request.indexOf(' '))) {
            case "OPTIONS" -> say(out, "200 OK", sequenceNumber, "Public: DESCRIBE, SETUP, PLAY, TEARDOWN\r\n", "");
            case "DESCRIBE" -> say(out, "200 OK", sequenceNumber, "Content-Type: application/sdp\r\n", description());
            case "SETUP" ->
                say(
                        out,
                        "200 OK",
                        sequenceNumber,
                        "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n",
                        "");
            case "PLAY" -> {
                say(out, "200 OK", sequenceNumber, "Session: 1\r\n", "");
                sendAll(out);
                return ending == Ending.FALL_SILENT;
            }
            default -> say(out, "200 OK", sequenceNumber, "", "");
        }
        return true;
    }

    private static String description() {
        return "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\n"
                + "a=control:track1\r\n";
    }

    private static void say(DataOutputStream out, String status, String cseq, String headers, String body)
            throws IOException {
        out.write(("RTSP/1.0 " + status + "\r\n" + cseq + "\r\n" + headers + "Content-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void sendAll(DataOutputStream out) throws IOException, InterruptedException {
        int sequence = FIRST_SEQUENCE;
        for (int i = 0; i < packets.size(); i++) {
            if (i == pauseAt) {
                out.flush();
                resumed.await();
            }
            List<byte[]> units = units(packets.get(i));
            for (int u = 0; u < units.size(); u++) {
                int stamp = FIRST_STAMP + stamps.applyAsInt(i) * CLOCK_PER_MILLI;
                sequence = sendUnit(out, units.get(u), stamp, u == units.size() - 1, sequence);
            }
        }
        out.flush();
    }

    /** A unit in one packet, or in fragments (RFC 6184, 5.8); gives the next number in the sequence. */
    private static int sendUnit(DataOutputStream out, byte[] unit, int stamp, boolean last, int sequence)
            throws IOException {
        if (unit.length <= LARGEST_PAYLOAD) {
            sendRtp(out, unit, stamp, last, sequence);
            return sequence + 1;
        }
        int next = sequence;
        for (int start = 1; start < unit.length; start += LARGEST_PAYLOAD) {
            int end = Math.min(unit.length, start + LARGEST_PAYLOAD);
            byte[] payload = new byte[end - start + 2];
            payload[0] = (byte) (unit[0] & 0xE0 | FU_A);
            payload[1] = (byte) (unit[0] & 0x1F | (start == 1 ? 0x80 : 0) | (end == unit.length ? 0x40 : 0));
            System.arraycopy(unit, start, payload, 2, end - start);
            sendRtp(out, payload, stamp, last && end == unit.length, next++);
        }
        return next;
    }

    private static void sendRtp(DataOutputStream out, byte[] payload, int stamp, boolean marker, int sequence)
            throws IOException {
        out.write('$');
        out.write(0);
        out.writeShort(12 + payload.length);
        out.write(0x80);
        out.write(96 | (marker ? 0x80 : 0));
        out.writeShort(sequence);
        out.writeInt(stamp);
        out.writeInt(0x1234);
        out.write(payload);
    }

    /** Splits what an encoder gives at its start codes. */
    private static List<byte[]> units(byte[] packet) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 3 <= packet.length; i++) {
            if (packet[i] == 0 && packet[i + 1] == 0 && packet[i + 2] == 1) {
                if (start >= 0) {
                    units.add(Arrays.copyOfRange(packet, start, packet[i - 1] == 0 ? i - 1 : i));
                }
                start = i + 3;
            }
        }
        units.add(Arrays.copyOfRange(packet, start, packet.length));
        return units;
    }
}
