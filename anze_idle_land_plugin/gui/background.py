"""An algorithm of ours in a task of its own: the window stays alive, progress and cancelling work."""

from __future__ import annotations

from typing import Mapping, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QObject, pyqtSignal


class _Feedback(QgsProcessingFeedback):
    """Keeps the sentence with which a job stopped. It is told from the task's thread."""

    def __init__(self) -> None:
        super().__init__(False)
        self.sentence = ""

    def reportError(self, error: str, fatal: bool = False) -> None:
        self.sentence = error


class AlgorithmRun(QObject):
    """One run. When ``finished`` says True the ``outputs`` are there, else the ``sentence`` says why not.

    The task works on the context and the feedback kept here, so a run lives until its task has ended, also when
    the window that began it is gone.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(bool)

    def __init__(self, algorithm: str, parameters: Mapping[str, object]) -> None:
        super().__init__()
        self.algorithm: QgsProcessingAlgorithm = QgsApplication.processingRegistry().createAlgorithmById(
            f"anze:{algorithm}"
        )
        self.parameters = dict(parameters)
        self.outputs: dict[str, object] = {}
        self.sentence = ""
        self._context, self._feedback = QgsProcessingContext(), _Feedback()
        self._task: Optional[QgsProcessingAlgRunnerTask] = None

    def start(self) -> None:
        """Check the parameters as the toolbox does, then run."""
        fits, sentence = self.algorithm.checkParameterValues(self.parameters, self._context)
        if not fits:
            self.sentence = sentence
            self.finished.emit(False)
            return
        log_run(self.algorithm, self.parameters, self._context)
        self._task = QgsProcessingAlgRunnerTask(self.algorithm, self.parameters, self._context, self._feedback)
        self._task.progressChanged.connect(self.progressed)
        self._task.executed.connect(self._executed)
        _ALIVE.add(self)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Ask the job to stop; ``finished`` says when it has."""
        if self._task is not None:
            self._task.cancel()

    def abandon(self) -> None:
        """Stop, and tell nobody any more."""
        self.blockSignals(True)
        self.cancel()

    def _executed(self, successful: bool, outputs: Mapping[str, object]) -> None:
        self._task = None
        _ALIVE.discard(self)
        self.outputs, self.sentence = dict(outputs), self._feedback.sentence
        self.finished.emit(successful)


_ALIVE: set[AlgorithmRun] = set()


def log_run(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, object], context: QgsProcessingContext) -> None:
    """Put the run into the Processing history, as the dialog of the toolbox does."""
    command = algorithm.asPythonCommand(dict(parameters), context)
    if hasattr(QgsGui, "historyProviderRegistry"):  # QGIS 3.24 and later
        entry = {
            "python_command": command,
            "algorithm_id": algorithm.id(),
            "parameters": dict(parameters),
        }
        QgsGui.historyProviderRegistry().addEntry("processing", entry)
        return
    from processing.core.ProcessingLog import ProcessingLog

    ProcessingLog.addToLog(command)
