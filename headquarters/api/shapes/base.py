"""What all shapes stand on: strict fields, and texts as the database can hold them."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from headquarters.api.examples import EXAMPLES

WITHOUT_NUL = r"^[^\x00]*$"
"""The one letter that PostgreSQL cannot hold; no person types it."""

Id = Annotated[str, Field(min_length=1, max_length=128, pattern=WITHOUT_NUL)]
Words = Annotated[str, Field(max_length=10_000)]
Label = Annotated[str, Field(max_length=200, pattern=WITHOUT_NUL)]
Login = Annotated[str, Field(max_length=200)]
Name = Annotated[str, Field(max_length=200)]


def _with_example(schema: dict[str, Any], shape: type[BaseModel]) -> None:
    """Show in the description of a shape what one looks like."""
    if shape.__name__ in EXAMPLES:
        schema["examples"] = [EXAMPLES[shape.__name__]]


class Shape(BaseModel):
    """A value that takes no field that it does not know."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_with_example)
