"""What one page goes through from a file to a reading: a list of stages over frozen values, without state.

A page of an open source goes in, a :class:`PageResult` comes out. The pipeline knows pages and text engines;
it must never know the library, the queue or the process that it runs in.
"""

from engine.pipeline.identity import pipeline_id
from engine.pipeline.pipeline import PageResult, Pipeline
from engine.pipeline.stages import TextReader

__all__ = ["PageResult", "Pipeline", "TextReader", "pipeline_id"]
