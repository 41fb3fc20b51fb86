"""Records as tables and files that other programs read: CSV, HXL, XLSX, JSON Lines, Parquet."""
