"""pyproj is called in threads that Python made, whoever asks: in a thread of Qt its second call would crash."""

from __future__ import annotations

import _thread
import queue
import threading
from typing import Callable

import pytest

from anze_idle_land_plugin.geodesy.proj_thread import with_proj
from anze_idle_land_plugin.geodesy.zones import GEOGRAPHIC_EPSG, transform
from anze_idle_land_plugin.readers.vector.crs import stated_crs


def in_foreign_thread(task: Callable[[], object]) -> object:
    """The result of a task in a thread that the threading module did not make."""
    done: queue.Queue[object] = queue.Queue()
    _thread.start_new_thread(lambda: done.put(task()), ())
    return done.get(timeout=60)


def test_the_main_thread_calls_it_itself() -> None:
    assert with_proj(threading.current_thread) is threading.main_thread()


def test_any_other_thread_has_it_called_in_one_that_python_made() -> None:
    first, second = (in_foreign_thread(lambda: with_proj(threading.current_thread)) for _ in range(2))
    assert isinstance(first, threading.Thread) and first.name.startswith("proj")
    assert first is second


def test_a_transformation_is_the_same_wherever_it_is_asked_for() -> None:
    points = [(37612345.678, 4001234.567)]
    here = transform(points, 4525, GEOGRAPHIC_EPSG)
    assert [in_foreign_thread(lambda: transform(points, 4525, GEOGRAPHIC_EPSG)) for _ in range(3)] == [here] * 3


def test_a_failure_reaches_the_one_who_asked() -> None:
    def fail() -> None:
        raise ValueError("no such grid")

    def asking() -> object:
        with pytest.raises(ValueError, match="no such grid"):
            with_proj(fail)
        return "told"

    assert in_foreign_thread(asking) == "told"


def test_the_system_of_a_layer_is_read_in_a_thread_too() -> None:
    wkt = 'GEOGCS["X",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140,298.257]],PRIMEM["G",0],UNIT["D",0.0174532925]]'
    stated = stated_crs(wkt, "a.shp")
    assert stated.refusal is not None and stated.refusal.code == "old_datum"
    stated_crs.cache_clear()
    assert in_foreign_thread(lambda: stated_crs(wkt, "a.shp")) == stated
