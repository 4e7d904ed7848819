"""Communiqué: news of diplomacy as a knowledge graph.

import kg

graph = kg.build("article.txt", date="2024-05-17")
for row in kg.facts(graph, "visit"):
    print(row["visitor"]["label"], row["destination"]["label"], row["evidence"]["text"])
"""

from kg.build import build
from kg.errors import KgError
from kg.facts import facts
from kg.store import open_graph, query

__all__ = ["KgError", "build", "facts", "open_graph", "query"]
