"""The first file of an office's table: what it holds, and that an update of the plugin leaves it alone."""

from __future__ import annotations

import csv
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue.office_files import OfficeTableNotWritten
from anze_idle_land_plugin.catalogue.overrides import settable
from anze_idle_land_plugin.catalogue.tables import shipped


def rows(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def write(file: Path, lines: list[dict[str, str]]) -> None:
    with open(file, "w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


@pytest.mark.parametrize("table", catalogue.office_tables())
def test_a_table_that_was_only_begun_changes_nothing(table: str, tmp_path: Path) -> None:
    file = catalogue.begin_table(tmp_path, table)
    assert len(rows(file)) == len(shipped(table))
    with catalogue.under([tmp_path]):
        assert catalogue.office_differences() == ()


def test_what_is_filled_in_beside_its_default_is_what_differs(tmp_path: Path) -> None:
    file = catalogue.begin_table(tmp_path, "policy_numbers")
    lines = rows(file)
    fee = next(each for each in lines if each["name"] == "idle_fee_rate")
    assert (fee["value"], fee["默认：value"]) == ("", "20")
    fee["value"] = "25"
    write(file, lines)
    with catalogue.under([tmp_path]):
        (only,) = catalogue.office_differences()
        assert (only.table, only.row, only.column) == ("policy_numbers", "idle_fee_rate", "value")
        assert (only.default, only.now, only.file) == ("20", "25", str(file))


def test_a_table_that_is_there_is_not_begun_again(tmp_path: Path) -> None:
    file = catalogue.begin_table(tmp_path, "status_lines")
    file.write_text("status,colour\noverdue,#123456\n", encoding="utf-8")
    assert catalogue.begin_table(tmp_path, "status_lines") == file
    assert "#123456" in file.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "office").write_text("a file", encoding="utf-8")
    with pytest.raises(OfficeTableNotWritten, match="office"):
        catalogue.begin_table(tmp_path / "office" / "inside", "status_lines")


def test_an_update_of_the_plugin_keeps_what_the_office_set(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """QGIS takes the plugin's folder away and unpacks the new one in its place; the profile around it stays."""
    from qgis.core import QgsApplication

    from anze_idle_land_plugin.settings import office_folder, office_folders

    plugin = tmp_path / "python" / "plugins" / "anze_idle_land_plugin"
    package = Path(catalogue.__file__).parents[1]
    shutil.copytree(package / "catalogue", plugin / "catalogue")
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: f"{tmp_path}/")
    file = catalogue.begin_table(office_folder(""), "policy_numbers")
    assert plugin not in file.parents and package not in file.parents
    lines = rows(file)
    lines[[each["name"] for each in lines].index("idle_fee_rate")]["value"] = "25"
    write(file, lines)
    shutil.rmtree(plugin)
    shutil.copytree(package / "catalogue", plugin / "catalogue")
    with catalogue.under(office_folders()):
        assert catalogue.clock_rules().fee_rate == Fraction(1, 4)


def test_every_key_of_a_settable_table_tells_its_rows_apart() -> None:
    for name, about in settable(shipped).items():
        keys = [about.key_of(row) for row in shipped(name)]
        assert len(set(keys)) == len(keys), name
