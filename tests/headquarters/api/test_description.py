"""The description of the API (OpenAPI) says of each address what it does, how it goes wrong, how it looks."""

import inspect
from types import SimpleNamespace

import pytest
from fastapi import FastAPI

from headquarters.api import api_router
from headquarters.api.examples import EXAMPLES
from headquarters.api.shapes import people, records, team
from headquarters.api.shapes.base import Shape

SHAPES = {
    name: shape
    for module in (people, records, team)
    for name, shape in inspect.getmembers(module, inspect.isclass)
    if issubclass(shape, Shape) and shape is not Shape
}
JSON = "application/json"


@pytest.fixture(scope="module")
def described():
    """Every operation of people's API, by method and address; and the schemas."""
    app = FastAPI()
    app.include_router(api_router)
    told = app.openapi()
    operations = {
        (method, path): operation
        for path, methods in told["paths"].items()
        for method, operation in methods.items()
    }
    return SimpleNamespace(operations=operations, schemas=told["components"]["schemas"])


def test_every_example_is_one_of_its_shape():
    for name, example in EXAMPLES.items():
        SHAPES[name].model_validate(example)


def test_there_is_something_to_look_at(described):
    assert len(described.operations) > 35


def test_every_address_says_what_it_does_in_a_sentence(described):
    for name, operation in described.operations.items():
        assert " " in operation["summary"], name
        assert operation["description"].startswith(operation["summary"]), name
        assert not operation["summary"].endswith("."), name


def test_every_address_tells_its_errors_with_an_example(described):
    for name, operation in described.operations.items():
        for status in ("401", "403", "404", "409", "410", "413", "422", "429", "503"):
            content = operation["responses"][status]["content"][JSON]
            assert set(content["schema"]["required"]) == {"code", "message", "remedy"}, (name, status)
            assert set(content["example"]) == {"code", "message", "remedy"}, (name, status)


def test_everything_that_is_sent_and_answered_as_json_has_an_example(described):
    for name, operation in described.operations.items():
        bodies = [operation.get("requestBody", {})]
        bodies += [answer for status, answer in operation["responses"].items() if status < "300"]
        for body in bodies:
            schema = body.get("content", {}).get(JSON, {}).get("schema")
            if schema:
                reference = schema.get("items", schema)["$ref"].rpartition("/")[2]
                assert described.schemas[reference]["examples"], (name, reference)


def test_what_is_no_json_says_what_it_is(described):
    for name, operation in described.operations.items():
        for status, answer in operation["responses"].items():
            if status == "200":
                assert answer["content"], name
