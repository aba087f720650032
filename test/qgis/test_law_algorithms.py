"""anze:duesteps, anze:advice and anze:notices on the shipped sample, as QGIS runs them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from anze_idle_land_plugin.algorithms.provider import CampaignProvider

DAY = "2023-06-30"


def run(provider: CampaignProvider, algorithm: str, **parameters: Any) -> dict[str, Any]:
    found = provider.algorithm(algorithm)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    fine, sentence = found.checkParameterValues(parameters, context)
    if not fine:
        raise QgsProcessingException(sentence)
    outputs, done = found.run(parameters, context, feedback)
    if not done:
        raise QgsProcessingException(feedback.textLog())
    return dict(outputs)


@pytest.fixture(scope="module")
def campaign(provider: CampaignProvider, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("law") / "campaign.gpkg"
    run(provider, "samplecampaign", OUTPUT=str(path))
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_due_steps_of_the_sample_come_as_csv_with_one_row_a_step(
    provider: CampaignProvider, campaign: Path, tmp_path: Path
) -> None:
    output = tmp_path / "due.csv"
    done = run(provider, "duesteps", CAMPAIGN=str(campaign), LIST="idle", AS_OF=DAY, OUTPUT=str(output))
    rows = rows_of(output)
    assert done["ROWS"] == len(rows) > 30
    assert {row["类别"] for row in rows} == {"闲置土地"}
    served = next(row for row in rows if row["下一步"].startswith("TX06"))
    assert served["到期日"] and served["剩余天数"] and served["所需文书"]


def test_advice_of_the_sample_has_one_row_a_parcel(provider: CampaignProvider, campaign: Path, tmp_path: Path) -> None:
    output = tmp_path / "advice.csv"
    done = run(provider, "advice", CAMPAIGN=str(campaign), AS_OF=DAY, OUTPUT=str(output))
    rows = rows_of(output)
    assert done["ROWS"] == len(rows) == 100
    principles = {row["建议原则"] for row in rows if row["建议原则"]}
    assert principles >= {"应征则征", "不能征则退", "应供则供", "不能供则调", "应建则建", "不能建则收"}
    assert all(row["理由"] and row["规则"] for row in rows if row["建议处置方式"])


@pytest.mark.parametrize("kind", ["investigation", "hearing", "publication", "assignment", "dossier"])
def test_documents_of_the_sample_open_again(
    kind: str, provider: CampaignProvider, campaign: Path, tmp_path: Path
) -> None:
    done = run(provider, "notices", CAMPAIGN=str(campaign), KIND=kind, AS_OF=DAY, OUTPUT=str(tmp_path))
    manifest = rows_of(tmp_path / f"{kind}.csv")
    files = [row["文件"] for row in manifest if row["文件"]]
    assert done["DOCUMENTS"] == len(files) > 0
    assert all(Document(str(tmp_path / file)).paragraphs for file in files)
    assert len(files) == len({*files})


def test_a_document_the_law_does_not_allow_is_counted_and_said(
    provider: CampaignProvider, campaign: Path, tmp_path: Path
) -> None:
    done = run(
        provider,
        "notices",
        CAMPAIGN=str(campaign),
        LIST="idle",
        KIND="takeback",
        PARCELS="2023-X-020,2023-X-027",
        AS_OF=DAY,
        OUTPUT=str(tmp_path),
    )
    assert (done["DOCUMENTS"], done["REFUSED"]) == (1, 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"KIND": "takeback", "PARCELS": "2023-X-999"}, "2023-X-999"),
        ({"KIND": "fee", "LIST": "unsupplied"}, "idle"),
        ({"KIND": "poem"}, "KIND"),
    ],
)
def test_what_cannot_be_drafted_stops_with_one_sentence(
    given: dict[str, str], said: str, provider: CampaignProvider, campaign: Path, tmp_path: Path
) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        run(provider, "notices", CAMPAIGN=str(campaign), AS_OF=DAY, OUTPUT=str(tmp_path), **given)
