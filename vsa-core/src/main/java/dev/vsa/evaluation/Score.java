package dev.vsa.evaluation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How well one event was detected: counts, and the figures that follow from them. A figure that nothing can be said of (the
 * precision of no alert at all) is NaN.
 *
 * @param labels labelled occurrences that were judged
 * @param found of those, the ones that an alert matched
 * @param falseAlerts alerts that matched nothing
 * @param repeats further alerts of an occurrence that was found already, while it lasted; wanted: 0
 * @param hours hours of footage in which the event was judged
 * @param blindHours of those, the hours in which the detector said that it could not judge
 * @param delaysS of each found occurrence, the seconds from the moment when an alert was due to the alert; in rising order
 * @param policy constants of the figures
 */
public record Score(
        int labels,
        int found,
        int falseAlerts,
        int repeats,
        double hours,
        double blindHours,
        List<Double> delaysS,
        ScoringPolicy policy) {

    /** Sorts the delays. */
    public Score {
        delaysS = delaysS.stream().sorted().toList();
    }

    /** A score of nothing yet. */
    static Score none(ScoringPolicy policy) {
        return new Score(0, 0, 0, 0, 0, 0, List.of(), policy);
    }

    /** Two scores of different footage, taken together. */
    Score plus(Score other) {
        return new Score(
                labels + other.labels,
                found + other.found,
                falseAlerts + other.falseAlerts,
                repeats + other.repeats,
                hours + other.hours,
                blindHours + other.blindHours,
                Stream.concat(delaysS.stream(), other.delaysS.stream()).toList(),
                policy);
    }

    /** The same counts over other hours. */
    Score over(double newHours, double newBlindHours) {
        return new Score(labels, found, falseAlerts, repeats, newHours, newBlindHours, delaysS, policy);
    }

    /** Occurrences that no alert matched. */
    public int missed() {
        return labels - found;
    }

    /** Of the occurrences that were told, the share that was true; repeats count neither way. */
    public double precision() {
        return (double) found / (found + falseAlerts);
    }

    /** Of the true occurrences, the share that was found. */
    public double recall() {
        return (double) found / labels;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return 2.0 * found / (labels + found + falseAlerts);
    }

    /**
     * {@code (α + 1) · R · P / (R + α · P)}, the form in which the i-LIDS evaluations (UK Home Office) weigh recall against
     * precision. It is their formula alone: neither footage, scenarios nor α are theirs, so no figure here is i-LIDS-conformant.
     */
    public double fAlpha() {
        double p = precision();
        double r = recall();
        return p == 0 && r == 0 ? 0 : (policy.alpha() + 1) * r * p / (r + policy.alpha() * p);
    }

    /**
     * The normalised detection cost rate of NIST's TRECVID surveillance event detection: {@code P_miss + β · R_FA}, false
     * alerts an hour. 0 is perfect; saying nothing at all costs 1.
     */
    public double ndcr() {
        return 1 - recall() + policy.beta() * falsePerHour();
    }

    /** The share of the hours in which the detector could judge: where it is small, a good precision means little. */
    public double judgedShare() {
        return 1 - blindHours / hours;
    }

    /** False alerts in an hour of judged footage. */
    public double falsePerHour() {
        return falseAlerts / hours;
    }

    /** The exact Poisson confidence interval of {@link #falsePerHour()}: wide where there is little footage. */
    public Interval falsePerHourInterval() {
        return Interval.poisson(falseAlerts, policy.confidence()).times(1 / hours);
    }

    /**
     * A quantile of the delays, linear between the two that it lies between (Hyndman and Fan's type 7).
     *
     * @param share 0 to 1
     * @return seconds; NaN if nothing was found
     */
    public double delayS(double share) {
        if (delaysS.isEmpty()) {
            return Double.NaN;
        }
        double place = share * (delaysS.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, delaysS.size() - 1);
        return delaysS.get(below) + (place - below) * (delaysS.get(above) - delaysS.get(below));
    }
}
