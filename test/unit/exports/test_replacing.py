"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from anze_idle_land_plugin.exports.office.replacing import replacing
from anze_idle_land_plugin.model.messages import CampaignError


class NotWritten(CampaignError):
    sentence = "{file}: {reason}"


def test_the_file_is_put_in_place_when_the_block_ends_well(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.txt", NotWritten) as unfinished:
        unfinished.write_text("新", encoding="utf-8")
        assert not (tmp_path / "a.txt").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_the_old_file_stays_when_the_block_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("旧", encoding="utf-8")
    with pytest.raises(ValueError, match="half"), replacing(tmp_path / "a.txt", NotWritten) as unfinished:
        unfinished.write_text("half", encoding="utf-8")
        raise ValueError("half")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "旧"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_of_the_system_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(NotWritten, match=r"a\.txt"), replacing(tmp_path / "a.txt", NotWritten) as unfinished:
        unfinished.write_text("新", encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_long_name_leaves_room_for_the_ending(tmp_path: Path) -> None:
    path = tmp_path / f"{'镇' * 80}.txt"
    with replacing(path, NotWritten) as unfinished:
        unfinished.write_text("新", encoding="utf-8")
    assert path.exists()
