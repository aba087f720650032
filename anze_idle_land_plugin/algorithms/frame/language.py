"""The language people read: Chinese when QGIS is in Chinese, else the English of the sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "anze"
TRANSLATIONS = Path(__file__).resolve().parents[2] / "i18n"


def tr(sentence: str) -> str:
    """The sentence in the reader's language; placeholders stay as they are."""
    return str(QCoreApplication.translate(CONTEXT, sentence))


def chinese(sentence: str) -> str:
    """The sentence in Chinese whatever language the reader has: official documents are always Chinese."""
    translator = _chinese_translator()
    if translator is None:
        return sentence
    # As bytes: a str is taken as ASCII here, and some sentences name Chinese fields.
    return translator.translate(CONTEXT.encode(), sentence.encode()) or sentence


@cache
def _chinese_translator() -> Optional[QTranslator]:
    translator = QTranslator()
    return translator if translator.load(str(TRANSLATIONS / "anze_zh_CN.qm")) else None


def is_chinese(locale: str) -> bool:
    """zh-Hans (QGIS's own name for it), zh_CN, zh-CN and zh are Chinese; zh_TW and zh-Hant readers get it as well."""
    return locale.replace("-", "_").split("_")[0].lower() == "zh"


def install_translator(locale: Optional[str] = None) -> Optional[QTranslator]:
    """Translate from now on. The caller keeps the translator and removes it when the plugin unloads.

    QgsApplication.locale() may be empty, or "C" in a bare environment; then the system's QLocale decides.
    """
    name = locale or QgsApplication.locale()
    if not name or name == "C":
        name = QLocale().name()
    if not is_chinese(name):
        return None
    translator = QTranslator()
    if not translator.load(str(TRANSLATIONS / "anze_zh_CN.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
