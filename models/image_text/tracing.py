"""Lets torch itself export an encoder that we do not write node by node."""

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator

import onnx
import torch
from torch import nn

from models.image_text.building import OPSET
from models.image_text.errors import UnsupportedModelError


def traced(module: nn.Module, example: torch.Tensor, output: str) -> onnx.ModelProto:
    """Return the graph of a module from pictures to vectors, for any number of pictures.

    Args:
        module: Takes ``pixel_values`` (batch, 3, height, width), and gives one tensor.
        example: At least two such pictures; their height and width are those that the graph takes.
        output: Name of what it gives.

    Raises:
        UnsupportedModelError: The module cannot be exported.
    """
    batch = torch.export.Dim("batch")
    try:
        with _quiet(), torch.no_grad():
            program = torch.onnx.export(
                module.eval(),
                (example,),
                input_names=["pixel_values"],
                output_names=[output],
                dynamic_shapes=({0: batch},),
                opset_version=OPSET,
                dynamo=True,
                verbose=False,
            )
    except Exception as error:  # whatever torch says of a stranger's code
        raise UnsupportedModelError(
            f"torch cannot export its encoder ({type(error).__name__}: {error})."
        ) from error
    model: onnx.ModelProto = program.model_proto
    # Names of files of this computer stand in it otherwise: the same input must give the same bytes.
    del model.metadata_props[:]
    for part in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        del part.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
    return model


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what torch says of its own deprecations and progress from the person who waits."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
