"""Articles from wherever they lie: files in any common form, folders, standard input, the web.

`articles` reads many, one after the other, and tells of those that it skips; `read_article` reads one or fails.
One module a form: plain text, JSON Lines, CSV, Parquet, feeds, web pages.
"""

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.records import Skipped
from kg.articles.stream import articles, read_article

__all__ = ["MAX_LENGTH", "Skipped", "articles", "read_article"]
