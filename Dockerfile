# Grading on macOS, Windows and Linux without Landlock of its own: an image for amd64 and arm64.
#
#     docker build -t ann-course-kit .
#     docker run --rm --network none -v "$PWD":/kit -v /path/to/submissions:/submissions:ro \
#         -v /path/to/results:/results ann-course-kit grade /submissions --out /results
#
# The checkout is mounted over /kit, so that the course's secret stays in it from run to run.
# No --privileged and no further capability: `... ann-course-kit doctor` lists what the engine
# lets through. Not run by the people who wrote it: docs/security.md says what was.
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install --yes --no-install-recommends libseccomp2 fonts-nanum \
    && rm -rf /var/lib/apt/lists/*

# On arm64 PyPI's own build is for the CPU; on amd64 it is this index's that is small.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
COPY pyproject.toml constraints.txt README.md /kit/
RUN pip install --no-cache-dir torch==2.13.0 --index-url "$TORCH_INDEX"

COPY . /kit
RUN pip install --no-cache-dir --constraint /kit/constraints.txt --editable /kit

WORKDIR /kit
ENTRYPOINT ["autograder"]
CMD ["doctor"]
