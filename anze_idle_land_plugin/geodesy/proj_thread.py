"""A thread made by Python for PROJ: pyproj crashes in the threads of Qt, in which QGIS runs its background jobs.

pyproj 3.7.0 to 3.7.2 (QGIS 3.40 and 3.44 bring them) free a thread's PROJ context when Python forgets the thread, but
find it again as long as the thread of the system lives. A job in one of Qt's pooled threads is forgotten when it ends;
the next job in the same thread then works on freed memory and takes QGIS down (pyproj issues 1509 and 1622).
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Callable, TypeVar

_Result = TypeVar("_Result")
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proj")


def with_proj(task: Callable[[], _Result]) -> _Result:
    """The result of a task that calls pyproj, run where that is safe; the caller waits for it."""
    if threading.current_thread() is threading.main_thread():
        return task()
    return _thread.submit(task).result()
