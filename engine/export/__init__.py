"""Documents out of Sanduku: text, tables, layout formats and searchable PDF.

Takes frozen values and writes files; it must never know the library, the pipeline or a window.
"""

from engine.cells import unprotected
from engine.export.documents import ExportAnswer, ExportDocument, ExportPage
from engine.export.errors import ExportError
from engine.export.files import export_documents
from engine.export.formats import FORMATS, ExportFormat, find_format
from engine.export.names import PLACEHOLDERS, safe_name
from engine.export.rows import fingerprint
from engine.export.targets import Existing, PlannedFile, format_of_name, plan_export

__all__ = [
    "FORMATS",
    "PLACEHOLDERS",
    "Existing",
    "ExportAnswer",
    "ExportDocument",
    "ExportError",
    "ExportFormat",
    "ExportPage",
    "PlannedFile",
    "export_documents",
    "find_format",
    "fingerprint",
    "format_of_name",
    "plan_export",
    "safe_name",
    "unprotected",
]
