package org.scora.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws charts, on nothing: what stands behind them shines through. Throws a RuntimeException or an Error where Java can not draw, such as on
 * a machine without fonts.
 */
public final class Charts {
    /** How wide it is shown; see {@link #WIDTH}. */
    public static final int SHOWN = 536;

    /** Pixels from left to right; a mail shows two thirds of them, so that it is sharp on most screens. */
    public static final int WIDTH = 804;

    /** Pixels from top to bottom. */
    public static final int HEIGHT = 360;

    // Can be read on white and on black.
    private static final Color TEXT = new Color(0x7b868e);
    private static final Color LINE = new Color(0x7b, 0x86, 0x8e, 0x48);
    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final int TEXT_SIZE = 20;
    private static final double OVERLAP = 0.86;
    private static final float THICK = 3;
    private static final float[] DASHES = {12, 8};

    private final Locale locale;

    /** @param locale in which numbers are written */
    public Charts(Locale locale) {
        this.locale = locale;
    }

    /** A number for each label. */
    public record Series(String name, Color color, List<Long> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** A line at a number. */
    public record Mark(String name, Color color, double at) {}

    /**
     * Columns, one series upon the other.
     *
     * @param most how many labels are written
     */
    public byte[] stacked(List<String> labels, int most, List<Series> series) {
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler());
        chart.getStyler().setStacked(true).setAvailableSpaceFill(OVERLAP);
        chart.getStyler().setXAxisMaxLabelCount(most);
        for (Series one : series) {
            chart.addSeries(one.name(), labels, one.values()).setFillColor(one.color());
        }
        return png(chart);
    }

    /**
     * Areas in steps, one before the other, and lines from the bottom to the top.
     *
     * @param from where each step begins
     * @param title of the axis
     */
    public byte[] steps(List<Double> from, double width, List<Series> series, List<Mark> marks, String title) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler());
        chart.setXAxisTitle(title);
        double highest = 0;
        for (Series one : series) {
            double[] x = new double[4 * from.size()];
            double[] y = new double[4 * from.size()];
            for (int i = 0; i < from.size(); i++) {
                double value = one.values().get(i);
                highest = Math.max(highest, value);
                double[] edges = {from.get(i), from.get(i), from.get(i) + width, from.get(i) + width};
                double[] heights = {0, value, value, 0};
                System.arraycopy(edges, 0, x, 4 * i, 4);
                System.arraycopy(heights, 0, y, 4 * i, 4);
            }
            add(chart, one.name(), x, y, one.color())
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Area)
                    .setFillColor(one.color())
                    .setShowInLegend(false);
        }
        for (Mark mark : marks) {
            add(chart, mark.name(), new double[] {mark.at(), mark.at()}, new double[] {0, highest}, mark.color())
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Line)
                    .setLineStyle(new BasicStroke(THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0));
        }
        return png(chart);
    }

    private static XYSeries add(XYChart chart, String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        return series;
    }

    private void style(AxesChartStyler styler) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, TEXT_SIZE);
        styler.setLocale(locale)
                .setAxisTickLabelsFont(font)
                .setAxisTitleFont(font)
                .setAxisTickLabelsColor(TEXT)
                .setAxisTicksMarksVisible(false)
                .setAxisTicksLineVisible(false)
                .setPlotGridLinesColor(LINE)
                .setPlotGridVerticalLinesVisible(false)
                .setYAxisDecimalPattern("#,##0")
                .setYAxisMin(0.0)
                .setPlotBorderVisible(false);
        plain(styler, font);
    }

    private static void plain(Styler styler, Font font) {
        styler.setChartBackgroundColor(NOTHING)
                .setPlotBackgroundColor(NOTHING)
                .setLegendBackgroundColor(NOTHING)
                .setLegendBorderColor(NOTHING)
                .setChartFontColor(TEXT)
                .setLegendFont(font)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setChartTitleVisible(false)
                .setChartPadding(12)
                .setLegendPadding(12)
                .setAntiAlias(true);
    }

    private static byte[] png(Chart<?, ?> chart) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            chart.paint(pen, WIDTH, HEIGHT);
        } finally {
            pen.dispose();
        }
        return Png.of(picture);
    }
}
