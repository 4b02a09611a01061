package org.scora.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.scora.fit.Accuracy.Scored;

/** Draws what scores say beside what came true, both in log10 odds: points on the diagonal keep their word. */
final class ReliabilityDiagram {
    private static final double LOWEST = -4;
    private static final double HIGHEST = 6;
    private static final int FEWEST = 10;

    private ReliabilityDiagram() {}

    static void draw(Map<String, List<Scored>> byName, Path png) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(700)
                .title("Do scores come true?")
                .xAxisTitle("Score: log10 odds that the mail is unwanted, mean of a band")
                .yAxisTitle("What came true: log10 (unwanted / wanted), half a message added to both")
                .build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        chart.addSeries("as said", new double[] {LOWEST, HIGHEST}, new double[] {LOWEST, HIGHEST})
                .setMarker(SeriesMarkers.NONE);
        byName.forEach((name, scored) -> add(chart, name, scored));
        BitmapEncoder.saveBitmap(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    private static void add(XYChart chart, String name, List<Scored> scored) {
        List<Double> said = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        for (double from = LOWEST; from < HIGHEST; from++) {
            double lower = from;
            List<Scored> band = scored.stream()
                    .filter(one -> one.score() >= lower && one.score() < lower + 1)
                    .toList();
            if (band.size() >= FEWEST) {
                said.add(band.stream().mapToDouble(Scored::score).average().orElse(0));
                double unwanted = band.stream().filter(Scored::unwanted).count();
                came.add(Math.log10((unwanted + 0.5) / (band.size() - unwanted + 0.5)));
            }
        }
        if (!said.isEmpty()) {
            chart.addSeries(name, said, came).setMarker(SeriesMarkers.CIRCLE);
        }
    }
}
