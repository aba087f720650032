"""Native charts in a docx: vector, to be restyled in Word. The numbers stand in the chart itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumVal, StrData, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.xml.functions import tostring

if TYPE_CHECKING:
    from docx.document import Document

CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
DRAWING_NS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EMU_PER_MM = 36000
Values = Sequence[Optional[float]]


def line_chart(categories: Sequence[str], series: Sequence[tuple[str, str, Values]]) -> LineChart:
    """Rates over days: name, colour (RRGGBB) and fractions of each line; None leaves the line open."""
    chart = LineChart()
    for name, colour, values in series:
        line = _series(name, categories, values)
        line.smooth = False
        line.marker.symbol = "none"
        line.graphicalProperties.line.solidFill = colour
        line.graphicalProperties.line.width = 28000
        chart.series.append(line)
    return _dressed(chart)


def bar_chart(categories: Sequence[str], series: Sequence[tuple[str, str, Values]]) -> BarChart:
    """Rates of units side by side, each bar with its number."""
    chart = BarChart()
    chart.type, chart.gapWidth = "col", 60
    for name, colour, values in series:
        bars = _series(name, categories, values)
        bars.graphicalProperties.solidFill = colour
        bars.dLbls = DataLabelList(numFmt="0%", showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
        chart.series.append(bars)
    return _dressed(chart)


def add_chart(document: Document, chart: ChartBase, width_mm: float, height_mm: float) -> None:
    """Put a chart into a centred paragraph of its own at the end of a document."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    package = document.part.package
    number = sum(part.partname.startswith("/word/charts/") for part in package.iter_parts()) + 1
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE, tostring(chart._write()), package)
    relation = document.part.relate_to(part, f"{RELATION}/chart")
    width, height = round(width_mm * EMU_PER_MM), round(height_mm * EMU_PER_MM)
    drawing = (
        f'<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<wp:inline xmlns:wp="{DRAWING_NS}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{1000 + number}" name="图{number}"/>'
        f'<a:graphic xmlns:a="{MAIN_NS}"><a:graphicData uri="{CHART_NS}">'
        f'<c:chart xmlns:c="{CHART_NS}" xmlns:r="{RELATION}" r:id="{relation}"/>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    paragraph = document.add_paragraph()
    paragraph.alignment = 1
    paragraph.add_run()._r.append(parse_xml(drawing))


def _series(name: str, categories: Sequence[str], values: Values) -> Series:
    numbers = [NumVal(idx=index, v=f"{value:.6f}") for index, value in enumerate(values) if value is not None]
    texts = [StrVal(idx=index, v=text) for index, text in enumerate(categories)]
    series = Series(
        val=NumDataSource(numLit=NumData(formatCode="0%", ptCount=len(values), pt=numbers)),
        cat=AxDataSource(strLit=StrData(ptCount=len(texts), pt=texts)),
    )
    series.tx = SeriesLabel(v=name)
    return series


def _dressed(chart: ChartBase) -> ChartBase:
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0%", 0
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.legend.position = "b"
    return chart
