package dev.vsa.examples.cli.picture;

import dev.vsa.event.EventType;
import java.awt.Color;
import java.util.Locale;
import java.util.Map;

/** One colour an event, the same in pictures, videos and reports. */
public final class Palette {

    static final Color INK = new Color(0x10, 0x14, 0x18);
    static final Color PAPER = Color.WHITE;
    static final Color TRACK = new Color(0xd8, 0xee, 0xff);
    static final Color UNUSED = new Color(0xad, 0xb5, 0xbd);

    private static final Color OTHER = new Color(0x86, 0x8e, 0x96);

    /** Told apart in light and dark surroundings, and by most colour-blind readers. */
    private static final Map<EventType, Color> COLOURS = Map.of(
            EventType.ZONE_INTRUSION, new Color(0xe0, 0x3b, 0x3b),
            EventType.WRONG_WAY, new Color(0xf0, 0x8c, 0x00),
            EventType.WEAPON, new Color(0xc2, 0x25, 0x5c),
            EventType.FIRE_START, new Color(0xff, 0x5a, 0x1f),
            EventType.CROWD_MOVEMENT, new Color(0x7c, 0x5c, 0xe0),
            EventType.PERSON_DOWN, new Color(0x0c, 0x96, 0xaa),
            EventType.CROWD_DENSITY, new Color(0x2b, 0x7b, 0xd6),
            EventType.ABANDONED_OBJECT, new Color(0x2f, 0x9e, 0x54));

    private Palette() {}

    /** The colour of an event. */
    public static Color of(EventType type) {
        return COLOURS.getOrDefault(type, OTHER);
    }

    /** The colour of an event as CSS writes it. */
    public static String css(EventType type) {
        return String.format(Locale.ROOT, "#%06x", of(type).getRGB() & 0xffffff);
    }

    /** The event in a word or two: {@code Wrong way}. */
    public static String title(EventType type) {
        String words = type.id().substring(type.id().indexOf(':') + 1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static Color faded(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }
}
