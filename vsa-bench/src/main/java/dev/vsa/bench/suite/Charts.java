package dev.vsa.bench.suite;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** The plots of a run, as PNG in base 64. */
final class Charts {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 340;
    private static final int RATIOS_WIDTH = 1100;

    private Charts() {}

    /** How much of its target each stage uses: below 1 is met; "" if nothing was measured. */
    static String ratios(List<Row> rows) {
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Row row : rows) {
            if (row.measured()) {
                names.add(row.id());
                shares.add(Math.min(3, row.strain()));
            }
        }
        if (names.isEmpty()) {
            return "";
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(RATIOS_WIDTH)
                .height(HEIGHT)
                .title("Ratio over its target: at most 1 is met (cut at 3)")
                .build();
        plain(chart);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.addSeries("ratio over target", names, shares).setFillColor(new Color(0x2f6f9f));
        return png(chart);
    }

    /** Time over the amount of work, both logarithmic. */
    static String growth(Growth growth, Map<String, Sample> samples) {
        List<Double> work = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        String unit = "";
        for (Map.Entry<Integer, Measured> point : growth.points().entrySet()) {
            Sample sample = samples.get(point.getValue().name());
            if (sample != null) {
                work.add((double) point.getKey());
                times.add(growth.shown(point.getKey(), sample.median()));
                unit = sample.unit();
            }
        }
        if (work.size() < 2) {
            return "";
        }
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(growth.title())
                .xAxisTitle(growth.across())
                .yAxisTitle(unit)
                .build();
        plain(chart);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        chart.addSeries("measured", work, times);
        if (growth.parts() == 0) {
            chart.addSeries("n log n through the first", work, nLogN(work, times.get(0)));
        }
        return png(chart);
    }

    private static List<Double> nLogN(List<Double> work, double first) {
        double unit = cost(Collections.min(work));
        return work.stream().map(n -> first * cost(n) / unit).toList();
    }

    private static double cost(double n) {
        return n * Math.log(n + 1);
    }

    private static void plain(Chart<?, ?> chart) {
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
    }

    private static String png(Chart<?, ?> chart) {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        chart.paint(g, chart.getWidth(), chart.getHeight());
        g.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
