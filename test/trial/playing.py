"""The trial campaign: a county's invented year of 19 parcels, played headless from its files by the algorithms alone.

Only ids and parameters of algorithms are used, which never change: any version of the plugin plays it. Also a command::

    PYTHONPATH=test sh tools/headless.sh .venv/bin/python -m trial.playing trial campaign.gpkg
"""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator, Mapping, NamedTuple

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback

DATA = Path(__file__).resolve().parent.parent / "data"
INPUTS = DATA / "trial"
PARTLY_SUPPLIED = DATA / "partly_supplied"
LAYERS = {"COUNTY": "county", "TOWNS": "towns", "ZONE": "zone"}
SURVEYS = (("unsupplied", "unsupplied"), ("unsupplied2", "unsupplied"), ("idle", "idle"))
LEDGERS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("批而未供台账.xlsx", "unsupplied", {"SHEET": "批而未供明细", "MAPPING": '{"地块号": "TBBH"}'}),
    ("闲置台账.xlsx", "idle", {}),
)

Run = Callable[..., Mapping[str, object]]


class Refused(Exception):
    """An algorithm did not do its work; the sentence people see."""


class Refusal(NamedTuple):
    """A row of events.csv that was not recorded, and the sentence that said why."""

    row: Mapping[str, str]
    sentence: str


def play(run: Run, path: Path) -> list[Refusal]:
    """Make the campaign file and record its whole year. Returns what was refused, in order.

    ``run`` runs an algorithm by id with its parameters and raises Refused. Outlines are the sample's.
    """
    from anze_idle_land_plugin.algorithms.samplecampaign import sample_folder

    context = sample_folder() / "context"
    layers = {name: str(context / f"{layer}.geojson") for name, layer in LAYERS.items()}
    run("createcampaign", NAME="试算专项行动", YEAR=2023, TASKS=str(INPUTS / "tasks.xlsx"), OUTPUT=str(path), **layers)
    for folder, which in SURVEYS:
        run("importparcels", CAMPAIGN=str(path), INPUT=str(INPUTS / folder), LIST=which)
    for file, which, told in LEDGERS:
        run("attachledger", CAMPAIGN=str(path), INPUT=str(INPUTS / file), LIST=which, **told)
    return record_rows(run, path, INPUTS)


def play_partly_supplied(run: Run, path: Path) -> list[Refusal]:
    """One parcel of 1.5 ha by its documents (its outline has more), without a ledger, of which 1.0 ha is supplied."""
    run("createcampaign", NAME="部分供应", YEAR=2023, OUTPUT=str(path))
    run("importparcels", CAMPAIGN=str(path), INPUT=str(PARTLY_SUPPLIED / "survey.txt"), LIST="unsupplied")
    return record_rows(run, path, PARTLY_SUPPLIED)


def record_rows(run: Run, path: Path, inputs: Path) -> list[Refusal]:
    """Record events.csv of a folder in its order: facts, steps, and lists downloaded from the monitoring system."""
    with open(inputs / "events.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    refusals = []
    for row in rows:
        try:
            _record(run, path, row, inputs)
        except Refused as refused:
            refusals.append(Refusal(row, str(refused)))
    return refusals


def _record(run: Run, path: Path, row: Mapping[str, str], inputs: Path) -> None:
    common = {"CAMPAIGN": str(path), "LIST": row["list"]}
    if row["kind"] == "list":
        run("reconcile", **common, INPUT=str(inputs / row["value"]), AS_OF=row["effective_on"])
        return
    case = {**common, "PARCELS": row["code"], "DATE": row["effective_on"], "DOCUMENT": row["document"]}
    if row["kind"] == "fact":
        run("recordfact", **case, FIELD=row["field"], VALUE=row["value"])
    else:
        area = {"AREA": float(row["area_ha"])} if row["area_ha"] else {}
        scan = {"ATTACHMENTS": str(inputs / row["attachment"])} if row["attachment"] else {}
        run("changestate", **case, TRANSITION=row["step"], **area, **scan)


@contextmanager
def plugin() -> Iterator[Run]:
    """QGIS without windows, with the built plugin or the one of ``ANZE_PLUGINS``: what the commands play with."""
    import conftest  # noqa: F401 (it puts the plugin on the path)
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    yield running()
    application.exitQgis()


def running(feedback: QgsProcessingFeedback | None = None) -> Run:
    """Algorithms of the plugin that is on the path, run as QGIS runs them. Needs a QgsApplication."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

    from anze_idle_land_plugin.algorithms.provider import CampaignProvider

    provider = CampaignProvider()
    provider.loadAlgorithms()

    def run(name: str, **parameters: object) -> Mapping[str, object]:
        algorithm, context = provider.algorithm(name), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        fits, sentence = algorithm.checkParameterValues(parameters, context)
        if not fits:
            raise Refused(sentence)
        try:
            results, _ = algorithm.create().run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        except QgsProcessingException as refused:
            raise Refused(str(refused)) from refused
        return dict(results)

    return run


STORIES = {"trial": play, "partly_supplied": play_partly_supplied}


def main() -> None:
    with plugin() as run:
        for refusal in STORIES[sys.argv[1]](run, Path(sys.argv[2])):
            print(*refusal.row.values(), refusal.sentence)


if __name__ == "__main__":
    main()
