package dev.vsa.testkit.simulation;

import static dev.vsa.event.EventType.ABANDONED_OBJECT;
import static dev.vsa.event.EventType.CROWD_DENSITY;
import static dev.vsa.event.EventType.CROWD_MOVEMENT;
import static dev.vsa.event.EventType.FIRE_START;
import static dev.vsa.event.EventType.PERSON_DOWN;
import static dev.vsa.event.EventType.WEAPON;
import static dev.vsa.event.EventType.WRONG_WAY;
import static dev.vsa.event.EventType.ZONE_INTRUSION;
import static dev.vsa.testkit.simulation.People.confused;
import static dev.vsa.testkit.simulation.People.crowd;
import static dev.vsa.testkit.simulation.People.stands;
import static dev.vsa.testkit.simulation.People.walks;

import dev.vsa.event.EventType;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Flow;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Role;
import dev.vsa.scene.StaticRegions;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Belongings.Thing;
import dev.vsa.testkit.simulation.Postures.Shape;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The simulated plays that guard what the detectors reach: for each event some in which it happens and some look-alikes. A new one is
 * a line or two here; the accuracy gate in vsa-examples judges them all by whichever detectors are there.
 */
public final class Plays {

    /** The lower right quarter. */
    private static final Zone YARD = Zone.of("yard", 0.5, 0.5, 1, 0.5, 1, 1, 0.5, 1);

    /** A lane across the middle. */
    private static final Zone LANE = Zone.of("lane", 0, 0.4, 1, 0.4, 1, 0.9, 0, 0.9);

    private static final double ASPECT = 16.0 / 9;

    /** Farther off than those who fall. */
    private static final double[] BEHIND = {0.05, 0.4, 0.95, 0.6};

    private static final List<Integer> RIGHT = List.of(1, 0);

    /** How bright a backdrop is, of 255. */
    private static final int NIGHT = 25;

    private static final int DAY = 140;
    private static final double[] BESIDE_THE_YARD = {0.02, 0.5, 0.4, 0.95};

    private Plays() {}

    /** Every play, by event. */
    public static List<Play> all() {
        List<Play> all = new ArrayList<>();
        all.addAll(intrusions());
        all.addAll(wrongWays());
        all.addAll(personsDown());
        all.addAll(crowdMovements());
        all.addAll(thingsLeft());
        all.addAll(densities());
        all.addAll(weapons());
        all.addAll(fires());
        return List.copyOf(all);
    }

    private static Play play(EventType event, String name, double seconds, Actor... actors) {
        return Play.of(event, name, Scenario.lasting(seconds).occluding(0.7).with(actors));
    }

    private static List<Play> intrusions() {
        Actor into = walks(1, 1, 0.2, 0.75, 11, 0.9, 0.75);
        Actor across = walks(2, 1, 0.45, 0.75, 11, 0.05, 0.75);
        return List.of(
                play(ZONE_INTRUSION, "walks into the yard", 20, into)
                        .in(YARD)
                        .rule("subjects", List.of("person"))
                        .happens(5.3, 11),
                play(ZONE_INTRUSION, "walks in while boxes come and go", 20, into)
                        .with(Clutter.of(Role.MOVING, 120, 20, 3))
                        .in(YARD)
                        .rule("subjects", List.of("person"))
                        .happens(5.3, 11),
                play(ZONE_INTRUSION, "changes numbers on the way in", 20, confused(into, 1, across, 2, 4))
                        .in(YARD)
                        .rule("subjects", List.of("person"))
                        .happens(5.3, 11),
                play(
                                ZONE_INTRUSION,
                                "drives in",
                                20,
                                Actor.vehicle(1).at(1, 0.1, 0.8).at(5, 0.8, 0.8).stays(15))
                        .in(YARD)
                        .rule("subjects", List.of("vehicle"))
                        .happens(3.3, 15),
                play(ZONE_INTRUSION, "passes along the border", 20, walks(1, 1, 0.05, 0.46, 15, 0.95, 0.46))
                        .in(YARD)
                        .rule("subjects", List.of("person")),
                play(ZONE_INTRUSION, "stands a step before the border", 60, stands(1, 0, 60, 0.46, 0.75))
                        .in(YARD)
                        .rule("subjects", List.of("person")),
                play(ZONE_INTRUSION, "a crowd beside the yard", 30, crowd(20, 1, 30, BESIDE_THE_YARD, 5))
                        .in(YARD)
                        .rule("subjects", List.of("person")),
                Play.of(ZONE_INTRUSION, "a painted block slides in", 14, slidingBlock())
                        .in(YARD)
                        .rule("subjects", List.of("vehicle"))
                        .happens(4.3, 14),
                play(ZONE_INTRUSION, "nothing but false boxes", 60, Clutter.of(Role.PERSON, 60, 60, 7))
                        .in(YARD)
                        .rule("subjects", List.of("person")));
    }

    /** A block as large as a car from above, from the left into the yard, where it stops. */
    private static Footage slidingBlock() {
        return Footage.of(320, 180, 12.5, 14).act((g, second) -> {
            double x = Math.min(1.2, Math.max(0, second - 1) * 0.2);
            g.setColor(Color.LIGHT_GRAY);
            g.fill(new Rectangle2D.Double(x, 0.65, 0.25, 0.15));
        });
    }

    private static List<Play> wrongWays() {
        Actor along = walks(1, 0, 0.1, 0.7, 14, 0.9, 0.7);
        Actor against = walks(2, 1, 0.9, 0.75, 13, 0.1, 0.75);
        return List.of(
                wrongWay("walks against the direction", 20, against).happens(1, 13),
                wrongWay("walks against those who walk along", 20, along, against)
                        .happens(1, 13),
                wrongWay(
                                "drives against the direction",
                                12,
                                Actor.vehicle(1).at(1, 0.95, 0.7).at(5, 0.05, 0.7))
                        .happens(1, 5),
                wrongWay("walks along", 20, along),
                wrongWay("walks across", 20, walks(1, 1, 0.5, 0.42, 12, 0.52, 0.88)),
                wrongWay(
                        "stands, and is seen badly",
                        60,
                        stands(1, 0, 60, 0.5, 0.7).jitter(0.06)),
                wrongWay("takes a step back", 12, stepBack()),
                wrongWay("is confused with another who follows", 20, confused(along, 1, follower(), 3, 6)));
    }

    private static Play wrongWay(String name, double seconds, Actor... actors) {
        return play(WRONG_WAY, name, seconds, actors)
                .in(LANE)
                .rule("subjects", List.of("person", "vehicle"))
                .rule("permittedHeading", RIGHT);
    }

    private static Actor stepBack() {
        return People.seen(Actor.person(1)
                .at(0, 0.2, 0.7)
                .at(5, 0.5, 0.7)
                .at(5.6, 0.48, 0.7)
                .at(11, 0.8, 0.7));
    }

    private static Actor follower() {
        return walks(3, 0, 0.02, 0.72, 14, 0.82, 0.72);
    }

    private static List<Play> personsDown() {
        Actor stands = Postures.arrives(1, 0.3, 0.5, 0.4, 0.7);
        Actor falls = Postures.falls(stands, 4, 0.43, 0.7, Shape.LYING_ACROSS).stays(20);
        return List.of(
                down("falls, and lies there", falls).happens(5, 20),
                down("falls, and is seen badly", falls.jitter(0.03).missed(0.15))
                        .happens(5, 20),
                down(
                                "collapses among passers-by",
                                Postures.collapses(stands, 4, 0.4, 0.71).stays(20))
                        .with(crowd(6, 10, 20, BEHIND, 11))
                        .happens(5, 20),
                down("sits down", posture(stands, Shape.SITTING)),
                down("ties a shoe", posture(stands, Shape.TYING_A_SHOE)),
                down("crouches", posture(stands, Shape.CROUCHING)),
                down(
                        "walks behind a counter",
                        Postures.hidesBehind(stands, 5, 0.5, 0.7, 0.3, Shape.HALF_HIDDEN)
                                .stays(20)));
    }

    private static Actor posture(Actor who, Shape shape) {
        return Postures.turns(who, 4, 1, 0.4, 0.7, shape).stays(20).jitter(0.02);
    }

    private static Play down(String name, Actor... actors) {
        return play(PERSON_DOWN, name, 22, actors).rule("onGroundS", 2);
    }

    private static List<Play> crowdMovements() {
        Panic strolls = Panic.of(12, 0.08, ASPECT, 4, 1, 0.62, 0.4, 1.16, 0.68).strolling(11, 0.6);
        return List.of(
                movement("runs apart", strolls.fleeing(12.8, 2.3, 0.89, 0.55, 0.2))
                        .happens(11, 14),
                movement("runs one way", strolls.going(13.5, 2.3, 0, 0.3)).happens(11, 14),
                movement("strolls on", strolls.strolling(20, 0.6)),
                movement("walks off together", strolls.going(18, 0.8, 0, 0.5)),
                movement("stops", strolls.standing(20)));
    }

    private static Play movement(String name, Panic crowd) {
        return Play.of(
                CROWD_MOVEMENT,
                name,
                Scenario.lasting(20).with(crowd.actors(1)).feature(Flow.KEY, Flows.of(crowd.movers())));
    }

    private static List<Play> fires() {
        Flames flames = Flames.at(0.9, 0.75, 0.2);
        return List.of(
                fire("burns by night", camera(NIGHT, flames.between(2, 12))).happens(2, 12),
                fire("burns by day, and grows", camera(DAY, flames.growing(0.1).between(2, 12)))
                        .happens(2, 12),
                fire(
                                "burns in infrared",
                                camera(NIGHT, flames.infrared().between(2, 12)).format(PixelFormat.GRAY8))
                        .happens(2, 12),
                fire("a beacon turns", camera(NIGHT, Lights.beacon(0.9, 0.5, 0.05, 2))),
                fire(
                        "cars pass, and brake on a wet road",
                        camera(NIGHT, Lights.traffic(0.4, 2), Lights.wetRoad(0.9, 0.6))),
                fire("a sign is lit", camera(NIGHT, Lights.sign(0.4, 0.3, 0.1))),
                fire(
                        "a clock is burned in",
                        camera(NIGHT, Lights.clock(Color.WHITE, true)).format(PixelFormat.GRAY8)));
    }

    private static Footage camera(int level, Act... acts) {
        Footage footage = Footage.of(320, 180, 12.5, 12).act(Lights.backdrop(level));
        for (Act act : acts) {
            footage.act(act);
        }
        return footage;
    }

    private static Play fire(String name, Footage pictures) {
        return Play.of(FIRE_START, name, 12, pictures);
    }

    /** A bag stands at the middle from second 5 on; who brings it walks in from the left and stays until second 9. */
    private static List<Play> thingsLeft() {
        Thing bag = Thing.bag(7, 0.38, 0.7, 5, 45);
        Thing jacket = bag.sized(0.12, 0.16); // what can be told of him who sits there
        Actor leaves = brings().at(13, 0.95, 0.7);
        Actor passes = walks(2, 14, 0.95, 0.75, 24, 0.05, 0.75);
        return List.of(
                left("puts a bag down and goes", bag, leaves).happens(9, 45),
                left(
                                "is known under other numbers when he goes",
                                bag,
                                leaves.renumbered(8.2, 31).renumbered(9.5, 32))
                        .happens(9, 45),
                left("goes, and others walk past", bag, leaves, passes).happens(9, 45),
                left("stays beside it", bag, brings().stays(50)),
                left(
                        "comes back in time",
                        bag,
                        brings().at(12, 0.8, 0.7).stays(15).at(18, 0.4, 0.7).stays(50)),
                left("leaves it with a companion", bag, leaves, stands(3, 0, 50, 0.45, 0.7)),
                left("sits down and is lost by the model", jacket, brings()),
                left(
                        "sits down and is lost, and another turns up and goes",
                        jacket,
                        brings(),
                        walks(2, 11, 0.4, 0.72, 17, 0.9, 0.72)),
                left("nobody was there", bag),
                left("takes something away", new Thing(7, 0.38, 0.7, 0.06, 0.06, 5, 45, -0.3), leaves));
    }

    private static Actor brings() {
        return Actor.person(1).sized(0.1, 0.3).at(1, 0.1, 0.7).at(4, 0.4, 0.7).stays(9);
    }

    private static Play left(String name, Thing thing, Actor... actors) {
        return Play.of(
                        ABANDONED_OBJECT,
                        name,
                        Scenario.lasting(50).with(actors).feature(StaticRegions.KEY, Belongings.regions(thing)))
                .rule("unattendedS", 10);
    }

    private static List<Play> densities() {
        return List.of(
                density("fills up", second -> second < 15 ? 8 : 40).happens(15, 60),
                density("fills up slowly", second -> Math.min(40, second)).happens(26, 60),
                density("is half full", second -> 12),
                density("is just not full", second -> 23),
                density("is full for a moment", second -> second > 20 && second < 21 ? 40 : 12),
                density("is empty", second -> 0));
    }

    private static Play density(String name, DoubleUnaryOperator persons) {
        return Play.of(
                        CROWD_DENSITY,
                        name,
                        Scenario.lasting(60).feature(HeadCount.KEY, Crowds.heads(0.1, 0.3, 0.9, 0.9, persons)))
                .rule("maxPeople", 25);
    }

    private static List<Play> weapons() {
        return List.of(
                weapon("holds a knife", held(Role.WEAPON, "knife")).happens(3, 11),
                weapon(
                                "holds a knife that is seen now and then",
                                held(Role.WEAPON, "knife").missed(0.5))
                        .happens(3, 11),
                weapon("holds a telephone", held(Role.OTHER, "cell phone")),
                weapon("holds an umbrella", held(Role.OTHER, "umbrella")),
                weapon(
                        "holds what is rather a telephone",
                        held(Role.WEAPON, "knife").confident(0.4),
                        held(3, Role.OTHER, "cell phone").confident(0.6)),
                weapon("holds nothing"));
    }

    /** Somebody goes to and fro; what he holds is in front of him. */
    private static Play weapon(String name, Actor... things) {
        Actor holder = Actor.person(1)
                .sized(0.12, 0.3)
                .at(2, 0.3, 0.5)
                .at(7, 0.65, 0.5)
                .at(12, 0.3, 0.5);
        return Play.of(
                WEAPON,
                name,
                Scenario.lasting(20).picture(ASPECT, 720).with(holder).with(things));
    }

    private static Actor held(Role role, String label) {
        return held(2, role, label);
    }

    private static Actor held(long id, Role role, String label) {
        return Actor.of(id, role, label)
                .sized(0.02, 0.05)
                .at(3, 0.39, 0.38)
                .at(7, 0.67, 0.38)
                .at(11, 0.39, 0.38);
    }
}
