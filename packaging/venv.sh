#!/bin/sh
# Runs a program of .venv, wherever this system keeps it: git brings this shell to Windows too.
for folder in .venv/bin .venv/Scripts; do
    [ -d "$folder" ] && exec "$folder/$@"
done
echo "There is no .venv here. Run 'python3 run.py setup' first." >&2
exit 1
