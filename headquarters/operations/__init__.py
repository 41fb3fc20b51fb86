"""Running a headquarters: health, figures, backup and restore, checks, removing what is past its time."""
