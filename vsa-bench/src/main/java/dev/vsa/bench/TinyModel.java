package dev.vsa.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The least model there is: float planes in, the same out, of any size; what remains is the price of a call. Written by hand in ONNX's
 * protocol buffers (onnx.proto3, IR version 8, operators of version 13).
 */
final class TinyModel {

    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private TinyModel() {}

    static byte[] identity(int width, int height) {
        byte[] node = join(text(1, "in"), text(2, "out"), text(4, "Identity"));
        byte[] graph = join(
                message(1, node),
                text(2, "tiny"),
                message(11, value("in", width, height)),
                message(12, value("out", width, height)));
        return join(number(1, 8), message(7, graph), message(8, join(text(1, ""), number(2, 13))));
    }

    private static byte[] value(String name, int width, int height) {
        byte[] shape = join(
                message(1, number(1, 1)),
                message(1, number(1, 3)),
                message(1, number(1, height)),
                message(1, number(1, width)));
        byte[] tensor = join(number(1, 1), message(2, shape));
        return join(text(1, name), message(2, message(1, tensor)));
    }

    private static byte[] text(int field, String text) {
        return message(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(int field, byte[] content) {
        return join(varint(field << 3 | BYTES), varint(content.length), content);
    }

    private static byte[] number(int field, int value) {
        return join(varint(field << 3 | VARINT), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
