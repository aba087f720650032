"""On what a row of a table rests, in Chinese: the law with its article, the campaign's own plan, or what it is else."""

from __future__ import annotations

import re

_PLAN = re.compile(r"\bplan \S+〔\d+〕\d+号(?: part)?")
"""The plan the shipped tables were drawn from; another campaign carries out a plan of its own."""
_ARTICLES = re.compile(r" arts? ([\d, ()-]*\d\)?)")
_WORDS = {
    "threshold proposal": "限差为建议值",
    "practice": "实务做法",
    "proposal": "本系统建议",
    "unverified": "待核实",
    "standard ": "标准 ",
    "standard": "标准",
    "computed": "推算",
    " of ": "：",
    " (3 decimals)": "（三位小数）",
    "; ": "；",
}


def basis_zh(basis: str, plan_document: str = "") -> str:
    """The basis of a row; ``plan_document`` is the number of the campaign's plan, empty where it has none."""
    text = _PLAN.sub(plan_document or "专项行动实施方案", basis)
    text = _ARTICLES.sub(r"第\1条", re.sub(r"\b(law|plan) ", "", text))
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    return text
