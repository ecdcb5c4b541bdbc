package dev.vsa.bench.suite;

import java.util.List;
import java.util.Map;

/** A self-contained HTML page, written piece by piece; texts are escaped. */
final class Page {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            th,td{padding:.25rem .5rem;text-align:right;border-bottom:1px solid #8883}
            th:nth-child(-n+2),td:nth-child(-n+2),td.text,th.text{text-align:left}
            .stages th:last-child{text-align:left}
            tr.case td{color:#777;border-bottom-style:dotted}
            .stretch{color:#0a7d33;font-weight:600}.met,.part{color:#3a7a1a}.missed{color:#c22;font-weight:700}.none{color:#888}
            figure{display:inline-block;margin:.5rem}img{max-width:100%;background:#fff;border-radius:6px}
            .warn{background:#fa03;border-left:4px solid #e90;padding:.5rem 1rem}
            small{color:#777}
            """;

    private final StringBuilder out = new StringBuilder(1 << 16);

    Page(String title) {
        out.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" ")
                .append("content=\"width=device-width\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(escape(title))
                .append("</h1>\n");
    }

    Page heading(String text) {
        return element("h2", "", text);
    }

    Page paragraph(String text) {
        return element("p", "", text);
    }

    Page warning(String text) {
        return element("p", "warn", text);
    }

    Page open(String tag, String style) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>');
        return this;
    }

    Page close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Page element(String tag, String style, String text) {
        open(tag, style);
        out.append(escape(text));
        return close(tag);
    }

    Page facts(Map<String, String> facts) {
        open("table", "");
        facts.forEach((key, value) ->
                open("tr", "").element("td", "", key).element("td", "", value).close("tr"));
        return close("table");
    }

    Page head(List<String> names) {
        open("tr", "");
        names.forEach(name -> element("th", "", name));
        return close("tr");
    }

    Page image(String caption, String pngInBase64) {
        out.append("<figure><img alt=\"").append(escape(caption)).append("\" src=\"data:image/png;base64,");
        out.append(pngInBase64).append("\"></figure>\n");
        return this;
    }

    @Override
    public String toString() {
        return out + "</html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
