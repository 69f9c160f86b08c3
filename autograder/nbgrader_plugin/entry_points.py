"""What takes the place of what in nbgrader's autograding."""

from __future__ import annotations

from typing import Final

GRADE: Final = "autograder.nbgrader_plugin.preprocessor.GradeInSandbox"
EXPORTER: Final = "autograder.nbgrader_plugin.reader.SubmissionExporter"
EXPORT: Final = "autograder.nbgrader_plugin.export.CsvExport"
SANITIZE: Final = (
    "autograder.nbgrader_plugin.normalise.Normalise",  # for ClearOutput
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
)
AUTOGRADE: Final = (
    GRADE,  # for Execute
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
)
