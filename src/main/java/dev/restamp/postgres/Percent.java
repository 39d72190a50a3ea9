package dev.restamp.postgres;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as URLs of databases have it: a plus sign is a plus sign. */
final class Percent {
    private Percent() {}

    /** @param stray called where a percent sign starts no escape; it then stands for itself */
    static String decode(String text, Runnable stray) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        var raw = text.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
            } else if (i + 2 < raw.length && isHex(raw[i + 1]) && isHex(raw[i + 2])) {
                bytes.write(Character.digit(raw[i + 1], 16) * 16 + Character.digit(raw[i + 2], 16));
                i += 2;
            } else {
                bytes.write('%');
                stray.run();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** All but letters, digits and what never has a meaning. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static boolean isHex(byte digit) {
        return Character.digit(digit, 16) >= 0;
    }
}
