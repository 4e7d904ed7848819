"""The options of `kg query` that come from the query itself."""

from collections.abc import Iterable, Sequence
from inspect import Parameter as SignatureParameter
from inspect import Signature
from typing import Any

import typer
from typer.core import TyperCommand

from kg.errors import KgError
from kg.queries import questions, sparql
from kg.queries.parameters import Parameter, parameters

__all__ = ["Query", "given"]

_GIVEN, _NAMED = f"{__name__}.given", f"{__name__}.named"


def given(context: typer.Context) -> dict[str, str]:
    """The values that were given for a query's parameters, by the parameters' names."""
    return dict(context.meta.get(_GIVEN, {}))


class Query(TyperCommand):
    """A command with an option for each parameter of the query among its arguments."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.meta[_NAMED] = _named(args)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:
        declared = ctx.meta.get(_NAMED, {})
        return [*super().get_params(ctx), *(_options(declared.values()) if declared else ())]


def _named(arguments: Sequence[str]) -> dict[str, Parameter]:
    """The parameters of the first query with a name, or in a file, among arguments."""
    names = questions()
    query = next((one for one in arguments if one in names or one.endswith(".rq")), None)
    try:
        return parameters(sparql(query)) if query else {}
    except KgError:  # a file that cannot be read, which the command tells
        return {}


def _options(declared: Iterable[Parameter]) -> list[Any]:
    """The options as Typer makes them from a function that takes them."""

    def command(**_: str | None) -> None: ...

    values = {one.name: _option(one) for one in declared}
    command.__annotations__ = dict.fromkeys(values, str | None)
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [SignatureParameter(name, SignatureParameter.KEYWORD_ONLY, default=value) for name, value in values.items()]
    )
    app = typer.Typer(add_completion=False)
    app.command()(command)
    return list(typer.main.get_command(app).params)


def _option(parameter: Parameter) -> Any:
    return typer.Option(
        None,
        f"--{parameter.name}",
        metavar="TIME" if parameter.kind == "time" else "NAME",
        help=f"{parameter.meaning[:1].upper()}{parameter.meaning[1:]}.",
        expose_value=False,
        callback=_note,
        rich_help_panel="Options of this query",
    )


def _note(context: typer.Context, option: typer.CallbackParam, value: str | None) -> None:
    if value is not None:
        context.meta.setdefault(_GIVEN, {})[option.name] = value
