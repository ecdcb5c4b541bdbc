package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Footage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/**
 * A simulated vehicle that passes in a straight line: a car, a bus, a lorry, a train. As an actor, as optical flow, and as painted
 * pixels. Lengths are in picture heights. Immutable.
 *
 * @param from second at which it starts
 * @param to second at which it arrives
 * @param x its middle at the start
 * @param y its middle, throughout
 * @param toX its middle at the end
 * @param width its length
 * @param height its height
 */
public record Traffic(double from, double to, double x, double y, double toX, double width, double height)
        implements Footage.Act, Flows.Mover {

    private double middle(double second) {
        return x + (second - from) / (to - from) * (toX - x);
    }

    @Override
    public double[] box(double second) {
        double m = middle(Math.max(from, Math.min(to, second)));
        return new double[] {m - width / 2, y - height / 2, m + width / 2, y + height / 2};
    }

    /**
     * It as an actor that a model has named.
     *
     * @param id the number of its track
     * @param aspect width over height of the picture
     */
    public Actor actor(long id, double aspect) {
        return Actor.vehicle(id)
                .sized(width, height)
                .at(from, x / aspect, y + height / 2)
                .at(to, toX / aspect, y + height / 2);
    }

    /** It as what a flow is made of. */
    public List<Flows.Mover> movers() {
        return List.of(this);
    }

    /** Paints a body with windows. */
    @Override
    public void paint(Graphics2D g, double seconds) {
        if (seconds < from || seconds > to) {
            return;
        }
        double left = middle(seconds) - width / 2;
        double top = y - height / 2;
        g.setColor(new Color(200, 200, 205));
        g.fill(new Rectangle2D.Double(left, top, width, height));
        Random random = new Random(5);
        double pane = height * 0.5;
        for (double at = 0.2 * height; at + pane < width; at += pane * (1.3 + random.nextDouble())) {
            g.setColor(new Color(40 + random.nextInt(40), 50, 60));
            g.fill(new Rectangle2D.Double(left + at, top + 0.15 * height, pane, 0.4 * height));
        }
        g.setColor(new Color(30, 30, 30));
        g.fill(new Rectangle2D.Double(left, top + 0.85 * height, width, 0.15 * height));
    }
}
