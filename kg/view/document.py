"""HTML files that need nothing else: their style and scripts lie in them, and they ask no network for anything.

What comes from an article or a graph is data, never markup: templates escape it, and as JSON no tag can begin or end in
it. The Content-Security-Policy of a template runs no other script than those in the file, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["LOOK", "document", "hash_of", "json_data"]

LOOK = Path(__file__).with_name("assets") / "look.css"
"""The colours, letters and manners that all pages share."""


def document(template: Path, styles: Sequence[Path], scripts: Sequence[str] = (), **values: Any) -> str:
    """The text of an HTML file from a Jinja template, which is given `style`, `style_hash`, `scripts` and
    `script_hashes` besides `values`. It may include `head.html`, the head that all pages have, which needs a `title`.
    """
    import jinja2
    from markupsafe import Markup

    style = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([template.parent, LOOK.parent]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template.name).render(
        style=Markup(style),
        style_hash=hash_of(style),
        scripts=[Markup(script) for script in scripts],
        script_hashes=[hash_of(script) for script in scripts],
        **values,
    )


def json_data(data: Any) -> Markup:
    """JSON in which no HTML tag, comment or entity can begin."""
    from markupsafe import Markup

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def hash_of(text: str) -> str:
    """The source expression of a Content-Security-Policy that allows this script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
