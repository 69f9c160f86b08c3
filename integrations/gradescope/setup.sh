#!/usr/bin/env bash
# Gradescope runs this once, when it builds the container. Upload a zip of setup.sh, run_autograder
# and the kit's folder as `kit` (with solutions/ and its secret, without .venv).
set -euo pipefail
source_folder=${AUTOGRADER_SOURCE:-/autograder/source}
python3 -m venv /opt/autograder
/opt/autograder/bin/pip install --quiet torch==2.13.0 --index-url "${TORCH_INDEX:-https://pypi.org/simple}"
/opt/autograder/bin/pip install --quiet --constraint "$source_folder/kit/constraints.txt" "$source_folder/kit"
